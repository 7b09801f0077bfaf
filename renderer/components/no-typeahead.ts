/**
 * The `textValue` of every list's entries: a letter pressed in a list is a command, as everywhere outside of fields, and
 * must not also go to the entry that begins with it.
 */
export const noTypeahead = ' '
