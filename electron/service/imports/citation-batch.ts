import type { ImportedEvidence, RecordBatch } from '../../../db/operations/imports/import-records.js'
import type { EvidenceFields } from '../../../shared/domain/evidence.js'
import { evidenceIdSchema } from '../../../shared/domain/ids.js'
import type { Citation, CitationUse } from '../../../shared/domain/record-import.js'
import type { Source, SourceRecord } from '../../../shared/domain/source.js'
import { derivedId } from '../../workers/interchange/named-id.js'
import { isSameAddress } from '../../workers/interchange/match-texts.js'

/** What a citation says of a source: its fields that are known. The title of a source that has one stays. */
export function recordOfCitation(citation: Citation): Partial<SourceRecord> {
  const { author, publisher, published, url, accessed, language } = citation
  const said = { author, publisher, published, url, accessed, language }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

/** What is done with citations of a file, as one act. Evidence that a claim has from the same file is left alone. */
export function citationBatch(
  citations: readonly Citation[],
  uses: readonly CitationUse[],
  fileName: string,
  taken: ReadonlySet<string>,
): RecordBatch {
  const sources: RecordBatch['sources'] = []
  const evidence: ImportedEvidence[] = []
  for (const use of uses) {
    const citation = citations[use.index]
    if (!citation) continue
    if (use.as === 'record') {
      sources.push({ id: use.sourceId, fields: recordOfCitation(citation) })
      continue
    }
    const id = evidenceIdSchema.parse(derivedId('citation', use.claimId, JSON.stringify(citation)))
    if (taken.has(id)) continue
    const fields = evidenceOfCitation(citation, use.stance)
    evidence.push({ ...fields, id, claimId: use.claimId, passage: null, createdAt: null, updatedAt: null })
  }
  const label = uses.length === 1 ? 'Import citation' : `Import ${uses.length} citations`
  return { label, fileName, claims: [], notes: [], evidence, relations: [], sources }
}

function evidenceOfCitation(citation: Citation, stance: EvidenceFields['stance']): EvidenceFields {
  const { title, url, archivedUrl, accessed, author, publisher, published } = citation
  return {
    stance,
    title,
    url,
    archivedUrl,
    accessed,
    quote: null,
    reliability: null,
    credibility: null,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(published && { published }),
  }
}

/** The source that a citation seems to be the record of: the only one with its address, else with its title. */
export function sourceOfCitation({ url, title }: Citation, sources: readonly Source[]): Source | null {
  const same = (one: string, other: string): boolean =>
    one.trim().toLowerCase() === other.trim().toLowerCase()
  const signs = [
    (source: Source) => isSameAddress(source.url, url),
    (source: Source) => same(source.title, title),
  ]
  for (const fits of signs) {
    const [first, ...others] = sources.filter(fits)
    if (first && others.length === 0) return first
  }
  return null
}
