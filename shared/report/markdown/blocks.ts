import type { ClaimCard } from '../claim-cards.js'
import type { NoteBlock, NoteRun } from '../note-blocks.js'
import { leavesOf, type Segment, type TextBlock, type TextLeaf } from '../text-blocks.js'
import { address, block, inline, prefixed } from './inline.js'

interface List<Item> {
  ordered: boolean
  start: number
  items: readonly Item[]
}

/** A text with `[3]` where claim 3 begins and `[/3 ≠]`, with the sign of its verdict, where it ends. */
export function annotatedMarkdown(blocks: readonly TextBlock[], cards: readonly ClaimCard[]): string {
  return textMarkdown(blocks, new ClaimEdges(blocks, cards))
}

/** A note with its lists, bold, italic and links. */
export function noteMarkdown(blocks: readonly NoteBlock[]): string {
  const parts = blocks.map((part) => {
    return part.kind === 'list' ? listMarkdown(part, noteMarkdown) : part.runs.map(runMarkdown).join('')
  })
  return parts.join('\n\n')
}

function textMarkdown(blocks: readonly TextBlock[], edges: ClaimEdges): string {
  const parts = blocks.map((part) => {
    switch (part.kind) {
      case 'rule':
        return '---'
      case 'quote':
        return prefixed('> ', textMarkdown(part.blocks, edges))
      case 'list':
        return listMarkdown(part, (item) => textMarkdown(item, edges))
      default:
        return leafMarkdown(part, edges)
    }
  })
  return parts.filter((part) => part !== '').join('\n\n')
}

function leafMarkdown(leaf: TextLeaf, edges: ClaimEdges): string {
  if (leaf.number === null) return ''
  const text = block(leaf.segments.map((segment) => edges.marked(segment)).join(''))
  return leaf.kind === 'heading' ? `#### ${text}` : text
}

function listMarkdown<Item>(
  { ordered, start, items }: List<Item>,
  itemMarkdown: (item: Item) => string,
): string {
  const parts = items.map((item, index) => {
    const marker = ordered ? `${Math.min(start + index, 999_999_999)}. ` : '- '
    return marker + prefixed(' '.repeat(marker.length), itemMarkdown(item)).trimStart()
  })
  return parts.join('\n')
}

function runMarkdown({ text, strong, em, href }: NoteRun, index: number): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (words === '') return inline(text)
  const mark = `${strong ? '**' : ''}${em ? '*' : ''}`
  const content = (index === 0 && mark === '' ? block : inline)(words)
  const marked = `${mark}${content}${[...mark].reverse().join('')}`
  return `${index === 0 ? '' : inline(before)}${marked}${href ? ` (${address(href)})` : ''}${inline(after)}`
}

/** Where claims begin and end in a text, as its segments are walked in order. */
class ClaimEdges {
  readonly #cards: readonly ClaimCard[]
  readonly #first = new Map<number, Segment>()
  readonly #last = new Map<number, Segment>()

  constructor(blocks: readonly TextBlock[], cards: readonly ClaimCard[]) {
    this.#cards = cards
    for (const segment of leavesOf(blocks).flatMap((leaf) => leaf.segments)) {
      for (const number of segment.claims) {
        if (!this.#first.has(number)) this.#first.set(number, segment)
        this.#last.set(number, segment)
      }
    }
  }

  /** The text of a segment with the edges of its claims, still to be escaped. */
  marked(segment: Segment): string {
    const begins = segment.claims.filter((number) => this.#first.get(number) === segment)
    const ends = segment.claims.filter((number) => this.#last.get(number) === segment)
    const sign = (number: number): string => this.#cards[number - 1]!.verdict?.sign ?? '○'
    return [
      ...begins.map((number) => `[${number}]`),
      segment.text,
      ...ends.map((number) => `[/${number} ${sign(number)}]`),
    ].join('')
  }
}
