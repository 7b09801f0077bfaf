import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../shared/domain/claim.js'
import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import { annotationCollection, reportJsonLd } from '../../../shared/report/json-ld.js'
import { digestUri } from '../../../shared/report/json-ld/vocabulary.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { expanded } from './annotation-context.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { anyText, oddTexts } from './odd-texts.js'

const options = { generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0', internalNotes: false }

interface Body extends Record<string, unknown> {
  purpose: string
  value?: string
}

interface Annotation extends Record<string, unknown> {
  id: string
  motivation: string[]
  body: Body[]
  target: { source: string; selector: Record<string, unknown>[]; state: Record<string, unknown> }
}

interface Collection extends Record<string, unknown> {
  total: number
  sources: Record<string, unknown>[]
  first: { items: Annotation[] }
}

function collectionOf(build: CaseBuilder, internalNotes = false): Collection {
  return JSON.parse(wholeOf(reportJsonLd(build.snapshot, { ...options, internalNotes }))) as Collection
}

const only = (build: CaseBuilder): Annotation => collectionOf(build).first.items[0]!
const bodyOf = ({ body }: Annotation, purpose: string): Body | undefined =>
  body.find((one) => one.purpose === purpose)

describe('the annotation collection of a case', () => {
  it('has an annotation a claim, in reading order, on its one page', () => {
    const build = harbourCase()
    const { id, type, total, first, generator } = collectionOf(build)
    expect({ type, total, generator }).toEqual({
      type: 'AnnotationCollection',
      total: build.snapshot.claims.length,
      generator: { type: 'Software', name: 'Stet 0.1.0' },
    })
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: id, startIndex: 0 })
    expect(first.items).toHaveLength(build.snapshot.claims.length)
    expect(first.items.map((item) => item.id).sort()).toEqual(
      build.snapshot.claims.map((claim) => `urn:uuid:${claim.id}`).sort(),
    )
  })

  it('names a passage by its quote and by code points of the text that the digest names', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The 🔔🔔 bells rang at noon.', { url: 'https://example.org/bells' })
    build.claim(source, 'rang at noon')
    const { target } = only(build)
    const { id, createdAt, sha256 } = build.textOf(source)
    expect(target).toEqual({
      type: 'SpecificResource',
      source: 'https://example.org/bells',
      selector: [
        { type: 'TextQuoteSelector', exact: 'rang at noon', prefix: 'The 🔔🔔 bells ', suffix: '.' },
        { type: 'TextPositionSelector', start: 13, end: 25 },
      ],
      state: {
        id: `urn:uuid:${id}`,
        type: 'TimeState',
        sourceDate: createdAt,
        cached: digestUri(sha256),
        sha256,
        version: 1,
      },
    })
  })

  it('says of a passage of an earlier text only what still holds', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon.')
    const claim = build.claim(source, 'noon')
    const earlier = '00000000-0000-4000-8000-00000000aaaa' as TextVersionId
    claim.selector.textVersionId = earlier
    const { selector, state } = only(build).target
    expect(selector.map(({ type }) => type)).toEqual(['TextQuoteSelector'])
    expect(state).toEqual({ id: `urn:uuid:${earlier}`, type: 'TimeState' })
  })

  it('calls sources that share an address by their own names', () => {
    const build = new CaseBuilder()
    const url = 'https://example.org/both'
    const [one, two] = [build.source('One', 'First.', { url }), build.source('Two', 'Second.', { url })]
    expect(collectionOf(build).sources.map(({ id, address }) => [id, address])).toEqual([
      [`urn:uuid:${one.id}`, url],
      [`urn:uuid:${two.id}`, url],
    ])
  })

  it('gives each judgement a body with its purpose', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon.')
    const claim = build.claim(source, 'noon', {
      type: 'date',
      verdict: 'contradicted',
      confidence: 'high',
      correction: 'one o’clock',
      tags: ['time'],
      claimant: 'The sexton',
      eventDate: '1983-03~',
    })
    build.note(claim, 'The bell was being mended.')
    build.evidence(claim, 'The log of the tower', { stance: 'contradicts' })
    build.assess(build.person('Grace', 'second-reader'), claim, 'unverifiable', { comment: 'Which bell?' })
    const annotation = only(build)
    expect(annotation.motivation).toEqual([
      'classifying',
      'tagging',
      'assessing',
      'editing',
      'commenting',
      'linking',
    ])
    expect(bodyOf(annotation, 'assessing')).toMatchObject({ value: 'Contradicted', notation: 'contradicted' })
    expect(bodyOf(annotation, 'editing')).toMatchObject({ value: 'one o’clock' })
    expect(bodyOf(annotation, 'commenting')).toMatchObject({ value: 'The bell was being mended.' })
    expect(bodyOf(annotation, 'linking')).toMatchObject({
      type: 'TextualBody',
      value: 'The log of the tower',
    })
    expect(annotation.target).toMatchObject({ claimant: { name: 'The sexton' }, eventDate: '1983-03~' })
    expect(annotation['cito:isDisputedBy']).toHaveLength(1)
    expect(JSON.stringify(annotation)).not.toContain('Which bell?')
    expect(
      annotation.body.filter(({ creator }) => creator && (creator as Body)['name'] === 'Grace'),
    ).toHaveLength(1)
  })

  it('tells internal notes and comments only when asked', () => {
    const build = harbourCase()
    const internal = build.snapshot.notes.filter(({ visibility }) => visibility === 'internal')
    expect(internal.length).toBeGreaterThan(0)
    const ids = (withInternal: boolean): unknown[] =>
      collectionOf(build, withInternal).first.items.flatMap(({ body }) => body.map(({ id }) => id))
    for (const { id } of internal) {
      expect(ids(false)).not.toContain(`urn:uuid:${id}`)
      expect(ids(true)).toContain(`urn:uuid:${id}`)
    }
  })

  it('says when an address was visited and where a copy is, with the date as it was given', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells')
    const url = 'https://example.org/log'
    const archivedUrl = 'https://archive.example.org/log'
    build.evidence(claim, 'Log', { url, archivedUrl, accessed: '2026-02?', quote: 'No bell.' })
    expect(bodyOf(only(build), 'linking')).toMatchObject({
      type: 'SpecificResource',
      source: url,
      selector: { type: 'TextQuoteSelector', exact: 'No bell.' },
      state: { type: 'TimeState', cached: archivedUrl, accessed: '2026-02?' },
    })
  })

  it('draws relations in the terms of CiTO', () => {
    const build = new CaseBuilder()
    const source = build.source('Letters', 'a b c d e f')
    const [a, b, c, d, e, f] = [...'abcdef'].map((letter) => build.claim(source, letter)) as [
      Claim,
      Claim,
      Claim,
      Claim,
      Claim,
      Claim,
    ]
    build.relation(a, 'contradicts', b)
    build.relation(a, 'supports', c)
    build.relation(a, 'qualifies', d)
    build.relation(a, 'corrects', e)
    build.relation(a, 'same-as', f)
    const node = (claim: Claim): object => ({ id: `urn:uuid:${claim.id}` })
    expect(only(build)).toMatchObject({
      'cito:disputes': [node(b)],
      'cito:supports': [node(c)],
      'cito:qualifies': [node(d)],
      'cito:corrects': [node(e)],
      related: [`urn:uuid:${f.id}`],
    })
  })

  it('says of a work without an address what was quoted, of a name of its own', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells')
    build.evidence(claim, 'The log of the tower', { quote: 'No bell.', accessed: '2026-02' })
    const body = bodyOf(only(build), 'linking')!
    // The model gives selectors and states to resources of others only, never to a text in the annotation itself.
    expect(body).toMatchObject({
      type: 'SpecificResource',
      source: `${body['id'] as string}#work`,
      title: 'The log of the tower',
      selector: { type: 'TextQuoteSelector', exact: 'No bell.' },
      state: { type: 'TimeState', accessed: '2026-02' },
    })
    expect(body).not.toHaveProperty('value')
  })

  it('tells the languages of its texts, and of what is proposed to be written in them', () => {
    const build = new CaseBuilder()
    const source = build.source('Glocken', 'Die Glocken schlugen.', { language: 'de' })
    build.claim(source, 'schlugen', { correction: 'läuteten' })
    build.claim(build.source('Bells', 'The bells rang.'), 'bells', { correction: 'bell' })
    const { sources, first } = collectionOf(build)
    expect(sources.map((one) => one['language'])).toEqual(['de', undefined])
    const said = first.items.map((item) =>
      [item.target as Record<string, unknown>, bodyOf(item, 'editing')].map((one) => one?.['language']),
    )
    expect(said).toEqual([
      ['de', 'de'],
      [undefined, undefined],
    ])
  })

  it('tells the scale that its claims are judged by, and which verdict of it each has', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells', { verdict: 'half-true' })
    const verdict = (id: string, label: string, means: string) => {
      const isTrue = id === 'true'
      return {
        id,
        label,
        means,
        sign: isTrue ? '✓' : '½',
        colour: isTrue ? 'green' : 'amber',
        mustFix: !isTrue,
      }
    }
    const verdicts = [verdict('true', 'True', 'supported'), verdict('half-true', 'Half true', 'inconsistent')]
    build.snapshot.preferences.push({ key: 'verdicts', value: { name: 'House', verdicts } } as never)
    const { scale, first } = collectionOf(build)
    expect(scale).toMatchObject({
      type: 'skos:OrderedCollection',
      title: 'House',
      verdicts: [
        { type: 'skos:Concept', notation: 'true', prefLabel: 'True' },
        {
          notation: 'half-true',
          prefLabel: 'Half true',
          properties: [
            { propertyName: 'means', propertyValue: 'inconsistent' },
            { propertyName: 'sign', propertyValue: '½' },
            { propertyName: 'must fix', propertyValue: 'true' },
          ],
        },
      ],
    })
    const [, half] = (scale as { verdicts: { id: string }[] }).verdicts
    expect(claim.verdict).toBe('half-true')
    expect(bodyOf(first.items[0]!, 'assessing')).toMatchObject({ value: 'Half true', verdict: half!.id })
  })

  it('is linked data of which a processor loses nothing', async () => {
    const build = harbourCase()
    for (const source of build.snapshot.sources) source.language = 'en'
    build.evidence(build.snapshot.claims[0]!, 'A letter', { quote: 'No.', accessed: '2026-02~' })
    const collection = await expanded(collectionOf(build, true))
    const named = JSON.stringify(collection)
    for (const term of [
      'http://purl.org/dc/elements/1.1/language',
      'http://www.w3.org/2004/02/skos/core#memberList',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/ns/oa#TimeState',
    ])
      expect(named).toContain(term)
    expect(collection['http://www.w3.org/ns/activitystreams#last']).toHaveLength(1)
  })

  it('can stand inside a script and loses nothing of odd texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (quote, note) => {
        fc.pre(quote !== '' && wellFormed(quote))
        const build = new CaseBuilder(`Case ${note}`)
        const source = build.source(`Title ${note}`, `Before ${quote} after`)
        const claim = build.claimAt(source, 7, 7 + quote.length, { correction: note, tags: [quote] })
        build.note(claim, note || 'none', { author: quote })
        const json = wholeOf(reportJsonLd(build.snapshot, options))
        expect(json).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(json)).toEqual(wholeCollection(build))
        const annotation = only(build)
        const [exact, position] = annotation.target.selector as [
          { exact: string },
          { start: number; end: number },
        ]
        expect(exact.exact).toBe(quote)
        const points = Array.from(build.textOf(source).text)
        expect(points.slice(position.start, position.end).join('')).toBe(quote)
        expect(bodyOf(annotation, 'editing')!.value).toBe(note)
        expect(bodyOf(annotation, 'tagging')!.value).toBe(quote)
      }),
      { examples: oddTexts.map((text) => [text, text] as [string, string]) },
    )
  })

  it('never links to an address that could break out of its place', () => {
    const build = new CaseBuilder()
    const source = build.source('Odd', 'Text', { url: 'https://example.org/"><script>' })
    build.claim(source, 'Text')
    const { sources, first } = collectionOf(build)
    expect(first.items[0]!.target.source).toBe(`urn:uuid:${source.id as SourceId}`)
    expect(sources[0]).toMatchObject({ address: 'https://example.org/"><script>' })
  })

  it('writes a digest as a named information URI', () => {
    // The example of RFC 6920, section 8.1: the SHA-256 of "Hello World!".
    const sha256 = '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'
    expect(digestUri(sha256)).toBe('ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk')
  })
})

/** What is exported, with all its items. */
function wholeCollection(build: CaseBuilder): object {
  const collection = annotationCollection(build.snapshot, options)
  const first = collection.first as { items: Iterable<object> }
  return { ...collection, first: { ...first, items: [...first.items] } }
}

/** A claim cannot begin or end within a character: neither can these when a half stands at the edge. */
function wellFormed(text: string): boolean {
  return !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(text)
}
