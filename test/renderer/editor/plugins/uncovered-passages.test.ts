import { EditorState } from 'prosemirror-state'
import type { Decoration, DecorationSet } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { claimLayer } from '../../../../renderer/editor/claim-layer.js'
import { findingLayer } from '../../../../renderer/editor/finding-marks.js'
import { noHighlights } from '../../../../renderer/editor/highlights.js'
import {
  showUncovered,
  shownCoverage,
  uncoveredPassages,
} from '../../../../renderer/editor/plugins/uncovered-passages.js'
import { redraw, viewportHighlights } from '../../../../renderer/editor/plugins/viewport-highlights.js'
import { createChecker } from '../../../../shared/checks/run-checks.js'
import { allCheckableKinds } from '../../../../shared/coverage/checkables.js'
import { coverageOf } from '../../../../shared/coverage/coverage.js'
import { readCheckables } from '../../../../shared/coverage/read-checkables.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'

const doc = documentFromPlainText(
  Array.from({ length: 100 }, (_, day) => `The ship left in ${1900 + day} again.`).join('\n\n'),
)
const text = plainTextOf(doc)
const checkables = readCheckables(createChecker().sections({ id: '1', text, published: null }))
const sentence = (at: number) => {
  const start = text.indexOf(`The ship left in ${1900 + at}`)
  return { start, end: text.indexOf('.', start) + 1 }
}

const plugin = uncoveredPassages()
const initial = EditorState.create({
  doc,
  plugins: [
    viewportHighlights({
      claims: claimLayer(noHighlights),
      findings: findingLayer([]),
      active: {},
      window: { start: 0, end: sentence(1).end },
    }),
    plugin,
  ],
})
const coverage = coverageOf(checkables, [sentence(0)])
const shown = initial.apply(showUncovered(initial, { coverage, kinds: allCheckableKinds }))

function drawn(state: EditorState): [string, string][] {
  const set = plugin.props.decorations!.call(plugin, state) as DecorationSet
  return set.find().map((decoration: Decoration) => {
    const { attrs } = (decoration as unknown as { type: { attrs: { class: string } } }).type
    return [state.doc.textBetween(decoration.from, decoration.to), attrs.class]
  })
}

describe('uncovered passages', () => {
  it('are underlined in the window, a date in a sentence as a date', () => {
    expect(drawn(initial)).toEqual([])
    expect(drawn(shown)).toEqual([
      ['The ship left in ', 'uncovered uncovered-sentence'],
      ['1901', 'uncovered uncovered-date'],
      [' again.', 'uncovered uncovered-sentence'],
    ])
  })

  it('are underlined where the window moves', () => {
    const moved = shown.apply(redraw(shown, { window: sentence(80) }))
    expect(
      drawn(moved)
        .map(([words]) => words)
        .join(''),
    ).toBe('The ship left in 1980 again.')
  })

  it('are of the kinds that are asked for', () => {
    const dates = shown.apply(showUncovered(shown, { coverage, kinds: ['date'] }))
    expect(drawn(dates)).toEqual([['1901', 'uncovered uncovered-date']])
  })

  it('go when the text changes, and when nothing is to be shown', () => {
    const edited = shown.apply(shown.tr.insertText('A ', 2))
    expect(drawn(edited)).toEqual([])
    expect(shownCoverage(edited)).toBeNull()
    expect(drawn(shown.apply(showUncovered(shown, null)))).toEqual([])
  })

  it('stay as they are when the selection moves', () => {
    const moved = shown.apply(shown.tr.setSelection(shown.selection))
    expect(plugin.getState(moved)).toBe(plugin.getState(shown))
  })
})
