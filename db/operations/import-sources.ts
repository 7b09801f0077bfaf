import type { Node } from 'prosemirror-model'
import { plainTextOf } from '../../shared/document/text-offsets.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { Change } from '../../shared/domain/change.js'
import { sourceIdSchema, textVersionIdSchema } from '../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import { StetError } from '../../shared/ipc/result.js'
import type { WritableDb } from '../database.js'
import { sha256 } from '../digest.js'
import { sql } from '../sql.js'
import { keepOriginal } from '../tables/originals.js'
import { addTextVersion } from '../tables/text-versions.js'
import { applyChanges } from './apply-changes.js'
import type { Plan } from './plan.js'
import { documentOfText } from './text-document.js'

/** Who imports when, and where new ids come from: lower-case UUIDs, two for each source. */
export interface ImportAct {
  at: string
  actor: string
  newId: () => string
}

/**
 * Adds sources after those that are there, each with its original bytes and its first text version, in one transaction
 * and one log entry. Throws 'invalid', with nothing written, when a document is not one of the schema or does not say
 * exactly its text.
 */
export function importSources(db: WritableDb, imports: readonly SourceImport[], act: ImportAct): Plan {
  const { at, actor } = act
  return db.transaction(() => {
    const first = nextPosition(db)
    const changes = imports.map((parsed, index) => importedSource(db, parsed, first + index, act))
    const label = imports.length === 1 ? 'Import source' : `Import ${imports.length} sources`
    if (changes.length) applyChanges(db, changes, { at, actor, action: label })
    return { label, changes }
  })
}

function importedSource(
  db: WritableDb,
  parsed: SourceImport,
  position: number,
  { at, newId }: ImportAct,
): Change {
  const document = documentOfImport(parsed)
  const id = sourceIdSchema.parse(newId())
  const version: TextVersion = {
    id: textVersionIdSchema.parse(newId()),
    sourceId: id,
    number: 1,
    text: parsed.text,
    document: document.toJSON(),
    sha256: sha256(parsed.text),
    reason: null,
    createdAt: at,
  }
  addTextVersion(db, version)
  const { record, fileName, mediaType, encoding, partStart, partEnd } = parsed
  const source: Source = {
    ...record,
    id,
    position,
    fileName,
    mediaType,
    encoding,
    originalSha256: keepOriginal(db, parsed.original),
    partStart,
    partEnd,
    currentVersionId: version.id,
    createdAt: at,
    removedAt: null,
  }
  return { kind: 'source', key: id, before: null, after: source }
}

function documentOfImport({ document, text, record, fileName }: SourceImport): Node {
  const refused = (why: string) =>
    new StetError(
      'invalid',
      `“${record.title}” (${fileName ?? 'pasted text'}) was not imported: ${why}. Nothing was changed.`,
    )
  const doc = documentOfText(document, refused)
  if (plainTextOf(doc) !== text) throw refused('its paragraphs do not say what its text says')
  return doc
}

/** Removed sources keep their place, so that taking the removal back finds it free. */
function nextPosition(db: WritableDb): number {
  return Number(db.get(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM sources`)?.next)
}
