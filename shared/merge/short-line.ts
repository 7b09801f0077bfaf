/** A text on one line, cut after so many UTF-16 code units. */
export function shortLine(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most).replace(/\p{Surrogate}$/u, '')}…` : line
}
