import { EditorState } from 'prosemirror-state'
import type { Decoration, DecorationSet } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { claimLayer } from '../../../../renderer/editor/claim-layer.js'
import { findingLayer } from '../../../../renderer/editor/finding-marks.js'
import { noHighlights, packHighlights } from '../../../../renderer/editor/highlights.js'
import { foundPassages, showFound } from '../../../../renderer/editor/plugins/found-passages.js'
import { redraw, viewportHighlights } from '../../../../renderer/editor/plugins/viewport-highlights.js'
import { findPassages } from '../../../../shared/document/find.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'

const doc = documentFromPlainText(Array.from({ length: 100 }, (_, i) => `Ship ${i} left port.`).join('\n\n'))
const text = plainTextOf(doc)
const query = { text: 'left', matchCase: false, wholeWord: true, isRegExp: false }
const { passages } = findPassages(text, query, 1000)

const plugin = foundPassages()
const initial = EditorState.create({
  doc,
  plugins: [
    viewportHighlights({
      claims: claimLayer(noHighlights),
      findings: findingLayer([]),
      active: {},
      window: { start: 0, end: 60 },
    }),
    plugin,
  ],
})
const found = initial.apply(showFound(initial, passages, 1))

function drawn(state: EditorState): [string, string][] {
  const set = plugin.props.decorations!.call(plugin, state) as DecorationSet
  return set.find().map((decoration: Decoration) => {
    const { attrs } = (decoration as unknown as { type: { attrs: { class: string } } }).type
    return [state.doc.textBetween(decoration.from - 3, decoration.to), attrs.class]
  })
}

describe('foundPassages', () => {
  it('draws what was found in the window, the current one in its own way', () => {
    expect(drawn(initial)).toEqual([])
    expect(drawn(found)).toEqual([
      [' 0 left', 'found'],
      [' 1 left', 'found found-current'],
      [' 2 left', 'found'],
    ])
  })

  it('draws what comes into the window when it moves', () => {
    const start = passages[80]!.start - 2
    const moved = found.apply(redraw(found, { window: { start, end: start + 10 } }))
    expect(drawn(moved)).toEqual([['80 left', 'found']])
  })

  it('stays at its passage when claims change', () => {
    const claims = claimLayer(packHighlights([{ id: 'one', start: 0, end: 30, colour: null }]))
    expect(drawn(found.apply(redraw(found, { claims })))).toEqual(drawn(found))
  })

  it('has moved with an edit also where it is drawn only later', () => {
    const edited = found.apply(found.tr.insertText('An old ', 2))
    const [first, second] = [passages[80]!, passages[81]!]
    const window = { start: first.start, end: second.end + 7 }
    const names = drawn(edited.apply(redraw(edited, { window })))
    expect(names).toEqual([
      ['80 left', 'found'],
      ['81 left', 'found'],
    ])
    expect(drawn(edited.apply(redraw(edited, { window: { start: 0, end: 60 } })))[1]).toEqual([
      ' 1 left',
      'found found-current',
    ])
  })

  it('moves with an edit until it is set anew, and goes when nothing is found', () => {
    expect(drawn(found.apply(found.tr.insertText('A ', 2))).map(([, name]) => name)).toHaveLength(3)
    expect(drawn(found.apply(showFound(found, [], -1)))).toEqual([])
  })
})
