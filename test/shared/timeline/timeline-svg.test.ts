import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingHidden } from '../../../shared/timeline/timeline-filter.js'
import { timelineSvg } from '../../../shared/timeline/svg/timeline-svg.js'
import { claim, modelOf, relation, source } from './timeline-records.js'

const parts = ['axis', 'order', 'matrix'] as const

const model = modelOf({
  claims: [
    claim('1', 'a', '2011-05-04', { verdict: 'contradicted' }),
    claim('2', 'a', '2010-02~', { eventDateInferred: true }),
    claim('3', 'b', '2011-05-09'),
    claim('4', 'b', '2009/..'),
  ],
  relations: [relation('contradicts', '1', '3')],
})

/** The elements of a document by nesting; throws when an end does not fit its beginning. */
function elementsOf(xml: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [, isEnd, name = '', rest = ''] of xml.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<>]*")*\s*\/?)>/g,
  )) {
    if (isEnd) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    names.push(name)
    if (!rest.endsWith('/')) open.push(name)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`)
  return names
}

describe('a timeline as SVG', () => {
  it.each(parts)('is one document with its own styles and nothing from elsewhere: %s', (part) => {
    const svg = timelineSvg(model, { title: 'The storm gate', part })
    const names = elementsOf(svg)
    expect(names[0]).toBe('svg')
    expect(names).toContain('style')
    expect(names).not.toContain('script')
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|url\((?!#)|@import|\son\w+=/,
    )
    expect(svg).toContain('The storm gate')
  })

  it('says in words what it draws', () => {
    expect(timelineSvg(model, { title: 'T', part: 'axis' })).toContain(
      '4 May 2011: “What 1 says”. Claim, contradicted. Another passage dates it differently',
    )
    expect(timelineSvg(model, { title: 'T', part: 'order' })).toContain(
      '1 of 2 dated passages is told out of the order of time.',
    )
    expect(timelineSvg(model, { title: 'T', part: 'matrix' })).toContain('on 1 of them the dates disagree')
  })

  it('draws what the filter leaves', () => {
    const filter = { ...nothingHidden, hiddenSources: new Set(['a']) }
    for (const part of parts)
      expect(timelineSvg(model, { title: 'T', part, filter })).not.toContain('What 1 says')
  })

  it('names what it refers to by the ids it is given', () => {
    const svg = timelineSvg(model, { title: 'T', part: 'axis', ids: 'second' })
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) expect(id).toMatch(/^second-/)
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  })

  it.each(parts)('can be drawn of nothing: %s', (part) => {
    expect(elementsOf(timelineSvg(modelOf({}), { title: '', part }))[0]).toBe('svg')
  })

  it('says how much it leaves out when there is too much to draw', () => {
    const claims = Array.from({ length: 450 }, (_, index) => claim(String(index + 1), 'a', `${1000 + index}`))
    const svg = timelineSvg(modelOf({ claims }), { title: 'T', part: 'matrix' })
    expect(svg).toContain('50 more rows are not drawn.')
  })

  it('escapes every word that comes from a case', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '&', '"', "'", '\0', '\uD800', ']]>'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
    })
    fc.assert(
      fc.property(words, fc.constantFrom(...parts), (text, part) => {
        const own = claim('1', 'a', '2011')
        const hostile = modelOf({
          sources: [{ ...source('a'), title: text }],
          claims: [{ ...own, selector: { ...own.selector, exact: text } }],
        })
        const plain = modelOf({
          sources: [{ ...source('a'), title: 'x' }],
          claims: [{ ...own, selector: { ...own.selector, exact: 'x' } }],
        })
        const names = elementsOf(timelineSvg(hostile, { title: text, part }))
        const withoutTexts = (list: string[]): string[] => list.filter((name) => name !== 'text')
        expect(withoutTexts(names)).toEqual(
          withoutTexts(elementsOf(timelineSvg(plain, { title: 'x', part }))),
        )
      }),
    )
  })
})
