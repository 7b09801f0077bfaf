import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { sha256 } from '../../../../db/digest.js'
import type { SourceImport } from '../../../../shared/domain/case.js'
import { caseFile, idOf, idsFrom, importOf, instant, refusal } from '../../case-fixture.js'

let store: CaseStore
beforeEach(() => void (store = createCase(caseFile(), { title: 'Test', id: idOf(999), at: instant() })))
afterEach(() => store.close())

const bring = (...imports: SourceImport[]) => store.importSources(imports, idsFrom(1), 'Ada', instant(1))

it('keeps each text, its document and the untouched bytes', () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0, 255, 13, 10])
  const parsed = importOf('One.\n\nTwo é 🙂\0.', 'Title', bytes)
  expect(bring(parsed).undo).toBe('Import source')
  const [source] = store.records().sources
  expect(source).toMatchObject({
    id: idOf(1),
    currentVersionId: idOf(2),
    fileName: 'Title.txt',
    createdAt: instant(1),
  })
  expect(store.text(idOf(1))).toMatchObject({
    text: parsed.text,
    document: parsed.document,
    sha256: sha256(parsed.text),
    number: 1,
  })
  expect(store.original(source!.originalSha256)).toEqual(bytes)
  expect(refusal(() => store.original(sha256('nothing'))).kind).toBe('not-found')
})

it('keeps the bytes of a file that gives several sources once', () => {
  const bytes = new TextEncoder().encode('One.\nTwo.')
  bring(importOf('One.', 'One', bytes), importOf('Two.', 'Two', bytes))
  const [one, two] = store.records().sources
  expect(one!.originalSha256).toBe(two!.originalSha256)
  expect([one!.position, two!.position]).toEqual([0, 1])
})

it('brings all or nothing', () => {
  const good = importOf('Good.')
  const bad: [SourceImport, RegExp][] = [
    [{ ...good, text: 'Another.' }, /do not say/],
    [{ ...good, document: { type: 'doc', content: [{ type: 'script' }] } }, /cannot be read/],
    [{ ...good, document: null }, /cannot be read/],
    [{ ...good, record: { ...good.record, title: '' } }, /title/],
    [{ ...good, record: { ...good.record, published: 'last week' } }, /EDTF/],
    [{ ...good, partStart: 9, partEnd: 3 }, /part_end/],
    [importOf('half \uD83D'), /character/],
  ]
  for (const [broken, words] of bad) {
    const refused = refusal(() => bring(good, broken))
    expect(refused).toMatchObject({ kind: 'invalid', message: expect.stringMatching(words) as string })
    expect(store.records().sources).toEqual([])
    expect(store.undoState().undo).toBeNull()
  }
  expect(refusal(() => store.original(sha256(good.original))).kind).toBe('not-found')
})

it('refuses ids that are no identifiers or were used before', () => {
  expect(() => store.importSources([importOf('A')], () => 'x', 'Ada', instant(1))).toThrow()
  bring(importOf('A'))
  expect(refusal(() => bring(importOf('B'))).kind).toBe('conflict')
  expect(store.records().sources).toHaveLength(1)
})
