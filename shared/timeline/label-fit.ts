/** The mean width of a character of interface text at 11.5 px, in CSS pixels: on the wide side, so that labels keep apart. */
const characterWidth = 6.3

/** About how wide a label is drawn, in CSS pixels. */
export function labelWidth(label: string): number {
  return label.length * characterWidth
}

/** As much of a text as fits into so many CSS pixels, cut at a word where one ends near; empty when hardly any does. */
export function fittedLabel(text: string, width: number): string {
  const room = Math.floor(width / characterWidth)
  if (text.length <= room) return text
  if (room < shortestLabel) return ''
  const cut = text.lastIndexOf(' ', room - 1)
  return `${text.slice(0, cut > room * 0.6 ? cut : room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const shortestLabel = 7

/** A quote short enough to be read out. */
export function fittedWords(text: string): string {
  return fittedLabel(text, mostWords * characterWidth)
}

const mostWords = 140
