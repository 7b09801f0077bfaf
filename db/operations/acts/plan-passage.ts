import type { Change } from '../../../shared/domain/change.js'
import { isOrphan, type Claim } from '../../../shared/domain/claim.js'
import type { Command } from '../../../shared/domain/command.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import { isSymmetric, type Relation } from '../../../shared/domain/relation.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb } from '../../database.js'
import { assessmentsOfClaim } from '../../tables/assessments.js'
import { claims } from '../../tables/claims.js'
import { signOffsOfClaim } from '../../tables/sign-offs.js'
import { claimParts } from '../reading/claim-parts.js'
import { currentText, liveClaim, liveSource, takenError } from '../reading/live-records.js'
import { passageSelector, type Plan, type Planning } from './plan.js'

/** Gives a claim another passage of its source's current text; this is also how an orphan finds its place again. */
export function planMoveClaim({ db, at }: Planning, command: Command & { do: 'move-claim' }): Plan {
  const before = liveClaim(db, command.id)
  const selector = passageSelector(db, before.sourceId, command.start, command.end)
  const label = isOrphan(before, liveSource(db, before.sourceId)) ? 'Attach claim' : 'Change passage'
  if (sameJson(selector, before.selector)) return { label, changes: [] }
  return { label, changes: [changeOf(before, { ...before, selector, updatedAt: at })] }
}

/**
 * Cuts a claim in two at an offset of its source's current text; white space at the cut belongs to neither. The second
 * half is a claim of its own with the same fields; notes, evidence, relations, judgements and signatures stay with the first.
 */
export function planSplitClaim({ db, at }: Planning, command: Command & { do: 'split-claim' }): Plan {
  const before = standingClaim(db, command.id)
  if (claims.find(db, command.newId)) throw takenError('claim', command.newId)
  const { start, end } = before.selector
  const text = currentText(db, liveSource(db, before.sourceId))
  const first = text.slice(start, Math.max(start, command.at)).trimEnd().length
  const second = text.slice(Math.max(start, command.at), end).trimStart().length
  if (first === 0 || second === 0 || command.at >= end) {
    throw new StetError(
      'invalid',
      'The claim can only be split inside its passage. Put the caret between two of its words.',
    )
  }
  const half = (from: number, to: number) => passageSelector(db, before.sourceId, from, to)
  const rest: Claim = {
    ...before,
    id: command.newId,
    selector: half(end - second, end),
    createdAt: at,
    updatedAt: at,
  }
  return {
    label: 'Split claim',
    changes: [
      changeOf(before, { ...before, selector: half(start, start + first), updatedAt: at }),
      { kind: 'claim', key: rest.id, before: null, after: rest },
    ],
  }
}

/**
 * Joins claims of one text into the first of them, over the passage from the first to the last. What hangs on the others
 * moves to it, their tags are added, and what they say where it says nothing; their judgements and signatures go, and relations
 * between the joined claims.
 */
export function planMergeClaims({ db, at }: Planning, command: Command & { do: 'merge-claims' }): Plan {
  const into = standingClaim(db, command.id)
  const others = [...new Set(command.others)].map((id) => standingClaim(db, id))
  if (others.some(({ id, sourceId }) => id === into.id || sourceId !== into.sourceId)) {
    throw new StetError('invalid', 'Only different claims of one text can be merged. Nothing was changed.')
  }
  const all = [into, ...others]
  const start = Math.min(...all.map(({ selector }) => selector.start))
  const end = Math.max(...all.map(({ selector }) => selector.end))
  const after: Claim = {
    ...into,
    ...filledFrom(all),
    selector: passageSelector(db, into.sourceId, start, end),
    tags: [...new Set(all.flatMap(({ tags }) => tags))].slice(0, 100),
    updatedAt: at,
  }
  return {
    label: 'Merge claims',
    changes: [
      changeOf(into, after),
      ...others.flatMap(({ id }) => movedParts(db, id, into.id)),
      ...movedRelations(db, into.id, new Set(others.map(({ id }) => id))),
      ...others.map((before): Change => ({ kind: 'claim', key: before.id, before, after: null })),
    ],
  }
}

/**
 * What claims say that can be left open, each from the first of them that says anything. Confidence and correction belong to a
 * verdict: they come from claims with the same one, so that nothing is judged as nobody did.
 */
function filledFrom(all: readonly Claim[]): Partial<Claim> {
  const first = <K extends keyof Claim>(field: K, from = all): Claim[K] | null =>
    from.find((claim) => (claim[field] ?? null) !== null)?.[field] ?? null
  const dated = all.find(({ eventDate }) => eventDate !== null)
  const assigneeId = first('assigneeId')
  const verdict = first('verdict')
  const agreeing = all.filter((claim) => claim.verdict === verdict)
  return {
    verdict,
    confidence: first('confidence', agreeing),
    correction: first('correction', agreeing),
    claimant: first('claimant'),
    eventDate: dated?.eventDate ?? null,
    eventDateInferred: dated?.eventDateInferred ?? all[0]!.eventDateInferred,
    ...(assigneeId && { assigneeId }),
  }
}

const changeOf = (before: Claim, after: Claim): Change => ({ kind: 'claim', key: before.id, before, after })

/** A claim whose passage stands in the current text. */
function standingClaim(db: ReadableDb, id: ClaimId): Claim {
  const claim = liveClaim(db, id)
  if (!isOrphan(claim, liveSource(db, claim.sourceId))) return claim
  throw new StetError(
    'conflict',
    'The passage of this claim is not in the current text. Attach the claim to a passage first. Nothing was changed.',
  )
}

/** Notes and evidence go over to the claim `to`; judgements and signatures were of another claim and go. */
function movedParts(db: ReadableDb, from: ClaimId, to: ClaimId): Change[] {
  const { notes, evidence } = claimParts(db, from)
  return [
    ...notes.map((before): Change => ({
      kind: 'note',
      key: before.id,
      before,
      after: { ...before, claimId: to },
    })),
    ...evidence.map((before): Change => ({
      kind: 'evidence',
      key: before.id,
      before,
      after: { ...before, claimId: to },
    })),
    ...assessmentsOfClaim(db, from).map((before): Change => ({
      kind: 'assessment',
      key: before.id,
      before,
      after: null,
    })),
    ...signOffsOfClaim(db, from).map((before): Change => ({
      kind: 'sign-off',
      key: before.id,
      before,
      after: null,
    })),
  ]
}

/** Relations of the merged claims go over to `into`, unless it would be related to itself or twice to the same. */
function movedRelations(db: ReadableDb, into: ClaimId, merged: ReadonlySet<ClaimId>): Change[] {
  const nameOf = ({ fromClaimId, toClaimId, type }: Relation) => {
    const ends = [fromClaimId, toClaimId]
    return [...(isSymmetric(type) ? ends.toSorted() : ends), type].join(' ')
  }
  const kept = new Set(claimParts(db, into).relations.map(nameOf))
  const seen = new Set<string>()
  const changes: Change[] = []
  for (const before of [...merged].flatMap((id) => claimParts(db, id).relations)) {
    if (seen.has(before.id)) continue
    seen.add(before.id)
    const end = (id: ClaimId) => (merged.has(id) ? into : id)
    const moved = { ...before, fromClaimId: end(before.fromClaimId), toClaimId: end(before.toClaimId) }
    const stays = moved.fromClaimId !== moved.toClaimId && !kept.has(nameOf(moved))
    if (stays) kept.add(nameOf(moved))
    changes.push({ kind: 'relation', key: before.id, before, after: stays ? moved : null })
  }
  return changes
}
