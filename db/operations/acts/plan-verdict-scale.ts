import type { Assessment } from '../../../shared/domain/assessment.js'
import {
  adoptedScale,
  caseScaleKey,
  isSameScale,
  scalePreference,
  signedMeaning,
  type CaseScale,
} from '../../../shared/domain/case-scale.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Command } from '../../../shared/domain/command.js'
import { defaultScale } from '../../../shared/domain/preset-scales.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb } from '../../database.js'
import { judgedAssessments } from '../../tables/assessments.js'
import { judgedClaims } from '../../tables/claims.js'
import { preferences, scaleOfCase } from '../../tables/preferences.js'
import { signOffsOfClaim } from '../../tables/sign-offs.js'
import type { Plan, Planning } from './plan.js'

type SetVerdictScale = Command & { do: 'set-verdict-scale' }

/**
 * Another scale for the case, with every verdict that the mapping names, also of claims whose source was removed. What
 * somebody said as a second reader is mapped too, but never taken away. A signed claim whose verdict comes to mean
 * something else becomes stale.
 */
export function planSetVerdictScale(planning: Planning, command: SetVerdictScale): Plan {
  const { db } = planning
  const { scale, mapping } = command
  const before = scaleOfCase(db)
  const after = adoptedScale(before, scale)
  const ids = new Set(scale.verdicts.map(({ id }) => id))
  const strange = Object.values(mapping).find((to) => to !== null && !ids.has(to))
  if (strange)
    throw new StetError('invalid', `“${strange}” is no verdict of this scale. Nothing was changed.`)
  const changes = [
    ...scaleChange(db, before, after),
    ...judgedClaims(db).flatMap((claim) => claimChange(planning, claim, { mapping, before, after })),
    ...judgedAssessments(db).flatMap((assessment) => assessmentChange(planning, assessment, mapping)),
  ]
  return { label: changes.length ? `Judge by the scale “${scale.name}”` : 'Judge by another scale', changes }
}

/** The default scale needs no words of its own, unless the case had another one. */
function scaleChange(db: ReadableDb, before: CaseScale, after: CaseScale): Change[] {
  const kept = preferences.find(db, caseScaleKey)
  if (isSameScale(before, after) && sameJson(before.former, after.former)) return []
  const isPlain = isSameScale(after, defaultScale) && after.former.length === 0
  const next = isPlain ? null : scalePreference(after)
  return [{ kind: 'preference', key: caseScaleKey, before: kept, after: next }]
}

interface Switch {
  mapping: SetVerdictScale['mapping']
  before: CaseScale
  after: CaseScale
}

function claimChange({ db, at }: Planning, before: Claim, { mapping, ...scales }: Switch): Change[] {
  const verdict = mapped(mapping, before.verdict)
  const isReworded = !sameJson(
    signedMeaning(scales.before, before.verdict),
    signedMeaning(scales.after, verdict),
  )
  const isStale = isReworded && before.status !== 'stale' && signOffsOfClaim(db, before.id).length > 0
  if (verdict === before.verdict && !isStale) return []
  const after: Claim = { ...before, verdict, ...(isStale && { status: 'stale' }), updatedAt: at }
  return [{ kind: 'claim', key: before.id, before, after }]
}

function assessmentChange({ at }: Planning, before: Assessment, mapping: Switch['mapping']): Change[] {
  const verdict = mapped(mapping, before.verdict) ?? before.verdict
  const keptVerdict = mapped(mapping, before.keptVerdict)
  if (verdict === before.verdict && keptVerdict === before.keptVerdict) return []
  const after: Assessment = { ...before, verdict, keptVerdict, updatedAt: at }
  return [{ kind: 'assessment', key: before.id, before, after }]
}

function mapped(mapping: Switch['mapping'], verdict: Verdict | null): Verdict | null {
  if (verdict === null) return null
  const to = mapping[verdict]
  return to === undefined ? verdict : to
}
