import type { Node } from 'prosemirror-model'
import { noteFromJson } from '../document/note-schema.js'
import type { Note } from '../domain/note.js'

/** Text of a note in one style. `href`, where there is one, is an https, http or mailto address. */
export interface NoteRun {
  text: string
  strong: boolean
  em: boolean
  href: string | null
}

/** The rich text of a note as plain data. A hard break is a run with a line break as its text. */
export type NoteBlock =
  | { kind: 'paragraph'; runs: NoteRun[] }
  | { kind: 'list'; ordered: boolean; start: number; items: NoteBlock[][] }

/** The blocks of a note; one whose rich text is damaged is given as plain text, a paragraph a line. */
export function noteBlocksOf(note: Pick<Note, 'body' | 'text'>): NoteBlock[] {
  try {
    return blocksOf(noteFromJson(note.body))
  } catch {
    return note.text.split('\n').map((text) => {
      return { kind: 'paragraph', runs: [{ text, strong: false, em: false, href: null }] }
    })
  }
}

function blocksOf(parent: Node): NoteBlock[] {
  return parent.children.map((node) => {
    if (node.isTextblock) return { kind: 'paragraph', runs: node.children.map(runOf) }
    const ordered = node.type.name === 'ordered_list'
    const start = ordered ? (node.attrs.order as number) : 1
    return { kind: 'list', ordered, start, items: node.children.map(blocksOf) }
  })
}

function runOf(node: Node): NoteRun {
  const mark = (name: string) => node.marks.find((candidate) => candidate.type.name === name)
  return {
    text: node.text ?? '\n',
    strong: mark('strong') !== undefined,
    em: mark('em') !== undefined,
    href: (mark('link')?.attrs.href as string | undefined) ?? null,
  }
}

/** The plain text of a note's blocks: blocks on lines of their own, list items with a dash or their number. */
export function noteText(blocks: readonly NoteBlock[], indent = ''): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('')
      const mark = (index: number): string => (block.ordered ? `${block.start + index}. ` : '- ')
      return block.items
        .map((item, index) => `${indent}${mark(index)}${noteText(item, `${indent}  `)}`)
        .join('\n')
    })
    .join('\n')
}

/** A note's plain text with the address of each link behind its words, where these are not the address itself. */
export function noteWithAddresses(blocks: readonly NoteBlock[]): string {
  return noteText(blocks.map(withAddresses))
}

function withAddresses(block: NoteBlock): NoteBlock {
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(withAddresses)) }
  const runs: NoteRun[] = []
  let words = ''
  for (const [index, run] of block.runs.entries()) {
    runs.push(run)
    words += run.text
    if (run.href === block.runs[index + 1]?.href) continue
    if (run.href && words.trim() !== run.href) runs.push({ ...run, text: ` (${run.href})` })
    words = ''
  }
  return { kind: 'paragraph', runs }
}
