import type { Pieces } from '../pieces.js'
import type { TextBlock, TextLeaf } from '../text-blocks.js'
import type { MarkedRuns } from './marked-runs.js'
import { paragraph } from './wordprocessing.js'

/** Ordered lists, each with the number of its first item; list 1 of the numbering is for bullets. */
export class ListNumbers {
  readonly starts: number[] = []

  ordered(start: number): number {
    this.starts.push(start)
    return this.starts.length + 1
  }
}

interface Setting {
  style: string | null
  /** List and level, for the first paragraph of an item. */
  item: { list: number; level: number } | null
  level: number
}

/** A text as paragraphs, with its own headings, quotations and lists. */
export function* textXml(
  blocks: readonly TextBlock[],
  marked: MarkedRuns,
  lists: ListNumbers,
  setting: Setting = { style: null, item: null, level: -1 },
): Pieces {
  for (const [index, block] of blocks.entries()) {
    const here = index === 0 ? setting : { ...setting, item: null }
    if (block.kind === 'page') continue
    if (block.kind === 'rule') yield paragraph('', 'Rule')
    else if (block.kind === 'quote') yield* textXml(block.blocks, marked, lists, { ...here, style: 'Quote' })
    else if (block.kind === 'list') yield* listXml(block, marked, lists, here)
    else yield leafXml(block, marked, here)
  }
}

function* listXml(
  { ordered, start, items }: Extract<TextBlock, { kind: 'list' }>,
  marked: MarkedRuns,
  lists: ListNumbers,
  setting: Setting,
): Pieces {
  const list = ordered ? lists.ordered(start) : 1
  const level = Math.min(setting.level + 1, 8)
  for (const item of items) yield* textXml(item, marked, lists, { ...setting, level, item: { list, level } })
}

function leafXml(leaf: TextLeaf, marked: MarkedRuns, { style, item, level }: Setting): string {
  const runs = marked.leaf(leaf)
  const end = marked.endOf(leaf)
  if (leaf.kind === 'heading') {
    return paragraph(runs, `Heading${Math.min(2 + Math.max(1, leaf.level), 6)}`, end)
  }
  if (leaf.kind === 'code') return paragraph(runs, 'Code', end)
  const numbering = item
    ? `<w:numPr><w:ilvl w:val="${item.level}"/><w:numId w:val="${item.list}"/></w:numPr>`
    : level >= 0
      ? `<w:ind w:left="${360 * (level + 1)}"/>`
      : ''
  return paragraph(runs, style, numbering + end)
}
