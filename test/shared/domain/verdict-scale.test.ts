import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetScales } from '../../../shared/domain/preset-scales.js'
import {
  meanings,
  mostVerdicts,
  twiceUsed,
  verdictColours,
  verdictIdOf,
  verdictIdSchema,
  verdictMeaning,
  verdictScaleSchema,
  verdictSigns,
  type ScaleVerdict,
  type VerdictScale,
} from '../../../shared/domain/verdict-scale.js'

const verdict = fc.record<ScaleVerdict>({
  id: fc.constantFrom('a', 'b-2', 'fair', 'true', 'unclear', 'wrong'),
  label: fc.constantFrom('Fair', 'True', 'Unclear', 'Wrong', 'wrong'),
  sign: fc.constantFrom(...verdictSigns.map(({ id }) => id)),
  colour: fc.constantFrom(...verdictColours.map(({ id }) => id)),
  means: fc.constantFrom(...meanings.map(({ id }) => id)),
  mustFix: fc.boolean(),
})
const anyScale: fc.Arbitrary<VerdictScale> = fc.record({
  name: fc.constant('Ours'),
  verdicts: fc.array(verdict, { maxLength: 12 }),
})

describe('a scale of verdicts', () => {
  it('is accepted exactly when digits can set it and nothing in it could be taken for something else', () => {
    fc.assert(
      fc.property(anyScale, (scale) => {
        const { verdicts } = scale
        const differ = (of: (one: ScaleVerdict) => string): boolean =>
          new Set(verdicts.map((one) => of(one).toLowerCase())).size === verdicts.length
        const isSound =
          verdicts.length >= 2 &&
          verdicts.length <= mostVerdicts &&
          differ(({ id }) => id) &&
          differ(({ label }) => label) &&
          differ(({ sign }) => sign) &&
          differ(({ colour }) => colour)
        expect(verdictScaleSchema.safeParse(scale).success).toBe(isSound)
      }),
      { numRuns: 500 },
    )
  })

  it.each(presetScales.map((scale) => [scale.name, scale] as const))('can be “%s”', (_name, scale) => {
    expect(verdictScaleSchema.parse(scale)).toEqual(scale)
    expect(twiceUsed(scale.verdicts)).toEqual([])
  })

  it('says which verdicts could not be told apart', () => {
    const [one, other] = presetScales[0]!.verdicts
    expect(twiceUsed([one!, { ...other!, sign: one!.sign }])).toEqual([
      '“Supported” and “Supported with caveat” have the same sign.',
    ])
  })

  it('has a colour and a sign for as many verdicts as it can have', () => {
    expect(verdictColours.length).toBeGreaterThanOrEqual(mostVerdicts)
    expect(verdictSigns.length).toBeGreaterThanOrEqual(mostVerdicts)
  })
})

describe('the id of a new verdict', () => {
  it('is well made and free, whatever the verdict is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, others) => {
        const taken = [...others, verdictIdOf(label, [])]
        const id = verdictIdOf(label, taken)
        expect(taken).not.toContain(id)
        expect(verdictIdSchema.parse(id)).toBe(id)
      }),
    )
  })

  it('follows from its name', () => {
    expect(verdictIdOf('Mostly true', [])).toBe('mostly-true')
    expect(verdictIdOf('Mostly true', ['mostly-true'])).toBe('mostly-true-2')
    expect(verdictIdOf('None', [])).toBe('v-none')
    expect(verdictIdOf('Не доказано', [])).toBe('v')
  })
})

it('a scale has a verdict for what a finding means, the nearest one, or none', () => {
  const [usual, confirmed, steps] = presetScales
  for (const { id } of meanings) expect(verdictMeaning(usual!, id)).toBe(id)
  expect(verdictMeaning(confirmed!, 'garbled')).toBe('disputed')
  expect(verdictMeaning(steps!, 'not-factual')).toBeNull()
})
