import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import type { TextReplacement } from '../../../../db/operations/acts/replace-text.js'
import type { Command } from '../../../../shared/domain/command.js'
import {
  addClaim,
  caseWithSources,
  findingOf,
  idOf,
  idsFrom,
  importOf,
  instant,
  refusal,
  someText,
} from '../../case-fixture.js'

const source = idOf<TextReplacement['sourceId']>(1)
const firstVersion = idOf<TextReplacement['baseVersionId']>(2)
let store: CaseStore
let path: string
let clock = 10
const newIds = idsFrom(900)

beforeEach(() => {
  ;({ store, path } = caseWithSources())
})
afterEach(() => store.close())

const act = (command: Command) => store.perform(command, 'Ada', instant(clock++))
const claim = (id: number) => store.records().claims.find((it) => it.id === idOf(id))!
const versionNow = () => store.text(source).id

function replace(
  text: string,
  ranges: Record<number, [number, number]> = {},
  more: Partial<TextReplacement> = {},
) {
  const carried = Object.entries(ranges).map(([id, [start, end]]) => [idOf(Number(id)), { start, end }])
  const replacement = {
    sourceId: source,
    baseVersionId: versionNow(),
    document: importOf(text).document,
    reason: 'A slip of the typist',
    ranges: Object.fromEntries(carried) as TextReplacement['ranges'],
    file: null,
    ...more,
  }
  return store.replaceText(replacement, newIds, 'Ada', instant(clock++))
}

// 'On Tuesday the mayor spoke.\nOn Wednesday the same mayor 🙂 denied it.'
const corrected = 'On Thursday the mayor spoke.\nOn Wednesday she denied it.'

describe('a new text of a source', () => {
  it('carries claims over and says what became of each', () => {
    act(addClaim(10, 31, 40))
    act(addClaim(11, 3, 10))
    act(addClaim(12, 45, 55))
    const { report } = replace(corrected, { 10: [32, 41], 11: [3, 11] })
    expect(report).toEqual({
      counts: { unchanged: 1, changed: 1, orphan: 1 },
      claims: [
        { id: idOf(11), outcome: 'changed', before: 'Tuesday', after: 'Thursday' },
        { id: idOf(12), outcome: 'orphan', before: someText.slice(45, 55), after: null },
      ],
    })
    expect(claim(10).selector).toMatchObject({
      start: 32,
      end: 41,
      exact: 'Wednesday',
      textVersionId: versionNow(),
    })
    expect(claim(12).selector).toMatchObject({ start: 45, end: 55, textVersionId: firstVersion })
    expect(store.verify()).toMatchObject({ sound: true, problems: [] })
  })

  it('keeps the version before, with the reason for the new one', () => {
    replace(corrected)
    expect(store.text(source).text).toBe(corrected)
    expect(store.version(firstVersion).text).toBe(someText)
    expect(store.versions(source)).toMatchObject([
      { number: 2, reason: 'A slip of the typist', isCurrent: true, isDrafted: false },
      { number: 1, reason: null, isCurrent: false, isDrafted: false },
    ])
  })

  it('makes stale what was checked against other words, and leaves the rest', () => {
    act(addClaim(10, 3, 10, { status: 'checked' }))
    act(addClaim(11, 31, 40, { status: 'checked' }))
    act(addClaim(12, 3, 10, { status: 'in-progress' }))
    replace(corrected, { 10: [3, 11], 11: [32, 41] })
    expect([claim(10), claim(11), claim(12)].map(({ status }) => status)).toEqual([
      'stale',
      'checked',
      'in-progress',
    ])
  })

  it('leaves a signature over an unchanged quote, and not over another', () => {
    act(addClaim(10, 31, 40))
    act(addClaim(11, 3, 10))
    act({ do: 'add-person', id: idOf(30), fields: { name: 'Grace', role: 'editor' } })
    for (const id of [10, 11]) {
      act({
        do: 'sign',
        id: idOf(id + 30),
        personId: idOf(30),
        roundId: null,
        claimId: idOf(id),
        comment: null,
      })
    }
    replace(corrected, { 10: [32, 41], 11: [3, 11] })
    expect(store.records().staleSignOffs).toEqual([idOf(41)])
    expect([claim(10).status, claim(11).status]).toEqual(['signed-off', 'stale'])
  })

  it('takes evidence along, or leaves it with the version that it cites', () => {
    act(addClaim(10, 0, 2, {}, 3))
    const passage = (start: number, end: number) => ({ sourceId: source, start, end })
    const fields = {
      stance: 'supports',
      title: 'Some text',
      url: null,
      archivedUrl: null,
      accessed: null,
      quote: null,
      reliability: null,
      credibility: null,
    } as const
    act({ do: 'add-evidence', id: idOf(20), claimId: idOf(10), fields, passage: passage(31, 40) })
    act({ do: 'add-evidence', id: idOf(21), claimId: idOf(10), fields, passage: passage(3, 10) })
    replace(corrected, { 20: [32, 41] })
    const [kept, cites] = store.records().evidence
    expect(kept!.selector).toMatchObject({ textVersionId: versionNow(), start: 32 })
    expect(cites!.selector).toMatchObject({ textVersionId: firstVersion, exact: 'Tuesday' })
  })

  it('can be taken back and done again; the new version stays readable', () => {
    act(addClaim(10, 31, 40))
    const before = store.records()
    replace(corrected, { 10: [32, 41] })
    const after = store.records()
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
    expect(store.text(source).text).toBe(someText)
    store.redo('Ada', instant(clock++))
    expect(store.records()).toEqual(after)
    expect(store.verify()).toMatchObject({ sound: true })
  })

  it('finds a claim again that was an orphan', () => {
    act(addClaim(10, 45, 55, { status: 'checked' }))
    replace(corrected)
    expect(replace(`${corrected} The same mayor 🙂`).report.counts).toEqual({
      unchanged: 0,
      changed: 0,
      orphan: 0,
    })
    const back = store.text(source).text.indexOf('same mayor')
    const { report } = replace(someText, { 10: [45, 55] })
    expect(back).toBeGreaterThan(0)
    expect(report.counts).toEqual({ unchanged: 1, changed: 0, orphan: 0 })
    expect(claim(10).selector).toMatchObject({ textVersionId: versionNow(), start: 45 })
  })

  it('is searched instead of the one before', () => {
    replace(corrected)
    const hits = (query: string) => store.search(query, { limit: 10, offset: 0 }).hits.map(({ id }) => id)
    expect(hits('Thursday')).toEqual([source])
    expect(hits('Tuesday')).toEqual([idOf(3)])
  })

  it('keeps findings of the old text from being stored over the new one', () => {
    replace(corrected)
    expect(store.storeFindings([findingOf('findingone', source, [3, 10])])).toEqual({
      added: [],
      removed: [],
    })
  })

  it('changes nothing when it says the same', () => {
    expect(replace(someText).changes).toEqual([])
    expect(store.versions(source)).toHaveLength(1)
  })

  it('from a file takes the place of the original, which is kept', () => {
    const file = importOf(corrected, 'Second print')
    replace(corrected, {}, { file })
    expect(store.records().sources[0]).toMatchObject({ fileName: 'Second print.txt', title: 'Some text' })
    store.undo('Ada', instant(clock++))
    const { originalSha256 } = store.records().sources[0]!
    expect(new TextDecoder().decode(store.original(originalSha256))).toBe(someText)
  })

  it('is refused, with nothing written, when it is no text or the source has another by now', () => {
    const entries = store.verify().logEntries
    expect(refusal(() => replace(' \n ')).message).toContain('no words')
    expect(refusal(() => replace('', {}, { document: { type: 'doc' } })).kind).toBe('invalid')
    expect(refusal(() => replace(corrected, {}, { baseVersionId: idOf(4) })).kind).toBe('conflict')
    expect(store.verify().logEntries).toBe(entries)
    expect(store.versions(source)).toHaveLength(1)
  })

  it('takes a range that is not one of the text for a passage that is gone', () => {
    act(addClaim(10, 31, 40))
    expect(replace(corrected, { 10: [50, 5000] }).report.counts.orphan).toBe(1)
  })
})

describe('a draft', () => {
  const part = (number: number, steps: unknown[]) => ({
    sourceId: source,
    textVersionId: firstVersion,
    number,
    steps,
  })

  it('is kept part by part, over a crash, until the correction is done', () => {
    store.saveDraft(part(0, ['old']))
    store.saveDraft(part(0, ['a', { b: 1 }]))
    store.saveDraft(part(1, ['c']))
    store.close()
    store = openCase(path)
    expect(store.draft(source)).toEqual({
      sourceId: source,
      textVersionId: firstVersion,
      steps: ['a', { b: 1 }, 'c'],
      parts: 2,
    })
    expect(store.verify()).toMatchObject({ sound: true })
    replace(corrected)
    expect(store.draft(source)).toBeNull()
  })

  it('is gone once it is discarded', () => {
    store.saveDraft(part(0, ['a']))
    store.discardDraft(firstVersion)
    expect(store.draft(source)).toBeNull()
  })

  it('that a text from a file set aside outlives one of the new text, and is there again after undo', () => {
    store.saveDraft(part(0, ['a']))
    store.saveDraft(part(1, ['b']))
    const { text: _text, document: _document, record: _record, ...file } = importOf(corrected)
    replace(corrected, {}, { file })
    expect(store.draft(source)).toBeNull()
    const next = { ...part(0, ['c']), textVersionId: store.text(source).id }
    expect(store.versions(source).map(({ number, isDrafted }) => [number, isDrafted])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(store.draftOf(firstVersion)?.steps).toEqual(['a', 'b'])
    store.saveDraft(next)
    store.saveDraft({ ...next, number: 1, steps: ['d'] })
    expect(store.draft(source)).toMatchObject({ steps: ['c', 'd'], parts: 2 })
    expect(store.undo('Ada', instant(90))?.drafts).toEqual([source])
    expect(store.draft(source)).toMatchObject({ textVersionId: firstVersion, steps: ['a', 'b'], parts: 2 })
    store.saveDraft(part(2, ['e']))
    store.discardDraft(firstVersion)
    expect(store.redo('Ada', instant(91))?.drafts).toEqual([source])
    expect(store.draft(source)).toMatchObject({ steps: ['c', 'd'], parts: 2 })
    expect(store.verify()).toMatchObject({ sound: true })
  })

  it('that was set aside can be thrown away by itself, and is in no copy then', () => {
    const { text: _text, document: _document, record: _record, ...file } = importOf(corrected)
    store.saveDraft(part(0, ['a']))
    replace(corrected, {}, { file })
    const now = store.text(source).id
    store.saveDraft({ ...part(0, ['b']), textVersionId: now })
    store.discardDraft(firstVersion)
    expect([store.draftOf(firstVersion), store.draftOf(now)?.steps]).toEqual([null, ['b']])
    expect(store.versions(source).map(({ isDrafted }) => isDrafted)).toEqual([true, false])
    const copy = join(dirname(path), 'copy.stet')
    store.saveCopy(copy)
    const copied = openCase(copy)
    expect(copied.draftOf(firstVersion)).toBeNull()
    copied.close()
    store.undo('Ada', instant(90))
    expect(store.draft(source)).toBeNull()
  })

  it('of a source that was removed can be thrown away, also twice', () => {
    store.saveDraft(part(0, ['a']))
    act({ do: 'remove-source', id: source })
    store.discardDraft(firstVersion)
    store.discardDraft(firstVersion)
    store.undo('Ada', instant(90))
    expect([store.draft(source), store.drafts()]).toEqual([null, []])
  })

  it('of a text that was replaced cannot go on', () => {
    store.saveDraft(part(0, ['a']))
    replace(corrected)
    expect(refusal(() => store.saveDraft(part(1, ['b']))).kind).toBe('conflict')
  })
})
