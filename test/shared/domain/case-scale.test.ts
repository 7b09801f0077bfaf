import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import {
  adoptedScale,
  caseScaleKey,
  caseScaleOf,
  defaultCaseScale,
  isMustFix,
  proposedMapping,
  shownVerdict,
  signedMeaning,
  verdictLabel,
  type CaseScale,
} from '../../../shared/domain/case-scale.js'
import { defaultScale, presetScales } from '../../../shared/domain/preset-scales.js'

const scale = fc.constantFrom(...presetScales)
const keptAs = (value: CasePreference['value']): CasePreference[] => [{ key: caseScaleKey, value }]
const [, confirmed, steps, accuracy] = presetScales
const after = (...scales: typeof presetScales): CaseScale => scales.reduce(adoptedScale, defaultCaseScale)

describe('the scale of a case', () => {
  it('is the default one where the case names none, or none that can be read', () => {
    expect(caseScaleOf([])).toBe(defaultCaseScale)
    for (const value of [null, 'five', { name: 'X', verdicts: [] }, { name: 'X', verdicts: [{ id: 'a' }] }])
      expect(caseScaleOf(keptAs(value))).toEqual(defaultCaseScale)
  })

  it('is read as it was kept, and is the same object as long as the record is', () => {
    const kept = keptAs(JSON.parse(JSON.stringify(after(confirmed!))) as CasePreference['value'])
    expect(caseScaleOf(kept)).toEqual(after(confirmed!))
    expect(caseScaleOf(kept)).toBe(caseScaleOf(kept))
  })

  it('never loses the name of a verdict that was once in it', () => {
    fc.assert(
      fc.property(fc.array(scale, { minLength: 1, maxLength: 6 }), (scales) => {
        const present = after(...scales)
        for (const { verdicts } of [defaultScale, ...scales])
          for (const { id, label } of verdicts) expect(verdictLabel(present, id)).toBe(label)
        const ids = [...present.verdicts, ...present.former].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('a verdict that the scale has not', () => {
  it('is shown by its own name, and told apart', () => {
    expect(shownVerdict(after(confirmed!), 'garbled')).toMatchObject({ label: 'Garbled', isInScale: false })
    expect(shownVerdict(after(confirmed!), 'disputed')).toMatchObject({ label: 'Disputed', isInScale: true })
    expect(shownVerdict(defaultCaseScale, 'half-baked')).toMatchObject({
      label: 'Half baked',
      isInScale: false,
    })
    expect(verdictLabel(defaultCaseScale, null)).toBe('Not judged')
  })

  it('keeps its weight', () => {
    expect(isMustFix(after(confirmed!), 'contradicted')).toBe(true)
    expect(isMustFix(after(confirmed!), 'half-baked')).toBe(false)
    expect(isMustFix(after(confirmed!), null)).toBe(false)
  })
})

describe('what a change of scale proposes', () => {
  it('names for each verdict one of the new scale or nothing, and keeps those that stay', () => {
    fc.assert(
      fc.property(scale, scale, (from, to) => {
        const ids = from.verdicts.map(({ id }) => id)
        const mapping = proposedMapping(after(from), to, ids)
        const there = new Set(to.verdicts.map(({ id }) => id))
        for (const id of ids) {
          const allowed = there.has(id) ? [id] : [...there, undefined]
          expect(allowed).toContain(mapping[id])
        }
      }),
    )
  })

  it('goes by what verdicts mean', () => {
    const ids = defaultScale.verdicts.map(({ id }) => id)
    expect(proposedMapping(defaultCaseScale, confirmed!, ids)).toEqual({
      supported: 'confirmed',
      inconsistent: 'disputed',
      garbled: 'disputed',
      unsupported: 'unconfirmed',
      unverifiable: 'unconfirmed',
    })
    expect(proposedMapping(after(steps!), accuracy!, ['mostly-true', 'false'])).toEqual({
      'mostly-true': 'accurate-but-incomplete',
      false: 'inaccurate',
    })
  })
})

it('what is signed names a meaning only where it is not the usual one', () => {
  for (const { id } of defaultScale.verdicts) expect(signedMeaning(defaultCaseScale, id)).toEqual({})
  expect(signedMeaning(defaultCaseScale, null)).toEqual({})
  expect(signedMeaning(after(confirmed!), 'supported')).toEqual({})
  expect(signedMeaning(after(confirmed!), 'disputed')).toEqual({
    verdictMeans: { label: 'Disputed', means: 'inconsistent', mustFix: true },
  })
})
