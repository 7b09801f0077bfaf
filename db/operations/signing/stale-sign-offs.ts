import { caseScaleKey } from '../../../shared/domain/case-scale.js'
import type { Change } from '../../../shared/domain/change.js'
import type { LogEntry } from '../../../shared/domain/case.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import type { LoggedAct, SignOff, StaleSignOff } from '../../../shared/domain/review.js'
import type { ReadableDb } from '../../database.js'
import { claims } from '../../tables/claims.js'
import { logEntriesBefore, logEntriesOf } from '../../tables/log.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { signOffsOfClaim } from '../../tables/sign-offs.js'
import { claimParts } from '../reading/claim-parts.js'
import { touchedClaims } from './mark-stale.js'
import { signedClaimHash } from './signed-content.js'
import { staleInCase } from './signed-hashes.js'

/** How many of the acts since a signature are named, the newest ones. */
const mostActs = 50
const entriesAtOnce = 100
/** How many claims are named of an act on many. */
const mostClaims = 3

/**
 * The sign-offs over one claim, or over anything in the case (null), whose content is not what was signed, each with the
 * acts that changed it since, the newest first.
 */
export function listStaleSignOffs(db: ReadableDb, claimId: ClaimId | null): StaleSignOff[] {
  return (claimId === null ? staleInCase(db) : staleOfClaim(db, claimId)).map((signOff) => {
    const acts = actsSince(db, signOff)
    return { id: signOff.id, acts: acts.slice(0, mostActs), hasMore: acts.length > mostActs }
  })
}

function staleOfClaim(db: ReadableDb, claimId: ClaimId): SignOff[] {
  const claim = claims.find(db, claimId)
  const signed = claim ? signOffsOfClaim(db, claimId) : []
  if (!claim || signed.length === 0) return []
  const now = signedClaimHash(claim, claimParts(db, claimId), scaleOfCase(db))
  return signed.filter(({ signedSha256 }) => signedSha256 !== now)
}

/** The acts that changed what was signed, the newest first; one more than are named when there are more. */
function actsSince(db: ReadableDb, { id, claimId }: SignOff): LoggedAct[] {
  const signed = logEntriesOf(db, id)[0]?.sequence ?? 0
  const entries = claimId === null ? backwards(db) : logEntriesOf(db, claimId).reverse()
  const acts: LoggedAct[] = []
  for (const { sequence, at, actor, action, changes } of entries) {
    if (sequence <= signed || acts.length > mostActs) break
    if (!changesSigned(changes, claimId)) continue
    acts.push({ sequence, at, actor, action, claimIds: claimsIn(changes).slice(0, mostClaims) })
  }
  return acts
}

/** The log from its end. */
function* backwards(db: ReadableDb): Generator<LogEntry> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = logEntriesBefore(db, before, entriesAtOnce)
    yield* page
    if (page.length < entriesAtOnce) return
    before = page.at(-1)!.sequence
  }
}

/** Whether an act changed what is signed with a claim, or with the case (null). */
function changesSigned(changes: readonly Change[], claimId: ClaimId | null): boolean {
  if (changes.some(({ kind, key }) => kind === 'preference' && key === caseScaleKey)) return true
  if (claimId !== null) return touchedClaims(changes).has(claimId)
  const isOfCase = ({ kind }: Change): boolean => kind === 'source' || kind === 'decision'
  return claimsIn(changes).length > 0 || changes.some(isOfCase)
}

/** The claims that the changes touch, make or remove. */
function claimsIn(changes: readonly Change[]): ClaimId[] {
  const touched = touchedClaims(changes)
  for (const { kind, key, before, after } of changes) {
    if (kind === 'claim' && (before === null || after === null)) touched.add(key)
  }
  return [...touched] as ClaimId[]
}
