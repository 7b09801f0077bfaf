import { signedCaseHash, signedClaimHashes } from './signed-content.js'
import type { SignedState } from '../../../shared/report/seal/compare-seal.js'
import type { ReadableDb } from '../../database.js'
import { namedInfo } from '../acts/case-title.js'
import { signableRecords, caseRecords } from '../reading/read-case.js'

const longestQuote = 120

/** What a case says now, as far as signatures are over it. Throws 'damaged' when a record cannot be trusted. */
export function signedState(db: ReadableDb): SignedState {
  const { id, title } = namedInfo(db)
  const records = signableRecords(db)
  const hashes = signedClaimHashes(records)
  const claims = records.claims.map((claim): [string, SignedState['claims'][string]] => [
    claim.id,
    { sha256: hashes.get(claim.id)!, quote: beginning(claim.selector.exact) },
  ])
  return {
    caseId: id,
    title,
    claims: Object.fromEntries(claims),
    caseSha256: signedCaseHash(records),
    signOffs: caseRecords(db).signOffs.map((signOff) => signOff.id),
  }
}

function beginning(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > longestQuote ? `${line.slice(0, longestQuote).replace(/\p{Surrogate}$/u, '')}…` : line
}
