/** A line of two texts, counted from 1; null where a text is over. */
export interface DifferingLine {
  number: number
  before: string | null
  after: string | null
}

const mostLines = 12
const longestLine = 300

/** The first lines that differ between two texts of the same bytes, and how many more there are. Blank lines count. */
export function differingLines(before: string, after: string): { lines: DifferingLine[]; more: number } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const lines: DifferingLine[] = []
  let more = 0
  for (let index = 0; index < Math.max(old.length, now.length); index++) {
    if (old[index] === now[index]) continue
    if (lines.length === mostLines) more++
    else lines.push({ number: index + 1, ...aroundDifference(old[index] ?? null, now[index] ?? null) })
  }
  return { lines, more }
}

/** Long lines are shown from a little before where they differ. */
function aroundDifference(before: string | null, after: string | null): Omit<DifferingLine, 'number'> {
  let same = 0
  while (before?.[same] !== undefined && before[same] === after?.[same]) same++
  const from = same > longestLine / 2 ? same - 40 : 0
  return { before: cut(before, from), after: cut(after, from) }
}

function cut(line: string | null, from: number): string | null {
  if (line === null) return null
  const end = from + longestLine
  return `${from ? '…' : ''}${line.slice(from, end)}${line.length > end ? '…' : ''}`
}
