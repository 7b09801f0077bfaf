import type { ClaimId } from '../../../shared/domain/ids.js'
import type { ReadableDb } from '../../database.js'
import { evidenceOfClaim } from '../../tables/evidence.js'
import { notesOfClaim } from '../../tables/notes.js'
import { relationsOfClaim } from '../../tables/relations.js'
import type { ClaimParts } from '../signing/signed-content.js'

/** What hangs on a claim: its notes, evidence and relations, oldest first. */
export function claimParts(db: ReadableDb, claimId: ClaimId): ClaimParts {
  return {
    notes: notesOfClaim(db, claimId),
    evidence: evidenceOfClaim(db, claimId),
    relations: relationsOfClaim(db, claimId),
  }
}
