import { documentFromJson } from '../../shared/document/sections.js'
import { plainTextOf } from '../../shared/document/text-offsets.js'
import type { SourceId } from '../../shared/domain/ids.js'
import { textVersionSchema, type TextVersion } from '../../shared/domain/source.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash, sha256 } from '../digest.js'
import { insert, sql, type Row } from '../sql.js'
import { damagedRecord, storedJson, storedValue } from '../stored-record.js'

export function textVersionToRow(version: TextVersion): Row {
  const document = JSON.stringify(version.document)
  return {
    id: version.id,
    source_id: version.sourceId,
    number: version.number,
    text: version.text,
    document,
    sha256: version.sha256,
    reason: version.reason,
    created_at: version.createdAt,
    content_hash: versionHash(version, document),
  }
}

/**
 * Throws 'damaged' for a row that does not hold what was written: the digests are checked, and that the document is one
 * of the schema and says exactly the text.
 */
export function textVersionFromRow(row: Row): TextVersion {
  const name = `text ${String(row.id)}`
  const candidate = {
    id: row.id,
    sourceId: row.source_id,
    number: row.number,
    text: row.text,
    document: storedJson(row.document ?? null, name),
    sha256: row.sha256,
    reason: row.reason,
    createdAt: row.created_at,
  }
  const version = storedValue(textVersionSchema, candidate, name)
  if (sha256(version.text) !== version.sha256)
    throw damagedRecord(name, 'its words were changed outside Stet')
  if (versionHash(version, String(row.document)) !== row.content_hash) {
    throw damagedRecord(name, 'its paragraphs, number or date were changed outside Stet')
  }
  requireSameText(version, name)
  return version
}

/** The content hash of a text version: its text and document, which can be long, stand in it by their digests. */
function versionHash({ text: _text, document: _document, ...rest }: TextVersion, document: string): string {
  return contentHash({ ...rest, document: sha256(document) })
}

/** Keeps a text version for good: it can be neither overwritten nor deleted. */
export function addTextVersion(db: WritableDb, version: TextVersion): void {
  db.run(insert('text_versions', textVersionToRow(version)))
}

/** Throws 'damaged' for one that cannot be trusted; null when there is none. */
export function findTextVersion(db: ReadableDb, id: string): TextVersion | null {
  const row = db.get(sql`SELECT * FROM text_versions WHERE id = ${id}`)
  return row && textVersionFromRow(row)
}

/** The words of a text version alone, their digest checked; null when there is none. */
export function findText(db: ReadableDb, id: string): string | null {
  const row = db.get(sql`SELECT text, sha256 FROM text_versions WHERE id = ${id}`)
  if (!row) return null
  const text = String(row.text)
  if (sha256(text) !== row.sha256) throw damagedRecord(`text ${id}`, 'its words were changed outside Stet')
  return text
}

function requireSameText({ document, text }: TextVersion, name: string): void {
  let said: string
  try {
    said = plainTextOf(documentFromJson(document))
  } catch (thrown) {
    throw damagedRecord(name, `its paragraphs cannot be read (${(thrown as Error).message})`)
  }
  if (said !== text) throw damagedRecord(name, 'its paragraphs do not say its words')
}

/** The text version of a source that has this text, by the text's SHA-256; null when there is none. */
export function versionWithText(db: ReadableDb, sourceId: SourceId, digest: string): TextVersion | null {
  const row = db.get(sql`SELECT * FROM text_versions WHERE source_id = ${sourceId} AND sha256 = ${digest}
    ORDER BY number LIMIT 1`)
  return row && textVersionFromRow(row)
}

/** The number that the next text version of a source gets. */
export function nextVersionNumber(db: ReadableDb, sourceId: SourceId): number {
  return Number(
    db.get(sql`SELECT coalesce(max(number), 0) + 1 AS next FROM text_versions WHERE source_id = ${sourceId}`)
      ?.next,
  )
}

/** Every text version of a source without its words, the newest first. */
export function versionsOfSource(
  db: ReadableDb,
  sourceId: SourceId,
): Omit<VersionInfo, 'isCurrent' | 'isDrafted'>[] {
  const rows = db.all(sql`SELECT id, number, reason, created_at FROM text_versions
    WHERE source_id = ${sourceId} ORDER BY number DESC`)
  return rows.map((row) => ({
    id: row.id as VersionInfo['id'],
    number: Number(row.number),
    reason: row.reason as string | null,
    createdAt: String(row.created_at),
  }))
}
