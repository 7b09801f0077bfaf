import type { Node } from 'prosemirror-model'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { documentOfNodes, nodesOfBlock } from '../../../shared/document/from-blocks.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import { splitTexts, type TextPart } from '../../../shared/document/split-texts.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import type { SourceComment } from '../../../shared/domain/case.js'
import type { FoundRecord, ReadableFile } from '../../../shared/domain/import-preview.js'
import { builtInEncoding, type MediaType } from '../../../shared/domain/source.js'
import { commentsOfPart, letterRanges } from './comment-places.js'
import { nothingFound } from './found-record.js'
import type { FormattedText } from './read-format.js'
import { headRecord } from './text-head.js'

/** A file that was read: its text, the texts in it, and a document for each or for all. */
export interface OpenedFile {
  mediaType: MediaType
  encoding: string
  encodingIsSure: boolean
  /** What the file says of one part, or of all with null. */
  record: (part: TextPart | null) => FoundRecord
  notices: string[]
  partsAre: 'texts' | 'article'
  /** The decoded file, or the plain text of all of it where the file is not itself plain text. */
  text: string
  parts: readonly TextPart[]
  /** Of one part, or of all with null. */
  document: (part: TextPart | null) => Node
  changes: ReadableFile['changes']
  /** The comments on one part, or on all with null, with their places in its plain text. */
  comments: (part: TextPart | null, text: string) => SourceComment[]
}

export interface DecodedText {
  text: string
  encoding: string
  sure: boolean
}

/** A file that is its text. */
export function openedText(decoded: DecodedText, mediaType: 'text/plain' | 'text/markdown'): OpenedFile {
  const { text, encoding, sure } = decoded
  const parts = splitTexts(text)
  const build = mediaType === 'text/markdown' ? documentFromMarkdown : documentFromPlainText
  return {
    mediaType,
    encoding,
    encodingIsSure: sure,
    record: (part) => headRecordOf(text, parts, part),
    notices: [],
    partsAre: 'texts',
    text,
    parts,
    document: (part) => build(normaliseText(part ? text.slice(part.start, part.end) : text)),
    changes: null,
    comments: () => [],
  }
}

/** What the head of a part says, or of the whole where that is one text: what one of several says is not so of all. */
function headRecordOf(text: string, parts: readonly TextPart[], part: TextPart | null): FoundRecord {
  if (part) return headRecord(text.slice(part.start, part.end))
  return parts.length > 1 ? nothingFound : headRecord(text.trimStart())
}

/** A top-level node, with where its text stands in the whole; nodes without text stand where the text before them ends. */
interface Placed {
  node: Node
  start: number
  end: number
  left: boolean
}

/** A file whose text a reader has worked out. `decoded` tells the encoding of formats that do not tell it themselves. */
export function openedFormat(
  read: FormattedText,
  mediaType: MediaType,
  decoded: Pick<DecodedText, 'encoding' | 'sure'> = { encoding: builtInEncoding, sure: true },
): OpenedFile {
  const { placed, article } = placedNodes(read)
  const text = plainTextOf(documentOfNodes(placed.map(({ node }) => node)))
  const all = splitTexts(text)
  const ranges = read.comments?.size ? letterRanges(read.blocks) : new Map<string, TextRange>()
  const isArticle = article !== null && article.end > article.start
  const parts = isArticle ? [titled(article, text)] : all.length > 1 ? all : [whole(text, all[0])]
  return {
    mediaType,
    encoding: decoded.encoding,
    encodingIsSure: decoded.sure,
    record: () => read.record,
    notices: read.notices,
    partsAre: isArticle ? 'article' : 'texts',
    text,
    parts,
    document: (part) => documentOfNodes(part ? nodesWithin(placed, part) : placed.map(({ node }) => node)),
    changes: read.changes ?? null,
    comments: (part, own) =>
      commentsOfPart(read.comments ?? new Map(), ranges, {
        whole: text,
        part: own,
        partStart: part?.start ?? 0,
      }),
  }
}

function whole(text: string, first: TextPart | undefined): TextPart {
  return { start: 0, end: text.length, title: first?.title ?? '' }
}

function titled({ start, end }: TextRange, text: string): TextPart {
  return { start, end, title: splitTexts(text.slice(start, end))[0]?.title ?? '' }
}

function placedNodes({ blocks, article }: FormattedText) {
  const placed: Placed[] = []
  let offset = 0
  let range: TextRange | null = null
  for (const [index, block] of blocks.entries()) {
    for (const node of nodesOfBlock(block)) {
      const { gap, length } = measured(node)
      const start = length && offset ? offset + gap + 1 : offset
      offset = start + length
      placed.push({ node, start, end: offset, left: article?.left.has(index) ?? false })
      const inArticle = article && index >= article.from && index < article.to && !article.left.has(index)
      if (inArticle && length) range = spanning(range, { start, end: offset })
    }
  }
  return { placed, article: range }
}

function spanning(before: TextRange | null, { start, end }: TextRange): TextRange {
  return { start: before?.start ?? start, end }
}

/** How many blank lines a top-level node begins with, and the length of its plain text behind them. */
function measured(node: Node): { gap: number; length: number } {
  if (node.isTextblock) return { gap: Number(node.attrs.gap), length: node.content.size }
  const text = plainTextOf(node)
  const { length } = text.replace(/^\n+/, '')
  return { gap: text.length - length, length }
}

/** The nodes of a part, after the start of the page on which it begins. */
function nodesWithin(placed: readonly Placed[], { start, end }: TextPart): Node[] {
  const inside = placed.filter(
    (one) => !one.left && one.start >= start && one.end <= end && one.end > one.start,
  )
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return []
  const from = placed.indexOf(first)
  const page = placed.slice(0, from).findLast(({ node }) => node.type.name === 'page_start')
  const between = placed.slice(from, placed.indexOf(last) + 1).filter(({ left }) => !left)
  return [...(page ? [page] : []), ...between].map(({ node }) => node)
}
