import { sourceSchema, type Source } from '../../shared/domain/source.js'
import { contentHash } from '../digest.js'
import type { Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function sourceToRow(source: Source): Row {
  return {
    id: source.id,
    position: source.position,
    title: source.title,
    author: source.author,
    publisher: source.publisher,
    published: source.published,
    url: source.url,
    accessed: source.accessed,
    kind: source.kind,
    reliability: source.reliability,
    credibility: source.credibility,
    file_name: source.fileName,
    media_type: source.mediaType,
    encoding: source.encoding,
    original_sha256: source.originalSha256,
    part_start: source.partStart,
    part_end: source.partEnd,
    current_version_id: source.currentVersionId,
    created_at: source.createdAt,
    removed_at: source.removedAt,
    language: source.language ?? null,
    content_hash: contentHash(source),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function sourceFromRow(row: Row): Source {
  const candidate = {
    id: row.id,
    position: row.position,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    published: row.published,
    url: row.url,
    accessed: row.accessed,
    kind: row.kind,
    reliability: row.reliability,
    credibility: row.credibility,
    fileName: row.file_name,
    mediaType: row.media_type,
    encoding: row.encoding,
    originalSha256: row.original_sha256,
    partStart: row.part_start,
    partEnd: row.part_end,
    currentVersionId: row.current_version_id,
    createdAt: row.created_at,
    removedAt: row.removed_at,
    ...((row.language ?? null) === null ? {} : { language: row.language }),
  }
  return storedRecord(sourceSchema, candidate, row.content_hash ?? null, `source ${String(row.id)}`)
}

export const sources = recordTable<Source>({
  table: 'sources',
  key: 'id',
  toRow: sourceToRow,
  fromRow: sourceFromRow,
})
