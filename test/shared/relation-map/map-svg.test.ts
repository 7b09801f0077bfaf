import { describe, expect, it } from 'vitest'
import { relationTypes } from '../../../shared/domain/relation.js'
import { layoutMap } from '../../../shared/relation-map/map-layout.js'
import { linesOf, mapSvg } from '../../../shared/relation-map/map-svg.js'
import { defaultCaseScale } from '../../../shared/domain/case-scale.js'

const layout = layoutMap({
  columns: [
    {
      sourceId: 's',
      title: 'Courier <late>',
      place: 0,
      nodes: [
        { id: 'a', number: 1, quote: 'six & seven', verdict: 'contradicted' },
        { id: 'b', number: 2, quote: 'eight', verdict: null },
      ],
    },
  ],
  edges: [{ id: 'e', from: 'b', to: 'a', type: 'corrects' }],
})

describe('the map as a picture', () => {
  const svg = mapSvg(layout, 'Bridge & tide', defaultCaseScale)

  it('escapes what people and texts say', () => {
    expect(svg).toContain('Courier &#60;late&#62;')
    expect(svg).toContain('six &#38; seven')
    expect(svg).toContain('<title>Bridge &#38; tide</title>')
  })

  it('tells verdicts and relations in words and signs, beside their colours', () => {
    expect(svg).toContain('✗ Contradicted')
    expect(svg).toContain('· Not judged')
    for (const { sign, forth } of relationTypes) expect(svg).toContain(`${sign} ${forth}`)
    expect(svg).toContain('marker-start="url(#map-arrow-corrects)"')
  })

  it('asks for nothing from elsewhere', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|@import/)
  })
})

describe('a quote in few lines', () => {
  it('is broken between words, and cut with an ellipsis', () => {
    expect(linesOf('one two three four five', 9, 2)).toEqual(['one two', 'three…'])
    expect(linesOf('one two three', 9, 2)).toEqual(['one two', 'three'])
  })

  it('cuts a word that is too long for a line, and no letter in two', () => {
    expect(linesOf('incomprehensibilities', 9, 2)).toEqual(['incompre…'])
    expect(linesOf('abcdefg😀hij', 9, 1)).toEqual(['abcdefg…'])
  })
})
