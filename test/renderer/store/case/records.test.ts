import { describe, expect, it } from 'vitest'
import type { CaseRecords } from '../../../../shared/domain/case.js'
import { inverted, type Change } from '../../../../shared/domain/change.js'
import { noRecords, recordsOf, withChanges, withFindings } from '../../../../renderer/store/case/records.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

const text = 'The bridge opened on Monday, 3 March 2021. It cost £38 million.'

function bridgeCase() {
  const builder = new CaseBuilder()
  const source = builder.source('Bridge', text)
  const claim = builder.claim(source, 'Monday, 3 March 2021')
  const finding = builder.finding([[source, 'Monday, 3 March 2021']])
  return { builder, source, claim, finding, records: recordsOf(builder.snapshot) }
}

const edit = (claim: ReturnType<typeof bridgeCase>['claim']): Change => ({
  kind: 'claim',
  key: claim.id,
  before: claim,
  after: { ...claim, verdict: 'inconsistent' },
})

describe('the records of a case', () => {
  it('are found by their key', () => {
    const { records, source, claim, finding } = bridgeCase()
    expect(records.source.get(source.id)).toBe(source)
    expect(records.claim.get(claim.id)).toBe(claim)
    expect(records.finding.get(finding.fingerprint)).toBe(finding)
  })

  it('are none in a case without any', () => {
    const { snapshot } = new CaseBuilder()
    expect(recordsOf(snapshot satisfies CaseRecords)).toEqual(noRecords)
  })
})

describe('the records after the changes of an act', () => {
  it('have what was made and edited, and not what was removed', () => {
    const { records, claim } = bridgeCase()
    const edited = withChanges(records, [edit(claim)])
    expect(edited.claim.get(claim.id)).toMatchObject({ verdict: 'inconsistent' })
    const removed = withChanges(edited, [{ kind: 'claim', key: claim.id, before: claim, after: null }])
    expect(removed.claim.size).toBe(0)
    const made = withChanges(removed, [{ kind: 'claim', key: claim.id, before: null, after: claim }])
    expect(made.claim.get(claim.id)).toBe(claim)
  })

  it('are as before when the act is taken back', () => {
    const { records, claim } = bridgeCase()
    const changes: Change[] = [
      edit(claim),
      { kind: 'claim', key: claim.id, before: edit(claim).after as typeof claim, after: null },
    ]
    expect(withChanges(withChanges(records, changes), inverted(changes))).toEqual(records)
  })

  it('keep the identity of all that was not touched', () => {
    const { builder, records, source, claim } = bridgeCase()
    const other = builder.claim(source, '£38 million')
    const before = withChanges(records, [{ kind: 'claim', key: other.id, before: null, after: other }])
    const after = withChanges(before, [edit(claim)])
    expect(after.claim).not.toBe(before.claim)
    expect(after.claim.get(other.id)).toBe(other)
    for (const kind of ['source', 'note', 'evidence', 'relation', 'decision', 'finding'] as const) {
      expect(after[kind]).toBe(before[kind])
    }
    expect(before.claim.get(claim.id)).toBe(claim)
  })

  it('do not show a source that was removed, though the file keeps it', () => {
    const { records, source } = bridgeCase()
    const removed = { ...source, removedAt: '2026-02-03T09:30:00.000Z' }
    const change: Change = { kind: 'source', key: source.id, before: source, after: removed }
    const after = withChanges(records, [change])
    expect(after.source.has(source.id)).toBe(false)
    expect(withChanges(after, inverted([change])).source.get(source.id)).toBe(source)
  })
})

describe('the records after a check', () => {
  it('have the findings that were added, and not those that were removed', () => {
    const { builder, records, source, finding } = bridgeCase()
    const added = builder.finding([[source, '£38 million']])
    const after = withFindings(records, [added], [finding.fingerprint])
    expect([...after.finding.values()]).toEqual([added])
    expect(after.claim).toBe(records.claim)
    expect(records.finding.size).toBe(1)
  })

  it('have the newer of a finding that was removed and added at once', () => {
    const { records, finding } = bridgeCase()
    const moved = { ...finding, message: 'It stands elsewhere now.' }
    expect(withFindings(records, [moved], [finding.fingerprint]).finding.get(finding.fingerprint)).toBe(moved)
  })
})
