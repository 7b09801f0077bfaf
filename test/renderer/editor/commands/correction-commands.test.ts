import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import {
  deleteBackward,
  deleteForward,
  splitText,
} from '../../../../renderer/editor/commands/correction-commands.js'
import { sourceSchema } from '../../../../shared/document/schema.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { after, correcting, selected } from '../correction/any-correction.js'

const { nodes } = sourceSchema
const paragraph = (text: string, gap = 0): Node =>
  nodes.paragraph.create({ gap }, text ? sourceSchema.text(text) : null)
const heading = (text: string, gap = 0): Node =>
  nodes.heading.create({ level: 2, gap }, sourceSchema.text(text))
const list = (...items: Node[]): Node =>
  nodes.bullet_list.create(
    null,
    items.map((item) => nodes.list_item.create(null, item)),
  )
const rule = (): Node => nodes.horizontal_rule.create()
const doc = (...sections: Node[][]): Node =>
  nodes.doc.create(
    null,
    sections.map((blocks) => nodes.section.create(null, blocks)),
  )

/** The document after a command with the caret before `at`, or with all of `at` selected. */
function result(before: Node, at: string, command: Command, isSelected = false): Node {
  const start = plainTextOf(before).indexOf(at)
  const state = selected(correcting(before, []), start, isSelected ? start + at.length : start)
  const { doc: changed } = after(state, command)
  changed.check()
  return changed
}

describe('splitText', () => {
  it('parts a paragraph, the second half without a gap of its own', () => {
    const changed = result(doc([paragraph('one'), paragraph('two three', 2)]), ' three', splitText)
    expect(changed).toEqual(doc([paragraph('one'), paragraph('two', 2), paragraph(' three')]))
  })

  it('begins a paragraph after a heading, and an empty one before it', () => {
    const before = doc([heading('Title', 1), paragraph('one')])
    expect(result(before, '\none', splitText)).toEqual(
      doc([heading('Title', 1), paragraph(''), paragraph('one')]),
    )
    expect(result(before, 'Title', splitText)).toEqual(
      doc([paragraph('', 1), heading('Title'), paragraph('one')]),
    )
  })

  it('begins a new item in a list', () => {
    expect(result(doc([list(paragraph('one two', 1))]), ' two', splitText)).toEqual(
      doc([list(paragraph('one', 1), paragraph(' two'))]),
    )
  })

  it('stays in the section at the edges of sections', () => {
    const before = doc([paragraph('one')], [paragraph('two')])
    expect(result(before, '\ntwo', splitText)).toEqual(
      doc([paragraph('one'), paragraph('')], [paragraph('two')]),
    )
    expect(result(before, 'two', splitText)).toEqual(
      doc([paragraph('one')], [paragraph(''), paragraph('two')]),
    )
  })
})

describe('deleteBackward', () => {
  it('joins paragraphs across the edge of two sections', () => {
    const changed = result(
      doc([paragraph('one')], [paragraph('two', 2), paragraph('three')]),
      'two',
      deleteBackward,
    )
    expect(plainTextOf(changed)).toBe('onetwo\nthree')
  })

  it('joins to the last item of a list at the end of the section before', () => {
    const changed = result(
      doc([list(paragraph('one'))], [paragraph('two'), paragraph('three')]),
      'two',
      deleteBackward,
    )
    expect(plainTextOf(changed)).toBe('onetwo\nthree')
  })

  it('takes an item out of its list first', () => {
    const changed = result(doc([paragraph('one')], [list(paragraph('two'))]), 'two', deleteBackward)
    expect(changed).toEqual(doc([paragraph('one')], [paragraph('two')]))
  })

  it('deletes a rule or an empty paragraph before the section, with its section when nothing else is in it', () => {
    expect(result(doc([paragraph('one'), rule()], [heading('two')]), 'two', deleteBackward)).toEqual(
      doc([paragraph('one')], [heading('two')]),
    )
    expect(result(doc([paragraph('one')], [paragraph('')], [heading('two')]), 'two', deleteBackward)).toEqual(
      doc([paragraph('one')], [heading('two')]),
    )
  })

  it('deletes across sections, of which none is left empty', () => {
    const before = doc([paragraph('one')], [paragraph('two')], [paragraph('three')], [paragraph('four')])
    expect(result(before, 'ne\ntwo\nthr', deleteBackward, true)).toEqual(
      doc([paragraph('oee')], [paragraph('four')]),
    )
    expect(plainTextOf(result(before, 'one\ntwo\nthree\nfour', deleteBackward, true))).toBe('')
  })

  it('does nothing at the start of the text', () => {
    const before = doc([paragraph('one')])
    expect(result(before, 'one', deleteBackward)).toBe(before)
  })
})

describe('deleteForward', () => {
  it('joins paragraphs across the edge of two sections', () => {
    const changed = result(
      doc([paragraph('one')], [paragraph('two'), paragraph('three')]),
      '\ntwo',
      deleteForward,
    )
    expect(plainTextOf(changed)).toBe('onetwo\nthree')
  })

  it('deletes a rule after the section', () => {
    expect(result(doc([paragraph('one')], [rule(), paragraph('two')]), '\ntwo', deleteForward)).toEqual(
      doc([paragraph('one')], [paragraph('two')]),
    )
  })

  it('does nothing at the end of the text', () => {
    const before = doc([paragraph('one')])
    expect(after(selected(correcting(before, []), 3), deleteForward).doc).toBe(before)
  })
})
