import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import { caseScaleKey, caseScaleOf } from '../../../../shared/domain/case-scale.js'
import type { Command } from '../../../../shared/domain/command.js'
import { defaultScale, presetScales } from '../../../../shared/domain/preset-scales.js'
import type { VerdictMapping } from '../../../../shared/domain/case-scale.js'
import { addClaim, caseWithSources, findingOf, idOf, instant, refusal } from '../../case-fixture.js'

let store: CaseStore
let path: string
let seconds = 1
const act = (command: Command) => store.perform(command, 'Ada', instant(seconds++))
const [, confirmed, steps] = presetScales
const judgeBy = (scale = confirmed!, mapping: VerdictMapping = {}) =>
  act({ do: 'set-verdict-scale', scale, mapping })
const judge = (id: number, verdict: string | null) =>
  act({ do: 'edit-claim', id: idOf(id), fields: { verdict } })
const verdicts = () => store.records().claims.map(({ verdict }) => verdict)
const scale = () => caseScaleOf(store.records().preferences)

beforeEach(() => {
  ;({ store, path } = caseWithSources())
  act(addClaim(10, 3, 10, { verdict: 'supported' }))
  act(addClaim(11, 31, 40, { verdict: 'garbled' }))
  act(addClaim(12, 45, 49, { verdict: 'not-factual' }))
})
afterEach(() => store.close())

describe('another scale', () => {
  it('gives every claim its new verdict in one act that can be taken back and done again', () => {
    const before = store.records()
    const { changes } = judgeBy(confirmed!, {
      supported: 'confirmed',
      garbled: 'disputed',
      'not-factual': null,
    })
    expect(changes).toHaveLength(4)
    expect(verdicts()).toEqual(['confirmed', 'disputed', null])
    expect(scale()).toMatchObject({ name: 'Confirmed or not', verdicts: confirmed!.verdicts })
    store.undo('Ada', instant(seconds++))
    expect(store.records()).toMatchObject({ claims: before.claims, preferences: [] })
    store.redo('Ada', instant(seconds++))
    expect(verdicts()).toEqual(['confirmed', 'disputed', null])
  })

  it('travels with the file', () => {
    judgeBy()
    store.close()
    store = openCase(path)
    expect(scale().verdicts).toEqual(confirmed!.verdicts)
    expect(store.verify()).toMatchObject({ sound: true, problems: [] })
  })

  it('leaves a verdict that nobody mapped as it is, with its name', () => {
    judgeBy(confirmed!, { supported: 'confirmed' })
    expect(verdicts()).toEqual(['confirmed', 'garbled', 'not-factual'])
    expect(scale().former.map(({ label }) => label)).toContain('Garbled')
    judge(10, 'garbled')
    expect(verdicts()[0]).toBe('garbled')
  })

  it('keeps no record of the scale that a case has by itself', () => {
    expect(judgeBy(defaultScale).changes).toEqual([])
    judgeBy()
    judgeBy(defaultScale)
    expect(store.records().preferences).toMatchObject([{ key: caseScaleKey }])
    expect(scale().verdicts).toEqual(defaultScale.verdicts)
  })

  it('is refused when it maps to what it does not have, and nothing changes', () => {
    expect(refusal(() => judgeBy(confirmed!, { supported: 'splendid' }))).toMatchObject({ kind: 'invalid' })
    expect(verdicts()).toEqual(['supported', 'garbled', 'not-factual'])
  })

  it('is what claims and second readers are held to from then on', () => {
    act({ do: 'add-person', id: idOf(30), fields: { name: 'Bob', role: 'second-reader' } })
    judgeBy(steps)
    const fields = { verdict: 'confirmed', comment: null }
    const assess = { do: 'assess-claim', id: idOf<never>(31), claimId: idOf<never>(10) } as const
    const assessed = (verdict: string): Command => ({
      ...assess,
      personId: idOf(30),
      fields: { ...fields, verdict },
    })
    expect(refusal(() => judge(10, 'confirmed'))).toMatchObject({ kind: 'invalid' })
    expect(refusal(() => act(assessed('confirmed')))).toMatchObject({ kind: 'invalid' })
    act(assessed('mostly-true'))
    judgeBy(confirmed!, { 'mostly-true': null })
    expect(store.records().assessments).toMatchObject([{ verdict: 'mostly-true' }])
    judgeBy(steps, { 'mostly-true': 'false' })
    expect(store.records().assessments).toMatchObject([{ verdict: 'false' }])
  })

  it('is found by the names that its verdicts have', () => {
    judgeBy(confirmed!, { supported: 'confirmed', garbled: 'disputed' })
    const found = (query: string) => store.search(query, { limit: 9, offset: 0 })
    expect(found('verdict:confirmed').total).toBe(1)
    expect(found('verdict:"Not a factual claim"').total).toBe(1)
    expect(found('verdict:supported')).toMatchObject({ total: 0, ignored: [] })
    expect(found('verdict:true').ignored).toEqual(['verdict:true'])
  })

  it('says what accepting a finding makes of a claim', () => {
    judgeBy()
    store.storeFindings([findingOf('findingone', idOf(1), [14, 20], [31, 40])])
    const ids = { claimIds: [idOf<never>(40), idOf<never>(41)], relationIds: [idOf<never>(42)] }
    act({ do: 'accept-finding', fingerprint: 'findingone', ...ids })
    expect(store.records().claims.find(({ id }) => id === idOf(40))?.verdict).toBe('disputed')
  })
})

describe('a signature', () => {
  const sign = (id: number, claimId: number | null): void => {
    const claim = claimId === null ? null : idOf<never>(claimId)
    const signed = { id: idOf<never>(id), personId: idOf<never>(30), roundId: null, claimId: claim }
    act({ do: 'sign', ...signed, comment: null })
  }
  const stale = () => store.records().staleSignOffs.map((id) => Number(id.slice(-2)))

  beforeEach(() => {
    act({ do: 'add-person', id: idOf(30), fields: { name: 'Ada', role: 'checker' } })
    judgeBy(confirmed!, { supported: 'confirmed', garbled: 'disputed', 'not-factual': null })
    sign(0x50, 10)
    sign(0x51, 12)
    sign(0x52, null)
  })

  it('is stale when the verdict under it comes to mean something else', () => {
    const reworded = confirmed!.verdicts.map((one) =>
      one.id === 'confirmed' ? { ...one, label: 'Holds' } : one,
    )
    judgeBy({ ...confirmed!, verdicts: reworded })
    expect(stale()).toEqual([50, 52])
    expect(store.records().claims.map(({ status }) => status)).toEqual(['stale', 'unchecked', 'checked'])
    expect(store.staleSignOffs(idOf(10))).toMatchObject([
      { acts: [{ action: 'Judge by the scale “Confirmed or not”' }] },
    ])
    expect(store.staleSignOffs(null).map(({ id }) => Number(id.slice(-2)))).toEqual([50, 52])
    store.undo('Ada', instant(seconds++))
    expect(stale()).toEqual([])
    expect(store.staleSignOffs(null)).toEqual([])
  })

  it('stands when only the look of a verdict changes', () => {
    const recoloured = confirmed!.verdicts.map((one) =>
      one.id === 'confirmed' ? { ...one, colour: 'teal' as const } : one,
    )
    judgeBy({ ...confirmed!, verdicts: recoloured })
    expect(scale().verdicts[0]?.colour).toBe('teal')
    expect(stale()).toEqual([])
  })
})
