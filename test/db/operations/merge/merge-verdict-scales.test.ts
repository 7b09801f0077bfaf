import { describe, expect, it } from 'vitest'
import { type CaseStore } from '../../../../db/case-store.js'
import { caseScaleOf, verdictLabel, type VerdictMapping } from '../../../../shared/domain/case-scale.js'
import { defaultScale, presetScales } from '../../../../shared/domain/preset-scales.js'
import { addClaim, idOf, instant } from '../../case-fixture.js'
import {
  apart,
  commonCase,
  copyOf,
  judge,
  mergeInto,
  preferMine,
  preferTheirs,
  previewOf,
  saidIn,
  verdictOf,
  workOn,
  type Work,
} from '../../copies.js'

const steps = presetScales.find(({ verdicts }) => verdicts.some(({ label }) => label === 'True'))!
const accuracy = presetScales.at(-1)!

const judgeBy =
  (scale: typeof steps, mapping: VerdictMapping = {}): Work =>
  (store) =>
    store.perform({ do: 'set-verdict-scale', scale, mapping }, 'Bea', instant(25))

const scaleOfCase = (store: CaseStore) => caseScaleOf(store.preferences())
const idIn = (scale: typeof steps, meaning: string) =>
  scale.verdicts.find(({ means }) => means === meaning)!.id

describe('the verdicts of the case', () => {
  it('take the scale of the other copy, and what was judged here since takes its place in it', () => {
    const { store, other } = apart(
      (it) => {
        judge(10, 'supported')(it)
        it.perform(addClaim(12, 0, 2, { verdict: 'contradicted' }), 'Ada', instant(31))
      },
      (it) => {
        judgeBy(steps)(it)
        judge(11, idIn(steps, 'contradicted'))(it)
      },
    )
    const preview = previewOf(store, other)
    expect(preview.conflicts).toEqual([])
    expect(preview.notices.join(' ')).toContain(
      `will be judged by the scale “${steps.name}”. Your verdicts: `,
    )
    expect(preview.notices.join(' ')).toContain(
      `Supported → ${verdictLabel(scaleOfSteps, idIn(steps, 'supported'))} (1)`,
    )
    mergeInto(store, other)
    expect(scaleOfCase(store).name).toBe(steps.name)
    expect([verdictOf(store, 10), verdictOf(store, 11), verdictOf(store, 12)]).toEqual([
      idIn(steps, 'supported'),
      idIn(steps, 'contradicted'),
      idIn(steps, 'contradicted'),
    ])
    expect(store.verify().problems).toEqual([])
    expect(mergeInto(store, other).changes).toEqual([])
  })

  it('are no conflict where the other only mapped what this one judged anew', () => {
    const { store, other } = apart(
      judge(10, 'contradicted'),
      judgeBy(steps, { supported: idIn(steps, 'supported') }),
      judge(10, 'supported', 20),
    )
    expect(previewOf(store, other).conflicts).toEqual([])
    mergeInto(store, other)
    expect(verdictOf(store, 10)).toBe(idIn(steps, 'contradicted'))
  })

  it('that were only mapped are no change of this copy for one in which nothing was done', () => {
    const { store, other } = apart(
      judgeBy(steps, { supported: idIn(steps, 'supported') }),
      () => {},
      judge(10, 'supported', 20),
    )
    expect(mergeInto(store, other).changes.filter(({ kind }) => kind === 'claim')).toEqual([])
  })

  it('were mapped in one copy while another moved a claim and put it back: the time of that stays', () => {
    const path = commonCase()
    const [scaled, moved, idle] = [copyOf(path), copyOf(path), copyOf(path)]
    const move = (start: number, end: number, second: number): Work => {
      return (store) => store.perform({ do: 'move-claim', id: idOf(10), start, end }, 'Bea', instant(second))
    }
    workOn(scaled, judgeBy(steps))
    workOn(moved, (store) => [move(0, 2, 40)(store), move(3, 10, 41)(store)])
    const after = (other: string) =>
      workOn(scaled, (store) => {
        mergeInto(store, other, preferMine)
        return store.records().claims.find(({ id }) => id === idOf(10))!.updatedAt
      })
    expect([after(moved), after(idle)]).toEqual([instant(41), instant(41)])
  })

  it('are the same whichever copy is merged into the other', () => {
    const path = commonCase()
    workOn(path, judge(10, 'garbled', 20))
    const other = copyOf(path)
    workOn(path, judge(11, 'supported'))
    workOn(other, judgeBy(steps))
    const [mine, theirs] = [copyOf(path), copyOf(other)]
    const forth = workOn(mine, (it) => (mergeInto(it, other), saidIn(it)))
    const back = workOn(theirs, (it) => (mergeInto(it, path), saidIn(it)))
    expect(forth).toEqual(back)
  })

  it('that somebody kept though the new scale has them not stay, and keep their names', () => {
    const { store, other } = apart(judge(11, 'garbled'), judgeBy(steps), judge(10, 'garbled', 20))
    mergeInto(store, other)
    expect(verdictOf(store, 10)).toBe('garbled')
    expect(verdictLabel(scaleOfCase(store), 'garbled')).toBe('Garbled')
  })

  it('that stayed what they were beside a new scale yield to what this one judged anew', () => {
    const { store, other } = apart(judge(10, 'contradicted'), judgeBy(steps), judge(10, 'supported', 20))
    expect(previewOf(store, other).conflicts).toEqual([])
    mergeInto(store, other)
    expect(verdictOf(store, 10)).toBe(idIn(steps, 'contradicted'))
  })

  it('are asked for as a scale where both took another one; no word of the one that is left is lost', () => {
    const { store, other } = apart(
      (it) => {
        judgeBy(steps)(it)
        judge(10, idIn(steps, 'supported'))(it)
      },
      (it) => {
        judgeBy(accuracy)(it)
        judge(11, accuracy.verdicts.at(-1)!.id)(it)
      },
    )
    const { conflicts, notices } = previewOf(store, other)
    expect(conflicts).toMatchObject([
      {
        label: 'The case',
        field: 'scale of verdicts',
        before: expect.stringContaining('Eight verdicts: Supported, ') as string,
        mine: { text: expect.stringContaining(`${steps.name}: True`) as string },
        theirs: { text: expect.stringContaining(`${accuracy.name}: `) as string },
      },
    ])
    const [told] = notices
    expect(told).toContain('Both copies were given another scale of verdicts')
    const named = (one: string, two: string): string => `“${one}” or “${two}” (1)`
    expect(told).toContain(named(steps.verdicts[0]!.label, accuracy.verdicts[0]!.label))
    expect(told).toContain(
      named(verdictLabel(scaleOfSteps, idIn(steps, 'contradicted')), accuracy.verdicts.at(-1)!.label),
    )
    for (const [choices, scale] of [
      [preferMine, steps],
      [preferTheirs, accuracy],
    ] as const) {
      mergeInto(store, other, choices)
      expect(scaleOfCase(store).name).toBe(scale.name)
      const known = [...scaleOfCase(store).verdicts, ...scaleOfCase(store).former].map(({ id }) => id)
      for (const { id } of [...steps.verdicts, ...accuracy.verdicts, ...defaultScale.verdicts])
        expect(known).toContain(id)
      for (const id of [10, 11]) expect(known).toContain(verdictOf(store, id))
      expect(store.verify().problems).toEqual([])
      store.undo('Ada', instant(950))
    }
  })

  it('of second readers are mapped too', () => {
    const assess: Work = (it) =>
      it.perform(
        {
          do: 'assess-claim',
          id: idOf(80),
          claimId: idOf(10),
          personId: idOf(60),
          fields: { verdict: 'supported', comment: 'Seen' },
        },
        'Ada',
        instant(31),
      )
    const { store, other } = apart(assess, judgeBy(steps))
    mergeInto(store, other)
    expect(store.records().assessments).toMatchObject([
      { verdict: idIn(steps, 'supported'), comment: 'Seen' },
    ])
  })
})

const scaleOfSteps = { ...steps, former: [] }
