import fc from 'fast-check'
import { history, redo, undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import {
  deleteBackward,
  deleteForward,
  splitText,
} from '../../../../renderer/editor/commands/correction-commands.js'
import { correctionRecord, recordIn } from '../../../../renderer/editor/correction/record.js'
import { writeText } from '../../../../renderer/editor/correction/write-text.js'
import { evenSections } from '../../../../renderer/editor/plugins/even-sections.js'
import { pasted } from '../../../../renderer/editor/plugins/unlocked.js'
import { sourceSchema } from '../../../../shared/document/schema.js'
import { offsetsOf } from '../../../../shared/document/text-offsets.js'

/** Lengths of text blocks, nested as they stand in a document. */
type Block =
  { kind: 'paragraph' | 'heading' | 'code_block'; length: number; gap: number } | Container | 'rule'
interface Container {
  kind: 'blockquote' | 'bullet_list'
  blocks: Block[]
}

const textBlock = fc.record({
  kind: fc.constantFrom('paragraph', 'paragraph', 'paragraph', 'heading', 'code_block'),
  length: fc.integer({ min: 0, max: 8 }),
  gap: fc.integer({ min: 0, max: 2 }),
})
const container = fc.record({
  kind: fc.constantFrom('blockquote', 'bullet_list'),
  blocks: fc.array(textBlock, { minLength: 1, maxLength: 3 }),
})
const block = fc.oneof(
  { weight: 6, arbitrary: textBlock },
  { weight: 2, arbitrary: container },
  { weight: 1, arbitrary: fc.constant('rule') },
) as fc.Arbitrary<Block>

/** Documents of small sections in which no character occurs twice. */
export const anyDocument: fc.Arbitrary<Node> = fc
  .array(fc.array(block, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((sections) => {
    let next = 0x4e00
    const nodeOf = (block: Block): Node => {
      if (block === 'rule') return sourceSchema.node('horizontal_rule')
      if ('blocks' in block) {
        const inner = block.blocks.map(nodeOf)
        const isList = block.kind === 'bullet_list'
        const content = isList ? inner.map((node) => sourceSchema.node('list_item', null, node)) : inner
        return sourceSchema.node(block.kind, null, content)
      }
      const { kind, length, gap } = block
      const text = Array.from({ length }, () => String.fromCharCode(next++)).join('')
      return sourceSchema.node(kind, { gap }, text ? sourceSchema.text(text) : [])
    }
    const nodes = sections.map((blocks) => sourceSchema.node('section', null, blocks.map(nodeOf)))
    return sourceSchema.node('doc', null, nodes)
  })

/** Ranges as shares of a text's length. */
export const anyRanges = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9 })),
  {
    minLength: 1,
    maxLength: 30,
    size: 'max',
  },
)

type Kind = 'type' | 'delete' | 'forward' | 'enter' | 'paste' | 'replace' | 'undo' | 'redo'

/** One thing that a person does with [`at`, `at + length`) selected, `at` as a share of the text. */
export interface Edit {
  kind: Kind
  at: number
  length: number
  again: boolean
}

export const anyEdits = fc.array(
  fc.record({
    kind: fc.constantFrom<Kind>(
      'type',
      'type',
      'delete',
      'delete',
      'forward',
      'enter',
      'paste',
      'replace',
      'undo',
      'redo',
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })),
    /** Where the caret is, instead of at `at`. */
    again: fc.boolean(),
  }),
  { maxLength: 25, size: 'max' },
)

/** A state in which a document is corrected, with ranges [start, end) that follow. */
export function correcting(doc: Node, ranges: readonly (readonly [number, number])[]): EditorState {
  const starts = Int32Array.from(ranges, ([start]) => start)
  const ends = Int32Array.from(ranges, ([, end]) => end)
  const plugins = [history({ depth: Infinity }), correctionRecord(starts, ends), evenSections()]
  return EditorState.create({ doc, plugins })
}

/** Ranges of a text of a length, none of them empty. */
export function rangesIn(length: number, shares: readonly (readonly [number, number])[]): [number, number][] {
  return shares.flatMap(([share, size]): [number, number][] => {
    const start = Math.floor(share * length)
    const end = Math.min(length, start + size)
    return start < end ? [[start, end]] : []
  })
}

/** The ranges that are left, `null` for those that are gone. */
export function rangesOf(state: EditorState): ([number, number] | null)[] {
  const { starts, ends } = recordIn(state)!.ranges
  return Array.from(starts, (start, place) => (start < 0 ? null : [start, ends[place]!]))
}

/** The state after a command, or the same one when it does not apply. */
export function after(state: EditorState, command: Command): EditorState {
  let result = state
  command(state, (transaction: Transaction) => {
    result = state.apply(transaction)
  })
  return result
}

/** The state with [start, end) selected, in text offsets. */
export function selected(state: EditorState, start: number, end = start): EditorState {
  const resolved = (offset: number) => state.doc.resolve(offsetsOf(state.doc).position(offset))
  return state.apply(state.tr.setSelection(TextSelection.between(resolved(start), resolved(end))))
}

/** The state after edits; what is written is new each time, in characters that the document does not have. */
export function edited(state: EditorState, edits: readonly Edit[]): EditorState {
  let next = 0x0400
  const written = (length: number): string =>
    Array.from({ length }, () => String.fromCharCode(next++)).join('')
  return edits.reduce((before, { kind, at, length, again }) => {
    const total = offsetsOf(before.doc).length
    const start = Math.round(at * total)
    const now = again ? before : selected(before, start, Math.min(total, start + length))
    switch (kind) {
      case 'type':
        return now.apply(now.tr.insertText(written(1 + (length % 3))))
      case 'delete':
        return after(now, deleteBackward)
      case 'forward':
        return after(now, deleteForward)
      case 'enter':
        return after(now, splitText)
      case 'paste':
        return now.apply(pasted(now, [written(length % 3), '', written(1), written(length % 2)].join('\n')))
      case 'replace': {
        const { from, to } = now.selection
        return now.apply(writeText(now.tr, from, to, written(length % 3)))
      }
      case 'undo':
        return after(now, undo)
      case 'redo':
        return after(now, redo)
    }
  }, state)
}

export function undoneAll(state: EditorState): EditorState {
  const before = after(state, undo)
  return before === state ? state : undoneAll(before)
}

export function redoneAll(state: EditorState): EditorState {
  const next = after(state, redo)
  return next === state ? state : redoneAll(next)
}
