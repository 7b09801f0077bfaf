import type { Seal } from './seal.js'

/** What a case says now, as far as signatures are over it. */
export interface SignedState {
  caseId: string
  title: string
  /** What a signature over each claim would hold now, and the beginning of its quote, by the claim's id. */
  claims: Readonly<Record<string, { sha256: string; quote: string }>>
  caseSha256: string
  /** The ids of the signatures that are in the case. */
  signOffs: readonly string[]
}

/** `matches`: the case still says what was signed. `changed`: something else. `gone`: the claim is not in it any more. */
export type SignatureStanding = 'matches' | 'changed' | 'gone'

export interface ComparedSignature {
  name: string
  role: string
  at: string
  /** The number of the claim in the report; null for a signature over the case. */
  claimNumber: number | null
  /** The beginning of the claim's quote in the case; null for the case itself, and for a claim that is gone. */
  quote: string | null
  standing: SignatureStanding
  /** Whether the signature was withdrawn from the case since. */
  isWithdrawn: boolean
}

/** What is to be said of a report: of the file itself, and of each signature in it against a case. */
export interface SealComparison {
  isSameCase: boolean
  signatures: ComparedSignature[]
}

/** The signatures of a report against a case as it is now; a copy of the case is the same case. */
export function compareSeal(seal: Seal, state: SignedState): SealComparison {
  const present = new Set(state.signOffs)
  const signatures = seal.signatures.map(({ id, name, role, at, claim, signedSha256 }): ComparedSignature => {
    const now = claim === null ? { sha256: state.caseSha256, quote: null } : state.claims[claim.id]
    const standing = !now ? 'gone' : now.sha256 === signedSha256 ? 'matches' : 'changed'
    return {
      name,
      role,
      at,
      claimNumber: claim?.number ?? null,
      quote: now?.quote ?? null,
      standing,
      isWithdrawn: !present.has(id),
    }
  })
  return { isSameCase: seal.caseId === state.caseId, signatures }
}

/** Whether the case still says all that was signed. */
export function holdsAll({ isSameCase, signatures }: SealComparison): boolean {
  return isSameCase && signatures.every(({ standing, isWithdrawn }) => standing === 'matches' && !isWithdrawn)
}
