/** A run of letters on a page as pdf.js gives it; `transform` ends with its place from the bottom left, in points. */
export interface PdfItem {
  str: string
  width: number
  height: number
  transform: number[]
  hasEOL: boolean
}

/** A line of a page; all measures in points, `y` from the bottom. */
export interface PdfLine {
  text: string
  left: number
  right: number
  y: number
  size: number
}

/** Of a letter's height: a baseline that differs by more is another line. */
const otherLine = 0.6

/** Of a letter's height: a gap that wide stands for a space, and one that wide for the gap between two columns of a table. */
const gaps = { space: 0.25, column: 2.5 }

/** The lines of a page in the order in which the file has them. */
export function linesOfPage(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | null = null
  for (const item of items) {
    if (item.str) {
      const placed = place(item)
      if (line && isSameLine(line, placed)) append(line, placed)
      else lines.push((line = placed))
    }
    if (item.hasEOL) line = null
  }
  return lines
    .map((found) => ({ ...found, text: found.text.replace(/[^\S\t]+/g, ' ').trim() }))
    .filter(({ text }) => text)
}

function place({ str, width, height, transform }: PdfItem): PdfLine {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const size = height || Math.hypot(a, b) || 1
  return { text: str, left: x, right: x + width, y, size }
}

function isSameLine(line: PdfLine, next: PdfLine): boolean {
  return (
    Math.abs(line.y - next.y) <= Math.max(line.size, next.size) * otherLine &&
    next.left >= line.left - line.size
  )
}

function append(line: PdfLine, next: PdfLine): void {
  const gap = next.left - line.right
  if (next.text.trim() && line.text.trim()) {
    if (gap > line.size * gaps.column) line.text = `${line.text.trimEnd()}\t`
    else if (gap > line.size * gaps.space && !/\s$/.test(line.text) && !/^\s/.test(next.text))
      line.text += ' '
  }
  line.text += next.text
  if (!next.text.trim()) return
  line.right = Math.max(line.right, next.right)
  line.size = Math.max(line.size, next.size)
}

/** The most frequent size of letters, weighted by how many there are; in points, to half a point. */
export function bodySize(pages: readonly PdfLine[][]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1
}

/** A line at the edge of this many pages, as a share of all, is a running head. */
const runningShare = 0.6

/** How many pages, and lines on a page, it takes to tell a running head from what a page says. */
const fewestPages = 3
const fewestLines = 5

/** Running heads and page numbers: lines at the top or bottom that most pages share but for their digits. */
export function withoutRunningHeads(pages: readonly PdfLine[][]): { pages: PdfLine[][]; left: number } {
  if (pages.length < fewestPages) return { pages: pages.map((lines) => [...lines]), left: 0 }
  const counts = new Map<string, number>()
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(edgeKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let left = 0
  const kept = pages.map((lines) => {
    const running = new Set(
      edgesOf(lines).filter((line) => (counts.get(edgeKey(line)) ?? 0) >= pages.length * runningShare),
    )
    left += running.size
    return lines.filter((line) => !running.has(line))
  })
  return { pages: kept, left }
}

/** The two highest and the two lowest lines of a page; none of a page with hardly any lines. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  if (lines.length < fewestLines) return []
  const byHeight = lines.toSorted((a, b) => a.y - b.y)
  return [...new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])]
}

function edgeKey({ text, y }: PdfLine): string {
  return `${Math.round(y / 10)} ${text.replace(/\p{Nd}+/gu, '#')}`
}
