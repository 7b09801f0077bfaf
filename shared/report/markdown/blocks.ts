import type { NoteBlock, NoteRun } from '../note-blocks.js'
import { ClaimEdges } from '../office/claim-edges.js'
import type { Pieces } from '../pieces.js'
import { leavesOf, type TextBlock, type TextLeaf } from '../text-blocks.js'
import { address, block, inline, prefixed } from './inline.js'

interface List<Item> {
  ordered: boolean
  start: number
  items: readonly Item[]
}

/** What stands in a text where a claim begins and where it ends, as finished Markdown. */
export interface ClaimMarks {
  begins: (claim: number) => string
  ends: (claim: number) => string
}

/** A text with marks where its claims begin and end, a block at a time; one without words is empty. */
export function* annotatedMarkdown(blocks: readonly TextBlock[], marks: ClaimMarks): Pieces {
  const marked = new MarkedText(new ClaimEdges(leavesOf(blocks)), marks)
  for (const block of blocks) yield blockMarkdown(block, marked)
}

/** A note with its lists, bold, italic and links. */
export function noteMarkdown(blocks: readonly NoteBlock[]): string {
  const parts = blocks.map((part) => {
    return part.kind === 'list' ? listMarkdown(part, noteMarkdown) : part.runs.map(runMarkdown).join('')
  })
  return parts.join('\n\n')
}

function textMarkdown(blocks: readonly TextBlock[], marked: MarkedText): string {
  const parts = blocks.map((part) => blockMarkdown(part, marked))
  return parts.filter((part) => part !== '').join('\n\n')
}

function blockMarkdown(part: TextBlock, marked: MarkedText): string {
  switch (part.kind) {
    case 'rule':
      return '---'
    case 'page':
      return ''
    case 'quote':
      return prefixed('> ', textMarkdown(part.blocks, marked))
    case 'list':
      return listMarkdown(part, (item) => textMarkdown(item, marked))
    default:
      return leafMarkdown(part, marked)
  }
}

function leafMarkdown(leaf: TextLeaf, marked: MarkedText): string {
  if (leaf.number === null) return ''
  const text = marked.leaf(leaf)
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

/** Puts the marks between the words, which are escaped in stretches as long as they can be. */
class MarkedText {
  readonly #edges: ClaimEdges
  readonly #marks: ClaimMarks

  constructor(edges: ClaimEdges, marks: ClaimMarks) {
    this.#edges = edges
    this.#marks = marks
  }

  leaf({ segments }: TextLeaf): string {
    let markdown = ''
    let text = ''
    const mark = (marks: string): void => {
      if (marks === '') return
      markdown += words(text, markdown === '', true) + marks
      text = ''
    }
    for (const segment of segments) {
      mark(this.#edges.beginning(segment).map(this.#marks.begins).join(''))
      text += segment.text
      mark(this.#edges.ending(segment).map(this.#marks.ends).join(''))
    }
    return markdown + words(text, markdown === '', false)
  }
}

/** Words before, between or after marks: neither may they make an image or a link of one. */
function words(text: string, isFirst: boolean, isMarked: boolean): string {
  const escaped = isFirst ? block(text) : inline(text).replace(/^[(:]/, '\\$&')
  return isMarked ? escaped.replace(/!$/, '\\!') : escaped
}
