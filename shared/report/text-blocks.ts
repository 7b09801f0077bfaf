import type { Mark, Node } from 'prosemirror-model'
import { pageStartsOf, type PageStart } from '../document/pages.js'
import { documentFromJson } from '../document/sections.js'
import { plainTextOf } from '../document/text-offsets.js'
import type { TextVersion } from '../domain/source.js'
import { ClaimPieces, type NumberedRange } from './claim-pieces.js'

/** A stretch of a text that the same claims cover and that is set in one style. `claims` ascend. */
export interface Segment {
  text: string
  claims: number[]
  strong: boolean
  em: boolean
  code: boolean
}

/**
 * A text block. Its segments, put together, are exactly the text version from `start`; `gap` is the number of line
 * breaks beyond the one that separates it from the block before. `number` counts the blocks that have words, from 1.
 */
export interface TextLeaf {
  kind: 'paragraph' | 'heading' | 'code'
  level: number
  number: number | null
  start: number
  end: number
  gap: number
  segments: Segment[]
}

export type TextBlock =
  | TextLeaf
  | { kind: 'quote'; blocks: TextBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: TextBlock[][] }
  | { kind: 'rule' }
  /** Where a page of the original begins; no text. */
  | { kind: 'page'; label: string }

const leafKinds: Partial<Record<string, TextLeaf['kind']>> = { heading: 'heading', code_block: 'code' }

/** A text as blocks, and where the pages of its original begin, as far as it has any. */
export interface TextLayout {
  blocks: TextBlock[]
  pages: PageStart[]
}

/**
 * The blocks of a text version, cut where a claim begins or ends. A document that is damaged or is not of the same text
 * gives way to the plain text, a paragraph a line: what was checked is the text.
 */
export function layOutText(version: TextVersion, claims: readonly NumberedRange[]): TextLayout {
  const claimPieces = new ClaimPieces(version.text, claims)
  const doc = readableDocument(version)
  if (!doc) return { blocks: plainBlocks(version.text, claimPieces), pages: [] }
  const reader = new DocumentReader(claimPieces)
  return { blocks: reader.blocks(doc), pages: pageStartsOf(doc) }
}

/** The text blocks among these blocks, at any depth, in reading order. */
export function leavesOf(blocks: readonly TextBlock[]): TextLeaf[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return leavesOf(block.blocks)
    if (block.kind === 'list') return block.items.flatMap((item) => leavesOf(item))
    return block.kind === 'rule' || block.kind === 'page' ? [] : [block]
  })
}

function readableDocument(version: TextVersion): Node | null {
  try {
    const doc = documentFromJson(version.document)
    return plainTextOf(doc) === version.text ? doc : null
  } catch {
    return null
  }
}

function plainBlocks(text: string, claimPieces: ClaimPieces): TextLeaf[] {
  let start = 0
  let numbered = 0
  return text.split('\n').map((line) => {
    const leaf = { kind: 'paragraph' as const, level: 0, start, end: start + line.length, gap: 0 }
    start = leaf.end + 1
    const segments = claimPieces.cut(leaf.start, line).map((piece) => ({ ...piece, ...styleOf([]) }))
    return { ...leaf, number: hasWords(line) ? ++numbered : null, segments }
  })
}

/** Walks a document once, keeping the offset in the plain text and the number of the last paragraph. */
class DocumentReader {
  readonly #pieces: ClaimPieces
  #offset = 0
  #leaves = 0
  #numbered = 0

  constructor(claimPieces: ClaimPieces) {
    this.#pieces = claimPieces
  }

  blocks(parent: Node): TextBlock[] {
    return parent.children.flatMap((node) => this.#block(node))
  }

  #block(node: Node): TextBlock[] {
    if (node.isTextblock) return [this.#leaf(node)]
    switch (node.type.name) {
      case 'section':
        return this.blocks(node)
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(node) }]
      case 'bullet_list':
      case 'ordered_list':
        return [this.#list(node)]
      case 'page_start':
        return [{ kind: 'page', label: node.attrs.label as string }]
      default:
        return [{ kind: 'rule' }]
    }
  }

  #list(node: Node): TextBlock {
    const ordered = node.type.name === 'ordered_list'
    const items = node.children.map((item) => this.blocks(item))
    return { kind: 'list', ordered, start: ordered ? (node.attrs.order as number) : 1, items }
  }

  #leaf(node: Node): TextLeaf {
    const gap = node.attrs.gap as number
    const start = this.#offset + gap + (this.#leaves++ ? 1 : 0)
    this.#offset = start
    const segments = node.children.flatMap((run) => this.#segments(run))
    return {
      kind: leafKinds[node.type.name] ?? 'paragraph',
      level: (node.attrs.level as number | undefined) ?? 0,
      number: hasWords(node.textContent) ? ++this.#numbered : null,
      start,
      end: this.#offset,
      gap,
      segments,
    }
  }

  #segments(run: Node): Segment[] {
    const text = run.text ?? ''
    const pieces = this.#pieces.cut(this.#offset, text)
    this.#offset += text.length
    return pieces.map((piece) => ({ ...piece, ...styleOf(run.marks) }))
  }
}

function styleOf(marks: readonly Mark[]): Pick<Segment, 'strong' | 'em' | 'code'> {
  const has = (name: string): boolean => marks.some((mark) => mark.type.name === name)
  return { strong: has('strong'), em: has('em'), code: has('code') }
}

const hasWords = (text: string): boolean => /\S/.test(text)
