import type { Claim } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { SignOffId } from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import type { Relation } from '../../../shared/domain/relation.js'
import type { SignOff } from '../../../shared/domain/review.js'
import type { Source } from '../../../shared/domain/source.js'
import type { Decision } from '../../../shared/domain/finding.js'
import { caseScaleOf, signedMeaning, type CaseScale } from '../../../shared/domain/case-scale.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import { contentHash } from '../../digest.js'

/** The records that a signature can be over. */
export interface SignableRecords {
  sources: readonly Source[]
  claims: readonly Claim[]
  notes: readonly Note[]
  evidence: readonly Evidence[]
  relations: readonly Relation[]
  decisions: readonly Decision[]
  preferences: readonly CasePreference[]
}

/** What hangs on one claim. */
export interface ClaimParts {
  notes: readonly Note[]
  evidence: readonly Evidence[]
  relations: readonly Relation[]
}

/**
 * What is signed of a claim itself: its quote and what is said of it. How the work is organised (status, priority, tags,
 * assignee),
 * when it was written, and where the quote stands in a text that was corrected elsewhere can change without making a
 * signature stale.
 */
export function signedPartOf({ selector, ...claim }: Claim): unknown {
  const {
    status: _status,
    priority: _priority,
    tags: _tags,
    assigneeId: _who,
    updatedAt: _at,
    ...said
  } = claim
  return { ...said, quote: selector.exact }
}

/**
 * The digest of what is signed with a claim: the above, what its verdict means where that is not the usual, its notes, evidence
 * and relations. What others judge is not among them: that a second reader agrees must not make the checker's signature stale, and who differs is told of by itself.
 */
export function signedClaimHash(
  claim: Claim,
  { notes, evidence, relations }: ClaimParts,
  scale: CaseScale,
): string {
  return contentHash({
    claim: signedPartOf(claim),
    ...signedMeaning(scale, claim.verdict),
    notes: byId(notes.map(({ updatedAt: _at, ...note }) => note)),
    evidence: byId(evidence.map(({ updatedAt: _at, selector: _selector, ...piece }) => piece)),
    relations: byId([...relations]),
  })
}

/** The digest of what is signed with the whole case: its sources, every claim as above, and what was decided. */
export function signedCaseHash(records: SignableRecords): string {
  return caseHashOver({ ...records, claimHashes: [...signedClaimHashes(records).values()] })
}

/** The same over the digests of its claims, in any order. */
export function caseHashOver({
  sources,
  claimHashes,
  decisions,
}: Pick<SignableRecords, 'sources' | 'decisions'> & { claimHashes: readonly string[] }): string {
  return contentHash({
    sources: byId([...sources]),
    claims: claimHashes.toSorted(),
    decisions: decisions.map(contentHash).sort(),
  })
}

/** What a signature over each claim would hold, by the claim's id. */
export function signedClaimHashes(records: SignableRecords): Map<string, string> {
  const parts = partsByClaim(records)
  const scale = caseScaleOf(records.preferences)
  return new Map(
    records.claims.map((claim) => [claim.id, signedClaimHash(claim, partsOf(parts, claim.id), scale)]),
  )
}

/** The sign-offs over what is no longer what was signed. */
export function staleSignOffs(signOffs: readonly SignOff[], records: SignableRecords): SignOffId[] {
  if (signOffs.length === 0) return []
  const parts = partsByClaim(records)
  const scale = caseScaleOf(records.preferences)
  const claims = new Map<string, Claim>(records.claims.map((claim) => [claim.id, claim]))
  let ofCase: string | null = null
  const hashNow = ({ claimId }: SignOff): string | null => {
    if (claimId === null) return (ofCase ??= signedCaseHash(records))
    const claim = claims.get(claimId)
    return claim ? signedClaimHash(claim, partsOf(parts, claimId), scale) : null
  }
  return signOffs.filter((signOff) => hashNow(signOff) !== signOff.signedSha256).map(({ id }) => id)
}

type Parts = Map<string, { notes: Note[]; evidence: Evidence[]; relations: Relation[] }>

const none: ClaimParts = { notes: [], evidence: [], relations: [] }

function partsOf(parts: Parts, claimId: string): ClaimParts {
  return parts.get(claimId) ?? none
}

function partsByClaim({ notes, evidence, relations }: SignableRecords): Parts {
  const parts: Parts = new Map()
  const at = (claimId: string) => {
    const found = parts.get(claimId) ?? { notes: [], evidence: [], relations: [] }
    parts.set(claimId, found)
    return found
  }
  for (const note of notes) at(note.claimId).notes.push(note)
  for (const piece of evidence) at(piece.claimId).evidence.push(piece)
  for (const relation of relations) {
    at(relation.fromClaimId).relations.push(relation)
    at(relation.toClaimId).relations.push(relation)
  }
  return parts
}

function byId<T extends { id: string }>(list: T[]): T[] {
  return list.sort((one, other) => (one.id < other.id ? -1 : 1))
}
