import { EditorState } from 'prosemirror-state'
import type { Decoration, DecorationSet } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { claimLayer } from '../../../../renderer/editor/claim-layer.js'
import { findingLayer } from '../../../../renderer/editor/finding-marks.js'
import { packHighlights, type Highlight } from '../../../../renderer/editor/highlights.js'
import { claimsAt, findingsAt, marksAt } from '../../../../renderer/editor/marks-at.js'
import {
  drawingOf,
  redraw,
  viewportHighlights,
} from '../../../../renderer/editor/plugins/viewport-highlights.js'
import { sourceSchema } from '../../../../shared/document/schema.js'
import { documentOf } from '../../../../shared/document/sections.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'

const paragraph = 'On 3 May the ship sank with 40 people aboard.'
const blocks = Array.from({ length: 100 }, () =>
  sourceSchema.node('paragraph', null, [sourceSchema.text(paragraph)]),
)
const doc = documentOf(blocks)
const text = plainTextOf(doc)
const stride = paragraph.length + 1

const nested: Highlight[] = [
  { id: 'sentence', start: 0, end: 45, colour: 'green' },
  { id: 'number', start: 28, end: 37, colour: 'red', type: 'quantity' },
]
const far: Highlight = { id: 'far', start: 90 * stride, end: 90 * stride + 8, colour: null }
const finding = {
  fingerprint: 'aaaaaaaa',
  severity: 'error',
  message: 'M',
  spans: [{ start: 3, end: 8 }],
} as const

const plugin = viewportHighlights({
  claims: claimLayer(packHighlights([...nested, far])),
  findings: findingLayer([finding]),
  active: {},
  window: { start: 0, end: 500 },
})
const state = EditorState.create({ doc, plugins: [plugin] })

type Attributes = Record<string, string>

function drawn(of: EditorState): [string, Attributes][] {
  const set = plugin.props.decorations!.call(plugin, of) as DecorationSet
  const found: Decoration[] = set.find()
  return found.map((decoration) => {
    const { attrs } = (decoration as unknown as { type: { attrs: Attributes } }).type
    return [of.doc.textBetween(decoration.from, decoration.to, '|'), attrs]
  })
}

describe('viewportHighlights', () => {
  it('draws a segment for each set of claims, named innermost first, with colour and type of the innermost', () => {
    const claims = drawn(state).filter(([, attributes]) => attributes['data-claims'])
    expect(claims.map(([quote, attributes]) => [quote, attributes['data-claims']])).toEqual([
      ['On 3 May the ship sank with ', 'sentence'],
      ['40 people', 'number sentence'],
      [' aboard.', 'sentence'],
    ])
    expect(claims[1]![1].class).toBe('claim verdict-red type-quantity depth-2 line-1-red line-0-green')
  })

  it('draws findings as marks of another kind', () => {
    const findings = drawn(state).filter(([, attributes]) => attributes['data-findings'])
    expect(findings).toEqual([
      ['3 May', { nodeName: 'span', class: 'finding severity-error', 'data-findings': 'aaaaaaaa' }],
    ])
  })

  it('draws nothing outside its window, and the rest when the window moves', () => {
    expect(drawn(state).some(([, attributes]) => attributes['data-claims'] === 'far')).toBe(false)
    const moved = state.apply(redraw(state, { window: { start: 80 * stride, end: text.length } }))
    expect(drawn(moved).map(([quote, attributes]) => [quote, attributes.class])).toEqual([
      ['On 3 May', 'claim verdict-none type-other depth-1 line-0-none'],
    ])
  })

  it('cuts a claim over several blocks at the edges of the window only', () => {
    const long = packHighlights([{ id: 'long', start: 0, end: text.length, colour: null }])
    const redrawn = state.apply(
      redraw(state, { claims: claimLayer(long), window: { start: stride, end: 3 * stride - 1 } }),
    )
    expect(drawn(redrawn).find(([, attributes]) => attributes['data-claims'])![0]).toBe(
      `${paragraph}|${paragraph}`,
    )
  })

  it('marks every segment of what is open', () => {
    const opened = state.apply(redraw(state, { active: { claimId: 'sentence' } }))
    expect(drawn(opened).filter(([, attributes]) => attributes.class!.includes('is-active'))).toHaveLength(3)
    expect(drawingOf(opened).claims).toBe(drawingOf(state).claims)
  })
})

describe('marksAt', () => {
  it('names claims innermost first, then findings', () => {
    expect(claimsAt(state, 30)).toEqual(['number', 'sentence'])
    expect(findingsAt(state, 4)).toEqual(['aaaaaaaa'])
    expect(marksAt(state, 4)).toEqual([
      { kind: 'claim', id: 'sentence' },
      { kind: 'finding', id: 'aaaaaaaa' },
    ])
    expect(marksAt(state, 200)).toEqual([])
  })
})
