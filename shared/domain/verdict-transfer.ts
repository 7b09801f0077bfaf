import {
  caseScaleKey,
  caseScaleOf,
  counterpart,
  defaultCaseScale,
  isSameScale,
  knownVerdict,
  shownVerdict,
  verdictLabel,
  type CaseScale,
} from './case-scale.js'
import type { CaseRecords } from './case.js'
import type { Claim } from './claim.js'
import type { Verdict } from './verdict-scale.js'

/** What becomes of a verdict that comes into a case with another scale: another verdict, or none, and then its name is kept. */
export type TransferredVerdict = { verdict: Verdict | null } | { keptName: string }

/** The verdict of `to` that says what one of `from` does; one that nobody knows by name has no counterpart but its own id. */
export function transferredVerdict(
  verdict: Verdict | null,
  from: CaseScale,
  to: CaseScale,
): TransferredVerdict {
  if (verdict === null) return { verdict }
  const known = knownVerdict(from, verdict)
  const own = to.verdicts.find(({ id }) => id === verdict)
  const next = own?.id ?? (known && counterpart(to, known))
  return next ? { verdict: next } : { keptName: shownVerdict(from, verdict).label }
}

/** What says whether anybody has judged in a case yet. */
type Judged = Pick<CaseRecords, 'claims' | 'assessments' | 'preferences'>

/** Whether a case in which nobody has judged anything, nor chosen a scale, takes over the scale of claims that come. */
export function takesScale({ claims, assessments, preferences }: Judged, scale: CaseScale): boolean {
  const isJudged = assessments.length > 0 || claims.some(({ verdict }) => verdict !== null)
  return (
    !isJudged && !preferences.some(({ key }) => key === caseScaleKey) && !isSameScale(scale, defaultCaseScale)
  )
}

/**
 * What a person should know of the verdicts of claims that come from a case with another scale, in sentences; none where they all
 * keep their names.
 */
export function transferNotices(
  claims: readonly Pick<Claim, 'id' | 'verdict'>[],
  from: CaseScale,
  here: Judged,
): string[] {
  const known = new Set<string>(here.claims.map(({ id }) => id))
  const verdicts = claims.flatMap(({ id, verdict }) => (known.has(id) || verdict === null ? [] : [verdict]))
  if (verdicts.length === 0) return []
  if (takesScale(here, from))
    return [`Nothing is judged in this case yet: it takes over the scale “${from.name}”.`]
  return mappedNotices(verdicts, from, caseScaleOf(here.preferences))
}

function mappedNotices(verdicts: readonly Verdict[], from: CaseScale, to: CaseScale): string[] {
  const renamed = new Map<string, number>()
  const kept = new Map<string, number>()
  for (const verdict of verdicts) {
    const next = transferredVerdict(verdict, from, to)
    const label = verdictLabel(from, verdict)
    if ('keptName' in next) add(kept, `“${label}”`)
    else if (verdictLabel(to, next.verdict) !== label)
      add(renamed, `“${label}” becomes “${verdictLabel(to, next.verdict)}”`)
  }
  return [
    ...(renamed.size
      ? [`Its claims are judged by the scale “${from.name}”. In this case ${listed(renamed)}.`]
      : []),
    ...(kept.size
      ? [
          `This case has no verdict like ${listed(kept)}: such claims come without one, and its name is kept in an internal note.`,
        ]
      : []),
  ]
}

const add = (counts: Map<string, number>, what: string): void =>
  void counts.set(what, (counts.get(what) ?? 0) + 1)

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, count]) => `${what} (${count})`).join(', ')
