import { describe, expect, it } from 'vitest'
import { documentFromJson } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { buildForm } from '../../../shared/report/build-form.js'
import { usualRequest, type ReportChoices } from '../../../shared/report/forms.js'
import { readEmbedded } from '../../../shared/report/html/embedded.js'
import { expanded } from './annotation-context.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { oddTexts } from './odd-texts.js'
import { wholeForm } from './whole-form.js'

const origin = { checker: 'M. Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const head = 'a'.repeat(64)
const log = { entries: [], total: 7, head }

function pageOf(build: CaseBuilder, options: Partial<ReportChoices> = {}): string {
  const usual = usualRequest('html')
  const request = { ...usual, options: { ...usual.options, ...options } }
  return wholeForm(buildForm(build.snapshot, request, origin, { coverage: null, log }))
}

const tooMany = new Error('too many values')
const readPage = (html: string) => readEmbedded(html, () => tooMany)

describe('what a report holds for programs', () => {
  it('gives the case back: its texts, the place of its log, and what was signed', () => {
    const { snapshot } = harbourCase()
    const { data } = readPage(pageOf(harbourCase()))!
    expect(data.case).toEqual({
      id: snapshot.info.id,
      title: snapshot.info.title,
      createdAt: snapshot.info.createdAt,
    })
    expect(data.log).toEqual({ sequence: 7, hash: head })
    expect(data.signOffs).toHaveLength(snapshot.signOffs.length)
    expect(plainTextOf(documentFromJson(data.sources[0]!.document))).toBe(data.sources[0]!.text)
    for (const { text, version } of data.sources) {
      expect(snapshot.texts.find(({ id }) => id === version.id)!.text).toBe(text)
    }
  })

  it('has annotations that a reader of JSON-LD expands without a network', async () => {
    const { snapshot } = harbourCase()
    const { annotations } = readPage(pageOf(harbourCase()))!
    const collection = await expanded(annotations as object)
    const streams = 'http://www.w3.org/ns/activitystreams#'
    const [page] = collection[`${streams}first`] as Record<string, { '@list': object[] }[]>[]
    const items = page![`${streams}items`]![0]!['@list']
    expect(items).toHaveLength(snapshot.claims.length)
    expect(JSON.stringify(items)).toContain('"http://www.w3.org/ns/oa#exact":[{"@value":"Eleanor Whitlock"}]')
  })

  it.each(oddTexts)('holds %j as it was', (text) => {
    const build = new CaseBuilder()
    const source = build.source('Odd', `Before ${text}. After`)
    build.claim(source, 'Before', { correction: text })
    const read = readPage(pageOf(build))!
    expect(read.data.sources[0]!.text).toBe(`Before ${text}. After`)
    expect(JSON.stringify(read.annotations)).toContain(JSON.stringify(text))
  })

  it('is nothing that was withheld or is for the house only', () => {
    const build = new CaseBuilder()
    const source = build.source('Secret minutes', 'The bells rang.', {
      author: 'A. Mole',
      fileName: 'leak.txt',
    })
    const claim = build.claim(source, 'bells', { claimant: 'Jane Roe' })
    build.note(claim, 'Between us', { visibility: 'internal' })
    build.evidence(claim, 'Secret letter', { url: 'https://example.org/leak', author: 'B. Mole' })
    const page = pageOf(build, { audience: 'outside', withhold: { claimants: true, sources: true } })
    for (const secret of ['Secret', 'Mole', 'leak', 'Jane Roe', 'Between us'])
      expect(page).not.toContain(secret)
    expect(page).toContain('The names of claimants are withheld')
  })

  it('is not in a page of what must be fixed, nor read from a page that has none', () => {
    expect(readPage(pageOf(harbourCase(), { template: 'must-fix' }))).toBeNull()
    expect(readPage('<script type="application/json" id="stet-report">{"format":"x"}</script>')).toBeNull()
  })

  it('is not parsed where both blocks have more values between them than there may be', () => {
    // Neither is whole: what parsed them would find no JSON, not too many values.
    const values = `[${'{},'.repeat(1_000_000)}`
    const data = `<script type="application/json" id="stet-report">${values}</script>`
    const annotations = `<script type="application/ld+json" id="stet-annotations">${values}</script>`
    expect(() => readPage(data + annotations)).toThrow(tooMany)
    expect(readPage(data)).toBeNull()
  })
})
