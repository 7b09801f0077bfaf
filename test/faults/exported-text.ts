/** What the export of this number says: of some 20 KB, and told from every other one. */
export function exportedText(number: number): string {
  return `Export ${number}\n`.repeat(1500 + (number % 7) * 200)
}

/** The number of an export that is whole; null for anything else. */
export function exportNumberOf(text: string): number | null {
  const number = Number(/^Export (\d+)\n/.exec(text)?.[1] ?? Number.NaN)
  return text === exportedText(number) ? number : null
}
