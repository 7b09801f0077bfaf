import { z } from 'zod'
import type { CasePreference } from './case-preference.js'
import { defaultScale, presetScales } from './preset-scales.js'
import {
  scaleVerdictSchema,
  twiceUsed,
  verdictIdSchema,
  verdictListSchema,
  verdictMeaning,
  verdictScaleSchema,
  type ScaleVerdict,
  type Verdict,
  type VerdictColour,
  type VerdictScale,
} from './verdict-scale.js'

/** The scale of a case with the verdicts that it had before and that claims or the log can still name. */
export interface CaseScale extends VerdictScale {
  former: ScaleVerdict[]
}

/** Under this key of its preferences a case keeps its scale; without it the default scale holds. */
export const caseScaleKey = 'verdicts'

/** As many verdicts of the past as a case remembers by name. */
export const mostFormer = 60

const caseScaleSchema = z.strictObject({
  name: verdictScaleSchema.shape.name,
  verdicts: verdictListSchema,
  former: z.array(scaleVerdictSchema).max(mostFormer).default([]),
})

export const defaultCaseScale: CaseScale = { ...defaultScale, former: [] }

/** What a case keeps that is judged by a scale. */
export function scalePreference(scale: CaseScale): CasePreference {
  return { key: caseScaleKey, value: JSON.parse(JSON.stringify(scale)) as CasePreference['value'] }
}

/** A case has few preferences, and each of them is the same object until it is changed. */
const read = new WeakMap<CasePreference, CaseScale>()

/** The scale that a case is judged by; the default one where it names none that can be read. */
export function caseScaleOf(preferences: Iterable<CasePreference>): CaseScale {
  for (const preference of preferences) {
    if (preference.key !== caseScaleKey) continue
    const scale = read.get(preference) ?? parsedScale(preference)
    read.set(preference, scale)
    return scale
  }
  return defaultCaseScale
}

function parsedScale({ value }: CasePreference): CaseScale {
  const parsed = caseScaleSchema.safeParse(value)
  return parsed.success && twiceUsed(parsed.data.verdicts).length === 0 ? parsed.data : defaultCaseScale
}

/** A verdict as it is shown. One that the case's scale has not keeps its name, as far as that is known. */
export interface ShownVerdict extends Omit<ScaleVerdict, 'sign'> {
  sign: string
  isInScale: boolean
}

export function shownVerdict(scale: CaseScale, id: Verdict): ShownVerdict {
  const isInScale = scale.verdicts.some((verdict) => verdict.id === id)
  return { ...(knownVerdict(scale, id) ?? unknownVerdict(id)), isInScale }
}

/** What is known of a verdict: by the scale, by what it remembers, or by the scales to begin with. */
export function knownVerdict({ verdicts, former }: CaseScale, id: Verdict): ScaleVerdict | undefined {
  return [...verdicts, ...former].find((verdict) => verdict.id === id) ?? presetVerdict(id)
}

const presetVerdict = (id: Verdict): ScaleVerdict | undefined =>
  presetScales.flatMap(({ verdicts }) => verdicts).find((verdict) => verdict.id === id)

function unknownVerdict(id: Verdict): Omit<ShownVerdict, 'isInScale'> {
  const words = id.replaceAll('-', ' ')
  const label = words.charAt(0).toUpperCase() + words.slice(1)
  return { id, label, sign: '…', colour: 'grey', means: 'unverifiable', mustFix: false }
}

/** What people read where nobody has judged a claim. */
export const notJudged = 'Not judged'

/** The name of a verdict in a scale, or that there is none. */
export function verdictLabel(scale: CaseScale, verdict: Verdict | null): string {
  return verdict === null ? notJudged : shownVerdict(scale, verdict).label
}

/** The colour that a verdict is shown in; null for none. */
export function verdictColour(scale: CaseScale, verdict: Verdict | null): VerdictColour | null {
  return verdict === null ? null : shownVerdict(scale, verdict).colour
}

/** Whether a claim with this verdict must be changed before publication. */
export function isMustFix(scale: CaseScale, verdict: Verdict | null): boolean {
  return verdict !== null && shownVerdict(scale, verdict).mustFix
}

/** What takes the place of each verdict; null takes the verdict away, and one that is not named stays as it is. */
export const verdictMappingSchema = z.record(verdictIdSchema, verdictIdSchema.nullable())

export type VerdictMapping = z.infer<typeof verdictMappingSchema>

/**
 * What a change of scale would make of these verdicts: the one of the same id, else of the same name, else of the same meaning.
 * One that has no counterpart is left out, and so stays as it is.
 */
export function proposedMapping(
  from: CaseScale,
  to: VerdictScale,
  verdicts: Iterable<Verdict>,
): VerdictMapping {
  return Object.fromEntries(
    [...verdicts].flatMap((id) => {
      const next = counterpart(to, shownVerdict(from, id))
      return next === null ? [] : [[id, next]]
    }),
  )
}

/** The verdict of a scale that says what another does: of the same id, else the same name, else the same meaning; or null. */
export function counterpart(
  to: VerdictScale,
  { id, label, means }: Pick<ScaleVerdict, 'id' | 'label' | 'means'>,
): Verdict | null {
  const match =
    to.verdicts.find((one) => one.id === id) ??
    to.verdicts.find((one) => one.label.toLowerCase() === label.toLowerCase())
  return match?.id ?? verdictMeaning(to, means)
}

/** The scale that a case has after it took over another; verdicts that are left behind are remembered by name. */
export function adoptedScale(before: CaseScale, next: VerdictScale): CaseScale {
  const taken = new Set(next.verdicts.map(({ id }) => id))
  const former = [...before.verdicts, ...before.former].filter(({ id }) => {
    if (taken.has(id)) return false
    taken.add(id)
    return true
  })
  return { name: next.name, verdicts: next.verdicts, former: former.slice(0, mostFormer) }
}

/** Whether two scales are the same but for verdicts of the past. */
export function isSameScale(one: VerdictScale, other: VerdictScale): boolean {
  const plain = ({ name, verdicts }: VerdictScale): string =>
    JSON.stringify([
      name,
      verdicts.map(({ id, label, sign, colour, means, mustFix }) => [
        id,
        label,
        sign,
        colour,
        means,
        mustFix,
      ]),
    ])
  return plain(one) === plain(other)
}

/** What a verdict says where it is signed: nothing more than its id as long as that means what it means by default. */
export function signedMeaning(scale: CaseScale, verdict: Verdict | null): object {
  if (verdict === null) return {}
  const { label, means, mustFix } = shownVerdict(scale, verdict)
  const usual = defaultScale.verdicts.find(({ id }) => id === verdict)
  const isUsual = usual?.label === label && usual.means === means && usual.mustFix === mustFix
  return isUsual ? {} : { verdictMeans: { label, means, mustFix } }
}
