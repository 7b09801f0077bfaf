import { caseScaleKey } from '../../../shared/domain/case-scale.js'
import type { Change } from '../../../shared/domain/change.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import type { SignOff } from '../../../shared/domain/review.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { claims } from '../../tables/claims.js'
import { decisionFromRow } from '../../tables/decisions.js'
import { keysOf, lastEntry, type LogPlace } from '../../tables/log.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { signOffFromRow } from '../../tables/sign-offs.js'
import { sourceFromRow } from '../../tables/sources.js'
import { changesSince } from '../reading/changes-since.js'
import { claimParts } from '../reading/claim-parts.js'
import { caseRecords } from '../reading/read-case.js'
import { caseHashOver, signedClaimHash, signedClaimHashes } from './signed-content.js'
import { soundRecords } from '../reading/sound-records.js'

interface Kept {
  place: LogPlace
  /** What a signature over each claim of the case would hold now, by the claim's id. */
  hashes: Map<string, string>
}

/**
 * The hashes are kept for each connection, because making them reads the whole case. They belong to the place at which the
 * log ended, and are brought up to date by the claims that the entries since are about; see claim-tally.ts.
 */
const keptHashes = new WeakMap<ReadableDb, Kept>()

/** The sign-offs over anything in the case whose content is not what was signed, oldest first. */
export function staleInCase(db: ReadableDb): SignOff[] {
  const query = sql`SELECT * FROM sign_offs ORDER BY signed_at, id`
  const signOffs = soundRecords(db, { query, kind: 'signOffs', fromRow: signOffFromRow }, [])
  if (signOffs.length === 0) return []
  const hashes = signedHashes(db)
  let ofCase: string | null = null
  return signOffs.filter(({ claimId, signedSha256 }) => {
    if (claimId === null) return (ofCase ??= caseHash(db, hashes)) !== signedSha256
    const now = hashes.get(claimId)
    return now !== undefined && now !== signedSha256
  })
}

function caseHash(db: ReadableDb, hashes: ReadonlyMap<string, string>): string {
  const sources = sql`SELECT * FROM sources WHERE removed_at IS NULL`
  const decisions = sql`SELECT * FROM decisions`
  return caseHashOver({
    sources: soundRecords(db, { query: sources, kind: 'sources', fromRow: sourceFromRow }, []),
    claimHashes: [...hashes.values()],
    decisions: soundRecords(db, { query: decisions, kind: 'decisions', fromRow: decisionFromRow }, []),
  })
}

function signedHashes(db: ReadableDb): ReadonlyMap<string, string> {
  const place = lastEntry(db)
  const kept = keptHashes.get(db)
  if (kept && kept.place.sequence === place.sequence && kept.place.hash === place.hash) return kept.hashes
  // Hashes that could only be adjusted in part must not be met again.
  keptHashes.delete(db)
  const changes = kept && changesSince(db, kept.place)
  const hashes = (kept && changes && adjusted(db, kept.hashes, changes)) ?? signedClaimHashes(caseRecords(db))
  keptHashes.set(db, { place, hashes })
  return hashes
}

/** The hashes after these changes; null when they must be made anew: claims of a source came or went,
 * verdicts mean something else, or a claim is damaged. */
function adjusted(
  db: ReadableDb,
  hashes: Map<string, string>,
  changes: readonly Change[],
): Map<string, string> | null {
  const isOfMany = ({ kind, key }: Change): boolean =>
    kind === 'source' || (kind === 'preference' && key === caseScaleKey)
  if (changes.some(isOfMany)) return null
  const scale = scaleOfCase(db)
  try {
    for (const key of keysOf(changes)) {
      const claim = claims.find(db, key)
      if (claim) hashes.set(key, signedClaimHash(claim, claimParts(db, key as ClaimId), scale))
      else hashes.delete(key)
    }
    return hashes
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return null
    throw thrown
  }
}
