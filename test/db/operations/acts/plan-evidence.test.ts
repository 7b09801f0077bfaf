import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import { contentHash } from '../../../../db/digest.js'
import type { Command } from '../../../../shared/domain/command.js'
import type { EvidenceFields } from '../../../../shared/domain/evidence.js'
import { addClaim, caseWithSources, idOf, instant } from '../../case-fixture.js'

let store: CaseStore
let seconds = 1
const act = (command: Command) => store.perform(command, 'Ada', instant(seconds++))
const piece = () => store.records().evidence[0]!

const report: EvidenceFields = {
  stance: 'supports',
  title: 'Annual report',
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: null,
  reliability: null,
  credibility: null,
}

beforeEach(() => {
  ;({ store } = caseWithSources())
  act(addClaim(10))
})
afterEach(() => store.close())

const cite = (fields: EvidenceFields) =>
  act({ do: 'add-evidence', id: idOf(20), claimId: idOf(10), fields, passage: null })
const edit = (fields: (Command & { do: 'edit-evidence' })['fields']) =>
  act({ do: 'edit-evidence', id: idOf(20), fields })

it('evidence from elsewhere says who made it and when, and is found by it', () => {
  cite({ ...report, author: 'I. Okafor', publisher: 'Harbour Board', published: '2021-03' })
  expect(piece()).toMatchObject({ author: 'I. Okafor', publisher: 'Harbour Board', published: '2021-03' })
  expect(store.search('okafor board', { limit: 5, offset: 0 }).total).toBe(1)
  expect(store.verify()).toMatchObject({ sound: true, problems: [] })
})

it('what is not known has no field, so that the digest is that of evidence without it', () => {
  cite(report)
  const before = piece()
  expect(Object.keys(before)).not.toContain('author')
  edit({ author: 'I. Okafor', published: '2021' })
  expect(piece()).toMatchObject({ author: 'I. Okafor', published: '2021' })
  edit({ author: null, published: null })
  expect(contentHash({ ...piece(), updatedAt: before.updatedAt })).toBe(contentHash(before))
  expect(edit({ author: null }).changes).toEqual([])
})

it('a change of it can be taken back', () => {
  cite({ ...report, author: 'I. Okafor' })
  edit({ author: null, publisher: 'Harbour Board' })
  store.undo('Ada', instant(seconds++))
  expect(piece()).toMatchObject({ author: 'I. Okafor' })
  expect(Object.keys(piece())).not.toContain('publisher')
})
