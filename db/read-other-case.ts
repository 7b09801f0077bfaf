import type { Claim } from '../shared/domain/claim.js'
import type { Evidence } from '../shared/domain/evidence.js'
import type { SourceId } from '../shared/domain/ids.js'
import type { Note } from '../shared/domain/note.js'
import type { Relation } from '../shared/domain/relation.js'
import type { Source, TextVersion } from '../shared/domain/source.js'
import { StetError } from '../shared/ipc/result.js'
import { caseScaleOf, type CaseScale } from '../shared/domain/case-scale.js'
import type { OpenOptions } from './connection.js'
import { caseInfo, caseRecords } from './operations/reading/read-case.js'
import { readCaseFile } from './read-case-file.js'
import { originalBytes } from './tables/originals.js'
import { findTextVersion, versionsOfSource } from './tables/text-versions.js'

/** What another case file holds, for a person to choose from. */
export interface OtherCase {
  id: string
  title: string
  sources: Source[]
  /** The claims of each source, by their identifiers. */
  claims: Pick<Claim, 'id' | 'sourceId' | 'verdict'>[]
  /** What they are judged by. */
  scale: CaseScale
  /** How many records cannot be trusted and are left out. */
  damaged: number
}

/** Sources of another case with all that hangs on them. */
export interface CaseExcerpt {
  title: string
  scale: CaseScale
  sources: Source[]
  versions: TextVersion[]
  originals: Map<string, Uint8Array>
  claims: Claim[]
  notes: Note[]
  evidence: Evidence[]
  /** Those between claims of the sources. */
  relations: Relation[]
}

/** Looks into a case file that nobody has open, and leaves it as it is; refused as `readCaseFile` refuses. */
export function lookIntoCase(path: string, options: OpenOptions): OtherCase {
  return readCaseFile(path, options, (db) => {
    const { sources, claims, preferences, damaged } = caseRecords(db)
    const { id, title } = caseInfo(db)
    return {
      id,
      title,
      sources,
      claims: claims.map(({ id, sourceId, verdict }) => ({ id, sourceId, verdict })),
      scale: caseScaleOf(preferences),
      damaged: damaged.length,
    }
  })
}

/** Reads the chosen sources. Throws as above, and 'damaged' for a text or file of theirs that cannot be trusted. */
export function excerptCase(path: string, chosen: readonly SourceId[], options: OpenOptions): CaseExcerpt {
  return readCaseFile(path, options, (db) => {
    const records = caseRecords(db)
    const wanted = new Set<string>(chosen)
    const sources = records.sources.filter(({ id }) => wanted.has(id))
    const claims = records.claims.filter(({ sourceId }) => wanted.has(sourceId))
    const known = new Set<string>(claims.map(({ id }) => id))
    const onClaim = ({ claimId }: { claimId: string }) => known.has(claimId)
    const isNamed = ({ fromClaimId, toClaimId }: Relation) => known.has(fromClaimId) && known.has(toClaimId)
    const required = <T>(found: T | null, what: string): T => {
      if (found === null)
        throw new StetError('damaged', `${what} of “${path}” is missing. Nothing was imported.`)
      return found
    }
    return {
      title: caseInfo(db).title,
      scale: caseScaleOf(records.preferences),
      sources,
      versions: sources.flatMap(({ id }) =>
        versionsOfSource(db, id).map((version) => required(findTextVersion(db, version.id), `A text`)),
      ),
      originals: new Map(
        sources.map(({ originalSha256 }) => [
          originalSha256,
          required(originalBytes(db, originalSha256), 'An original file'),
        ]),
      ),
      claims,
      notes: records.notes.filter(onClaim),
      evidence: records.evidence.filter(onClaim),
      relations: records.relations.filter(isNamed),
    }
  })
}
