import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetScales } from '../../../shared/domain/preset-scales.js'
import {
  copiedScale,
  labelProblem,
  movedVerdict,
  relookedVerdict,
  renamedVerdict,
  withNewVerdict,
  withoutVerdict,
} from '../../../shared/domain/scale-edits.js'
import {
  mostVerdicts,
  verdictColours,
  verdictScaleSchema,
  verdictSigns,
  type VerdictScale,
} from '../../../shared/domain/verdict-scale.js'

type Edit = (scale: VerdictScale, index: number) => VerdictScale

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.string({ maxLength: 80 }).map(
    (label): Edit =>
      (scale) =>
        labelProblem(scale, scale.verdicts.length, label) ? scale : withNewVerdict(scale, label),
  ),
  fc.constant<Edit>((scale, index) => withoutVerdict(scale, index)),
  fc.constantFrom<Edit>(
    (scale, index) => movedVerdict(scale, index, 1),
    (scale, index) => movedVerdict(scale, index, -1),
  ),
  fc.constantFrom(...verdictSigns).map(
    ({ id }): Edit =>
      (scale, index) =>
        relookedVerdict(scale, index, 'sign', id),
  ),
  fc.constantFrom(...verdictColours).map(
    ({ id }): Edit =>
      (scale, index) =>
        relookedVerdict(scale, index, 'colour', id),
  ),
  fc.string({ maxLength: 80 }).map(
    (label): Edit =>
      (scale, index) =>
        labelProblem(scale, index, label) ? scale : renamedVerdict(scale, index, label),
  ),
)

describe('editing a scale', () => {
  it('leaves it sound after every step', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presetScales),
        fc.array(fc.tuple(anyEdit, fc.nat()), { maxLength: 30 }),
        (start, edits) => {
          let scale = start
          for (const [edit, place] of edits) {
            scale = edit(scale, place % scale.verdicts.length)
            expect(verdictScaleSchema.safeParse(scale).error?.issues ?? []).toEqual([])
          }
        },
      ),
    )
  })

  it('lets two verdicts change looks', () => {
    const [one, other] = relookedVerdict(presetScales[0]!, 0, 'colour', 'olive').verdicts
    expect([one?.colour, other?.colour]).toEqual(['olive', 'green'])
  })

  it('lets a verdict keep its id whatever it is called later, so that claims keep it', () => {
    const grown = withNewVerdict(presetScales[1]!, ' Out of date ')
    expect(grown.verdicts[3]).toMatchObject({ label: 'Out of date', id: 'out-of-date' })
    expect(renamedVerdict(grown, 3, 'Outdated').verdicts[3]).toMatchObject({
      label: 'Outdated',
      id: 'out-of-date',
    })
  })

  it('stops at nine verdicts and at two', () => {
    const full = Array.from('abcdefgh').reduce(withNewVerdict, presetScales[0]!)
    expect(full.verdicts).toHaveLength(mostVerdicts)
    const bare = Array.from({ length: 12 }).reduce<VerdictScale>((scale) => withoutVerdict(scale, 0), full)
    expect(bare.verdicts).toHaveLength(2)
  })

  it('says why a name cannot be', () => {
    const scale = presetScales[1]!
    expect(labelProblem(scale, 0, ' ')).toBe('A verdict needs a name')
    expect(labelProblem(scale, 0, 'disputed')).toBe('Another verdict of this scale has this name')
    expect(labelProblem(scale, 1, 'disputed')).toBeNull()
    expect(labelProblem(scale, 0, 'x'.repeat(61))).toBe('A name has at most 60 characters')
  })
})

it('a copy has a name of its own', () => {
  const first = copiedScale(presetScales[1]!, [])
  expect(first.name).toBe('Confirmed or not (copy)')
  expect(copiedScale(presetScales[1]!, [first.name]).name).toBe('Confirmed or not (copy) 2')
})
