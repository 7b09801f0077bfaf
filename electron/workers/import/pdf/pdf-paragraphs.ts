import type { Block } from '../../../../shared/document/from-blocks.js'
import { bodySize, type PdfLine } from './pdf-lines.js'

/** Against the usual distance of two lines: one that much larger begins a paragraph. */
const newParagraph = 1.35

/** Against the size of the body's letters: lines that much larger are headings, if they are short. */
const headingSize = 1.15
const longestHeading = 200

/** The paragraphs and headings of a document, each page's after its start. None reaches over the end of a page. */
export function pdfBlocks(pages: readonly PdfLine[][], labels: readonly string[]): Block[] {
  const body = bodySize(pages)
  const leading = usualLeading(pages)
  const sizes = headingSizes(pages, body)
  const words = hyphenedWords(pages)
  return pages.flatMap((lines, index): Block[] => [
    { kind: 'page', label: labels[index] ?? String(index + 1) },
    ...paragraphsOf(lines, leading).map((paragraph) => blockOf(paragraph, sizes, words)),
  ])
}

function paragraphsOf(lines: readonly PdfLine[], leading: number): PdfLine[][] {
  const paragraphs: PdfLine[][] = []
  for (const column of columnsOf(lines)) {
    const right = Math.max(...column.map((line) => line.right))
    column.forEach((line, index) => {
      const before = index ? column[index - 1] : paragraphs.at(-1)?.at(-1)
      const isNew =
        !before || (index ? beginsParagraph(before, line, leading, right) : beginsAnew(before, line))
      if (isNew) paragraphs.push([line])
      else paragraphs.at(-1)!.push(line)
    })
  }
  return paragraphs
}

/** The lines of a page in runs that go down; upwards means the next column. */
function columnsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const columns: PdfLine[][] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before && line.y <= before.y) columns.at(-1)!.push(line)
    else columns.push([line])
  })
  return columns
}

/** Whether the first line of a column begins a paragraph, rather than goes on with the sentence before it. */
function beginsAnew(before: PdfLine, line: PdfLine): boolean {
  return isOtherSize(before, line) || endsSentence(before.text) || !/^\p{Ll}/u.test(line.text)
}

function beginsParagraph(before: PdfLine, line: PdfLine, leading: number, right: number): boolean {
  if (isOtherSize(before, line)) return true
  if (before.y - line.y > Math.max(leading, before.size) * newParagraph) return true
  if (before.text.includes('\t') || line.text.includes('\t')) return true
  if (/^([•‣◦▪–*]|\(?\d{1,3}[.)])\s/u.test(line.text)) return true
  if (hasRoomFor(firstWordWidth(line), before, right)) return true
  return endsSentence(before.text) && line.left > before.left + line.size * 0.8
}

/** A line that stops although the next word would fit into it was ended on purpose. */
function hasRoomFor(width: number, { right: end, size, text }: PdfLine, right: number): boolean {
  return !/[-\u00ad\u2010]$/u.test(text) && end + size * 0.3 + width < right - size * 2
}

function firstWordWidth({ left, right, text }: PdfLine): number {
  const [word = ''] = text.split(/\s/, 1)
  return ((right - left) * word.length) / text.length
}

function isOtherSize(before: PdfLine, line: PdfLine): boolean {
  return Math.abs(before.size - line.size) > before.size * 0.12
}

function endsSentence(text: string): boolean {
  return /[.!?:…]["'”’)\]]?$/.test(text)
}

/** The most frequent distance of two lines of a page, in points. */
function usualLeading(pages: readonly PdfLine[][]): number {
  const distances = new Map<number, number>()
  for (const lines of pages) {
    lines.forEach(({ y }, index) => {
      const down = Math.round(((lines[index - 1]?.y ?? y) - y) * 2) / 2
      if (down > 0) distances.set(down, (distances.get(down) ?? 0) + 1)
    })
  }
  return [...distances].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** The sizes of headings, largest first, to half a point. */
function headingSizes(pages: readonly PdfLine[][], body: number): number[] {
  const larger = pages.flat().filter(({ size }) => size >= body * headingSize)
  return [...new Set(larger.map(({ size }) => Math.round(size * 2) / 2))].toSorted((a, b) => b - a)
}

function blockOf(lines: readonly PdfLine[], sizes: readonly number[], words: ReadonlySet<string>): Block {
  const spans = [{ text: joined(lines, words) }]
  const rank = sizes.indexOf(Math.round((lines[0]?.size ?? 0) * 2) / 2)
  const isHeading = rank >= 0 && spans[0]!.text.length <= longestHeading && !/[.;,]$/.test(spans[0]!.text)
  return isHeading ? { kind: 'heading', level: Math.min(rank + 1, 3), spans } : { kind: 'paragraph', spans }
}

/** Lines become one; a word parted by a hyphen is one word, unless the text has it with its hyphen elsewhere. */
function joined(lines: readonly PdfLine[], words: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    if (!text) return line.text
    const start = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text)?.[1]
    const end = /^\p{Ll}+/u.exec(line.text)?.[0]
    if (!start || !end) return `${text} ${line.text}`
    const keepsHyphen = words.has(`${start}-${end}`.toLowerCase())
    return keepsHyphen ? text + line.text : text.slice(0, -1) + line.text
  }, '')
}

/** Words that stand with a hyphen inside a line. */
function hyphenedWords(pages: readonly PdfLine[][]): Set<string> {
  const found = new Set<string>()
  for (const { text } of pages.flat()) {
    for (const [word] of text.matchAll(/\p{L}+-\p{L}+/gu)) found.add(word.toLowerCase())
  }
  return found
}
