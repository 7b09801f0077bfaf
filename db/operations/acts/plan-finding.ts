import { standsAt } from '../../../shared/anchoring/selector.js'
import { acceptedClaimFields, type EventDate } from '../../../shared/domain/acceptance.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Command } from '../../../shared/domain/command.js'
import type { Decision, Finding, FindingSpan } from '../../../shared/domain/finding.js'
import { sourceIdSchema, type ClaimId } from '../../../shared/domain/ids.js'
import { relationTypes } from '../../../shared/domain/relation.js'
import { labelOf } from '../../../shared/domain/verdicts.js'
import { StetError } from '../../../shared/ipc/result.js'
import { edtfOfDays } from '../../../shared/checks/extract/edtf-of-days.js'
import { passageDate } from '../../../shared/timeline/passage-date.js'
import { claimAt, claims } from '../../tables/claims.js'
import { decisions } from '../../tables/decisions.js'
import { findFinding } from '../../tables/findings.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { relations } from '../../tables/relations.js'
import { currentText, liveSource, missingError, takenError } from '../reading/live-records.js'
import { passageSelector, type Plan, type Planning } from './plan.js'
import { isRelated } from './plan-relation.js'

/**
 * Claims for the finding's spans where there are none yet, relations from the first span's claim to each other one
 * (those that are asked for, else those that the finding suggests), and the decision. What is already so is left as it
 * is.
 */
export function planAcceptFinding(planning: Planning, command: Command & { do: 'accept-finding' }): Plan {
  const finding = requireFinding(planning, command.fingerprint)
  const made: Claim[] = []
  const claimIds = finding.spans.map((span, index) => {
    const claim =
      claimOfSpan(planning, span, made) ??
      newClaim(planning, finding, index, given(command.claimIds[index], 'claim'))
    if (claim.isNew) made.push(claim.claim)
    return claim.claim.id
  })
  const changes: Change[] = made.map((after) => ({ kind: 'claim', key: after.id, before: null, after }))
  changes.push(...relationsOf(planning, claimIds, command, finding))
  changes.push(...decided(planning, { fingerprint: finding.fingerprint, state: 'accepted', reason: null }))
  const label = command.relation
    ? `Accept finding: ${labelOf(relationTypes, command.relation).toLowerCase()}`
    : 'Accept finding'
  return { label, changes }
}

export function planDismissFinding(planning: Planning, command: Command & { do: 'dismiss-finding' }): Plan {
  const { fingerprint, reason } = command
  requireFinding(planning, fingerprint)
  return { label: 'Dismiss finding', changes: decided(planning, { fingerprint, state: 'dismissed', reason }) }
}

/** Takes the decision away; the claims that accepting made stay. */
export function planReopenFinding({ db }: Planning, command: Command & { do: 'reopen-finding' }): Plan {
  const before = decisions.find(db, command.fingerprint)
  const changes: Change[] = before ? [{ kind: 'decision', key: before.fingerprint, before, after: null }] : []
  return { label: 'Reopen finding', changes }
}

function requireFinding({ db }: Planning, fingerprint: string): Finding {
  const finding = findFinding(db, fingerprint)
  if (!finding) throw missingError('finding', fingerprint)
  return finding
}

interface SpanClaim {
  claim: Claim
  isNew: boolean
}

/** The claim that already covers exactly this span: one of the case, or one made for a span before. */
function claimOfSpan({ db }: Planning, span: FindingSpan, made: readonly Claim[]): SpanClaim | null {
  const { start, end } = span
  const source = liveSource(db, sourceIdSchema.parse(span.source))
  if (!standsAt(currentText(db, source), { start, end, exact: span.quote })) {
    throw new StetError(
      'conflict',
      `“${source.title}” has changed since this was found. Check again, then accept it.`,
    )
  }
  const twin = made.find(
    ({ sourceId, selector }) => sourceId === source.id && selector.start === start && selector.end === end,
  )
  const claim =
    twin ?? claimAt(db, { sourceId: source.id, textVersionId: source.currentVersionId, start, end })
  return claim && { claim, isNew: false }
}

function newClaim({ db, at }: Planning, finding: Finding, index: number, id: ClaimId): SpanClaim {
  if (claims.find(db, id)) throw takenError('claim', id)
  const { source, start, end } = finding.spans[index]!
  const sourceId = sourceIdSchema.parse(source)
  const selector = passageSelector(db, sourceId, start, end)
  const fields = acceptedClaimFields(finding.category, scaleOfCase(db), eventDateOf(finding, index))
  return { claim: { ...fields, id, sourceId, selector, createdAt: at, updatedAt: at }, isNew: true }
}

/** When a passage's event was, if the finding knows it, so that the claim takes the passage's place on the timeline. */
function eventDateOf(finding: Finding, index: number): EventDate | undefined {
  const date = passageDate(finding, index)
  const eventDate = date && edtfOfDays(date.span)
  return date && eventDate ? { eventDate, eventDateInferred: date.inferred } : undefined
}

function relationsOf(
  { db, at }: Planning,
  claimIds: readonly ClaimId[],
  { relationIds, relation }: Command & { do: 'accept-finding' },
  { suggests, fingerprint }: Finding,
): Change[] {
  const [from, ...others] = claimIds
  const type = relation === undefined ? suggests : relation
  if (!type || !from) return []
  const missing = [...new Set(others)].filter((to) => to !== from && !isRelated(db, from, to, type))
  return missing.map((to, index) => {
    const id = given(relationIds[index], 'relation')
    if (relations.find(db, id)) throw takenError('relation', id)
    const after = { id, fromClaimId: from, toClaimId: to, type, fingerprint, createdAt: at }
    return { kind: 'relation', key: id, before: null, after }
  })
}

function given<T>(id: T | undefined, kind: string): T {
  if (id !== undefined) return id
  throw new StetError('invalid', `Accepting this finding takes more new ${kind} ids than were given.`)
}

/** The change to this decision; none when it was decided so before. */
function decided(
  { db, at, actor }: Planning,
  decision: Pick<Decision, 'fingerprint' | 'state' | 'reason'>,
): Change[] {
  const before = decisions.find(db, decision.fingerprint)
  if (before?.state === decision.state && before.reason === decision.reason) return []
  const after: Decision = { ...decision, decidedAt: at, decidedBy: actor }
  return [{ kind: 'decision', key: decision.fingerprint, before, after }]
}
