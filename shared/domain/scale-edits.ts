import {
  mostVerdicts,
  verdictColours,
  verdictIdOf,
  verdictSigns,
  type ScaleVerdict,
  type VerdictScale,
} from './verdict-scale.js'

/*
 * What a person does to a scale of their own. Each edit of a sound scale gives a sound scale, so that one can be kept after
 * every step.
 */

/** Why a verdict cannot be called so; null when it can. */
export function labelProblem({ verdicts }: VerdictScale, index: number, label: string): string | null {
  const words = label.trim()
  if (!words) return 'A verdict needs a name'
  if (words.length > 60) return 'A name has at most 60 characters'
  const isTaken = verdicts.some(
    (other, place) => place !== index && other.label.toLowerCase() === words.toLowerCase(),
  )
  return isTaken ? 'Another verdict of this scale has this name' : null
}

/** The scale with a verdict renamed; the name must have no problem. Its id stays, so that claims keep it. */
export function renamedVerdict(scale: VerdictScale, index: number, label: string): VerdictScale {
  return withVerdict(scale, index, { label: label.trim() })
}

/** The scale with one of the looks of a verdict set; a verdict that had it gets the other's, so that no two look alike. */
export function relookedVerdict<F extends 'sign' | 'colour'>(
  scale: VerdictScale,
  index: number,
  field: F,
  value: ScaleVerdict[F],
): VerdictScale {
  const before = scale.verdicts[index]![field]
  const holder = scale.verdicts.findIndex((verdict) => verdict[field] === value)
  const freed = holder < 0 || holder === index ? scale : withVerdict(scale, holder, { [field]: before })
  return withVerdict(freed, index, { [field]: value })
}

export function withVerdict(scale: VerdictScale, index: number, fields: Partial<ScaleVerdict>): VerdictScale {
  return { ...scale, verdicts: scale.verdicts.with(index, { ...scale.verdicts[index]!, ...fields }) }
}

/**
 * The scale with one more verdict at its end, of a look that none has; the name must have no problem (ask `labelProblem` with
 * the number of verdicts). The scale itself when it has as many as there are digits.
 */
export function withNewVerdict(scale: VerdictScale, label: string): VerdictScale {
  const { verdicts } = scale
  if (verdicts.length >= mostVerdicts) return scale
  const taken = <F extends keyof ScaleVerdict>(field: F): ScaleVerdict[F][] =>
    verdicts.map((one) => one[field])
  const free = <T extends string>(all: readonly { id: T }[], used: readonly T[]): T =>
    all.findLast(({ id }) => !used.includes(id))!.id
  const verdict: ScaleVerdict = {
    id: verdictIdOf(label, taken('id')),
    label: label.trim(),
    sign: free(verdictSigns, taken('sign')),
    colour: free(verdictColours, taken('colour')),
    means: 'unverifiable',
    mustFix: false,
  }
  return { ...scale, verdicts: [...verdicts, verdict] }
}

/** The scale without a verdict; the scale itself when it has only two. */
export function withoutVerdict(scale: VerdictScale, index: number): VerdictScale {
  if (scale.verdicts.length <= 2) return scale
  return { ...scale, verdicts: scale.verdicts.toSpliced(index, 1) }
}

/** The scale with a verdict one place further up (-1) or down (1); the scale itself at its end. */
export function movedVerdict(scale: VerdictScale, index: number, by: -1 | 1): VerdictScale {
  const other = scale.verdicts[index + by]
  if (!other) return scale
  const verdicts = scale.verdicts.with(index + by, scale.verdicts[index]!).with(index, other)
  return { ...scale, verdicts }
}

/** The same scale under a name that none of `names` is. */
export function copiedScale(scale: VerdictScale, names: readonly string[]): VerdictScale {
  const taken = new Set(names.map((name) => name.toLowerCase()))
  const base = `${scale.name.slice(0, 60)} (copy)`
  return { ...scale, name: numbered(base, (name) => !taken.has(name.toLowerCase())) }
}

/** A name, with the first number from 2 that makes it free. */
function numbered(name: string, isFree: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (isFree(candidate)) return candidate
  }
}
