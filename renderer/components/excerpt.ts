/** A text on one line, cut at a word near `length` UTF-16 code units, with an ellipsis where it was cut. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.lastIndexOf(' ', length)
  return `${line.slice(0, cut > length / 2 ? cut : length).replace(/[\uD800-\uDBFF]$/, '')}…`
}
