/**
 * Signs that do something where they are shown instead of being seen: they end or clear a line, steer a terminal, or turn the
 * order of the letters after them. Names of files and of people, and texts, are a stranger's.
 */
const acting = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Everything between two lines of a text, so that none of it can pass for a line of ours. */
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/
const blank = /[\s\u0085]+/g

/** A text with those signs written out as `\u202e`, which JSON reads back as what they were. Tabs and line feeds stay. */
export function written(text: string): string {
  return text.replace(acting, (sign) =>
    sign === '\n' || sign === '\t' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * Words that quote others, as one line for a person to read: with those signs written out, so that a file named
 * `invoice\u202efdp.exe` does not end in “.pdf”, and nothing that is quoted looks like another message.
 */
export function plainLine(words: string): string {
  return written(words.replace(blank, (run) => (lineBreak.test(run) ? ' ' : run)))
}
