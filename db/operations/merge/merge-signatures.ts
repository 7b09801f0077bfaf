import type { CasePreference } from '../../../shared/domain/case-preference.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { SignOff } from '../../../shared/domain/review.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import { signedClaimHashes, type SignableRecords } from '../signing/signed-content.js'

type Records = ReadonlyMap<string, KindRecord>

/**
 * The records after a merge with its effect on signatures: a signed claim that the merge changed, or whose signature came with
 * it, is "stale" when no signature over it is over what it says now. The signatures themselves stay; which of them hold is told
 * by their digests.
 */
export function withStaleSignatures(after: Records, before: readonly KindRecord[], at: string): Records {
  const signatures = groupedSignatures(after)
  if (signatures.size === 0) return after
  const old = signedState(before)
  const now = signedState([...after.values()])
  const records = new Map(after)
  for (const [claimId, signed] of signatures) {
    const record = after.get(`claim ${claimId}`)
    const claim = record?.record as Claim | undefined
    if (!claim || claim.status === 'stale') continue
    const hash = now.hashes.get(claimId)
    const isTouched =
      hash !== old.hashes.get(claimId) || signed.some((one) => !old.signatures.has(placeOf(one)))
    if (!isTouched || signed.some(({ signedSha256 }) => signedSha256 === hash)) continue
    records.set(`claim ${claimId}`, { kind: 'claim', record: { ...claim, status: 'stale', updatedAt: at } })
  }
  return records
}

function groupedSignatures(records: Records): Map<string, SignOff[]> {
  const signatures = new Map<string, SignOff[]>()
  for (const { kind, record } of records.values()) {
    const { claimId } = record as SignOff
    if (kind !== 'sign-off' || claimId === null) continue
    signatures.set(claimId, [...(signatures.get(claimId) ?? []), record as SignOff])
  }
  return signatures
}

/** What a signature over each claim would hold, and which signatures there are. */
function signedState(records: readonly KindRecord[]): {
  hashes: Map<string, string>
  signatures: Set<string>
} {
  const of = <T>(wanted: KindRecord['kind']): T[] =>
    records.flatMap(({ kind, record }) => (kind === wanted ? [record as T] : []))
  const signable: SignableRecords = {
    sources: of('source'),
    claims: of('claim'),
    notes: of('note'),
    evidence: of('evidence'),
    relations: of('relation'),
    decisions: of('decision'),
    preferences: of<CasePreference>('preference'),
  }
  return {
    hashes: signedClaimHashes(signable),
    signatures: new Set(of<SignOff>('sign-off').map(placeOf)),
  }
}

/** A signature and what it is over: where copies gave one id to two, the one that stays can come to another claim. */
function placeOf({ id, claimId, signedSha256 }: SignOff): string {
  return `${id} ${claimId} ${signedSha256}`
}
