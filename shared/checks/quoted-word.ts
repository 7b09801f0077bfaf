/**
 * Whether a passage of a text stands alone between quotation marks, as what was written somewhere and not what the text says:
 * "the notice spoke of “31 November”". Offsets in UTF-16 code units.
 */
export function isQuotedAlone(text: string, { start, end }: { start: number; end: number }): boolean {
  return opening.test(text.charAt(start - 1)) && closing.test(text.charAt(end))
}

const opening = /^["'“‘„«]$/
const closing = /^["'”’“»]$/
