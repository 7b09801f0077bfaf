import type { Block, Span } from '../../../shared/document/from-blocks.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { SourceComment } from '../../../shared/domain/case.js'
import type { Comment } from './read-format.js'

/**
 * What is no letter, and may be left out, added or changed where blocks become a document: white space, the zero-width space
 * and control characters. All else of the blocks stands in the plain text in the same order.
 */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const noLetters = /[\s\u0000-\u001f\u007f\u0085\u200b\ufffe\uffff]/g

/** Where comments stand among the letters of the blocks, by key: from the first letter up to behind the last one. */
export function letterRanges(blocks: readonly Block[]): Map<string, TextRange> {
  const ranges = new Map<string, TextRange>()
  let letters = 0
  for (const { text, comments } of spansOf(blocks)) {
    const start = letters
    letters += text.replace(noLetters, '').length
    for (const key of comments ?? []) {
      ranges.set(key, { start: ranges.get(key)?.start ?? start, end: letters })
    }
  }
  return ranges
}

function spansOf(blocks: readonly Block[]): Span[] {
  return blocks.flatMap((block): Span[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.spans
      case 'code':
        return [{ text: block.text }]
      case 'quote':
        return spansOf(block.blocks)
      case 'list':
        return spansOf(block.items.flat())
      default:
        return []
    }
  })
}

/**
 * The comments on a part of the whole plain text, with their places in the part's own text. One whose words are not in the
 * text stands at the paragraph where they would be. Ordered as the text is; a comment belongs to the part that it begins in.
 */
export function commentsOfPart(
  comments: ReadonlyMap<string, Comment>,
  ranges: ReadonlyMap<string, TextRange>,
  { whole, part, partStart }: { whole: string; part: string; partStart: number },
): SourceComment[] {
  const before = whole.slice(0, partStart).replace(noLetters, '').length
  const offsets = letterOffsets(part)
  const found = [...ranges].flatMap(([key, { start, end }]): SourceComment[] => {
    const comment = comments.get(key)
    const [from, to] = [start - before, Math.min(end - before, offsets.length)]
    const isInside = from >= 0 && from < offsets.length + Number(start === end)
    if (!comment || !isInside || offsets.length === 0) return []
    const place =
      to > from
        ? { start: offsets[from]!, end: offsets[to - 1]! + 1 }
        : paragraphAt(part, offsets[Math.max(from - 1, 0)]!)
    return [{ ...comment, ...place }]
  })
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The offset of each letter, in UTF-16 code units. */
function letterOffsets(text: string): number[] {
  const offsets: number[] = []
  const isNone = new RegExp(noLetters.source)
  for (let at = 0; at < text.length; at++) if (!isNone.test(text[at]!)) offsets.push(at)
  return offsets
}

function paragraphAt(text: string, offset: number): TextRange {
  const start = text.lastIndexOf('\n', offset) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end < 0 ? text.length : end }
}
