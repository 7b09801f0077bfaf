import type { Node } from 'prosemirror-model'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import type { SourceComment, SourceImport } from '../../../shared/domain/case.js'
import type { Change } from '../../../shared/domain/change.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import {
  claimIdSchema,
  noteIdSchema,
  sourceIdSchema,
  textVersionIdSchema,
} from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { WritableDb } from '../../database.js'
import { sha256 } from '../../digest.js'
import { sql } from '../../sql.js'
import { keepOriginal } from '../../tables/originals.js'
import { addTextVersion } from '../../tables/text-versions.js'
import { applyChanges } from '../acts/apply-changes.js'
import { noteBodyOf } from './note-body.js'
import type { Plan } from '../acts/plan.js'
import { documentOfText } from '../acts/text-document.js'

/** Who imports when, and where new ids come from: lower-case UUIDs. */
export interface ImportAct {
  at: string
  actor: string
  newId: () => string
}

/**
 * Adds sources after those that are there, each with its original bytes and its first text version, in one transaction
 * and one log entry; comments that come along are claims with notes in the same act. Throws 'invalid', with nothing written, when a document is not one of the schema or does not say
 * exactly its text.
 */
export function importSources(db: WritableDb, imports: readonly SourceImport[], act: ImportAct): Plan {
  const { at, actor } = act
  return db.transaction(() => {
    const first = nextPosition(db)
    const changes = imports.flatMap((parsed, index) => {
      const { change, version } = importedSource(db, parsed, first + index, act)
      return [change, ...commentChanges(version, parsed.comments ?? [], act)]
    })
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
): { change: Change; version: TextVersion } {
  const document = documentOfImport(parsed)
  const id = sourceIdSchema.parse(newId())
  const version: TextVersion = {
    id: textVersionIdSchema.parse(newId()),
    sourceId: id,
    number: 1,
    text: parsed.text,
    document: document.toJSON(),
    sha256: sha256(parsed.text),
    reason: parsed.reading ?? null,
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
  return { change: { kind: 'source', key: id, before: null, after: source }, version }
}

/** Comments as claims on their passages, each with a note of what was said. Those on the same passage are notes of one claim. */
function commentChanges(
  { id: versionId, sourceId, text }: TextVersion,
  comments: readonly SourceComment[],
  { at, actor, newId }: ImportAct,
): Change[] {
  const claimed: Change[] = []
  const noted: Change[] = []
  const claims = new Map<string, Claim>()
  for (const { start, end, author, at: written, text: said } of comments) {
    const when = written ?? at
    let claim = claims.get(`${start} ${end}`)
    if (!claim) {
      const selector = makeSelector(text, versionId, start, end)
      claim = {
        ...unjudged,
        id: claimIdSchema.parse(newId()),
        sourceId,
        selector,
        createdAt: at,
        updatedAt: at,
      }
      claims.set(`${start} ${end}`, claim)
      claimed.push({ kind: 'claim', key: claim.id, before: null, after: claim })
    }
    const note: Note = {
      id: noteIdSchema.parse(newId()),
      claimId: claim.id,
      body: noteBodyOf(said),
      text: said,
      visibility: 'internal',
      author: author ?? actor,
      createdAt: when,
      updatedAt: when,
    }
    noted.push({ kind: 'note', key: note.id, before: null, after: note })
  }
  return [...claimed, ...noted]
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
