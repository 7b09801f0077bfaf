import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import { anyAct, anyRenaming, anyScaleChange, findingsOfActs, play, type Act } from '../../any-act.js'
import { idOf, instant, someText } from '../../case-fixture.js'
import {
  commonCase,
  copyOf,
  correct,
  judge,
  mergeInto,
  preferMine,
  preferTheirs,
  previewOf,
  saidIn,
  sound,
  workOn,
} from '../../copies.js'

/** A case with a verdict that another scale can map. */
function judgedCase(): string {
  const path = commonCase()
  workOn(path, judge(10, 'supported', 20))
  return path
}

describe('any two copies, whatever was done in them', () => {
  const settled = fc.oneof({ weight: 12, arbitrary: anyAct }, anyRenaming)
  const acts = fc.array(fc.oneof({ weight: 12, arbitrary: settled }, anyScaleChange), { maxLength: 10 })
  const played = (path: string, list: readonly Act[], second: number) => {
    const copy = copyOf(path)
    workOn(copy, (store) => {
      store.storeFindings(findingsOfActs)
      list.forEach((act, place) => play(store, act, second + place))
    })
    return copy
  }
  it('say the same whichever is merged into the other, when the same is chosen', () => {
    fc.assert(
      fc.property(acts, acts, (one, two) => {
        const path = judgedCase()
        const [a, b] = [played(path, one, 100), played(path, two, 200)]
        const [a2, b2] = [copyOf(a), copyOf(b)]
        const forth = workOn(a2, (store) => (mergeInto(store, b, preferMine), sound(store)))
        const back = workOn(b2, (store) => (mergeInto(store, a, preferTheirs), sound(store)))
        expect(forth).toEqual(back)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('say the same also when they corrected the text, and keep each other’s version of it', () => {
    const corrections = fc.constantFrom(null, 'our mayor', 'the old mayor', 'somebody')
    fc.assert(
      fc.property(acts, corrections, acts, corrections, (one, mine, two, theirs) => {
        const path = judgedCase()
        const [a, b] = [played(path, one, 100), played(path, two, 200)]
        const corrected = [mine, theirs].map((words, place) =>
          workOn([a, b][place]!, (store) => {
            const isThere = store.records().sources.some(({ id }) => id === idOf(1))
            if (!words || !isThere) return 0
            correct(store, someText.replace('the mayor', words), 300 + place, 300 + 100 * place)
            return 1
          }),
        )
        const [a2, b2] = [copyOf(a), copyOf(b)]
        const forth = workOn(a2, (store) => (mergeInto(store, b, preferMine), sound(store)))
        const back = workOn(b2, (store) => (mergeInto(store, a, preferTheirs), sound(store)))
        expect(forth).toEqual(back)
        const texts = workOn(a2, (store) => Object.keys(store.mergeAsk().versions).length)
        expect(texts).toBe(2 + corrected[0]! + corrected[1]!)
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('a merge can be repeated without effect, taken back wholly, and done again', () => {
    fc.assert(
      fc.property(acts, acts, (one, two) => {
        const path = judgedCase()
        const [a, b] = [played(path, one, 100), played(path, two, 200)]
        workOn(a, (store) => {
          const before = saidIn(store)
          const { changes } = mergeInto(store, b, preferMine)
          const after = sound(store)
          expect(mergeInto(store, b, preferTheirs).changes).toEqual([])
          if (changes.length === 0) return
          store.undo('Ada', instant(950))
          expect(saidIn(store)).toEqual(before)
          store.redo('Ada', instant(951))
          expect(sound(store)).toEqual(after)
        })
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  const isRemovalOver = (store: CaseStore, other: string): boolean =>
    previewOf(store, other).conflicts.some(({ field }) => field === 'removed or kept')

  // Where two of three take other scales, a verdict can come into the scale that stays by way of another. Where one removed what
  // another went on with, the choice between them is made over before the third is there, or with it.
  it('three copies say the same in whichever order they are merged, also when one took another scale', () => {
    const others = fc.array(settled, { maxLength: 10 })
    fc.assert(
      fc.property(acts, others, others, (one, two, three) => {
        const path = judgedCase()
        const [a, b, c] = [played(path, one, 100), played(path, two, 200), played(path, three, 300)]
        const [a2, b2] = [copyOf(a), copyOf(b)]
        fc.pre(workOn(copyOf(b), (store) => !isRemovalOver(store, c)))
        fc.pre(workOn(copyOf(a), (store) => !isRemovalOver(store, b) && !isRemovalOver(store, c)))
        workOn(a, (store) => mergeInto(store, b, preferMine))
        const left = workOn(a, (store) => (mergeInto(store, c, preferMine), sound(store)))
        workOn(b2, (store) => mergeInto(store, c, preferMine))
        const right = workOn(a2, (store) => (mergeInto(store, b2, preferMine), sound(store)))
        expect(left).toEqual(right)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
