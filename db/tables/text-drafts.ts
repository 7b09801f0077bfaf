import { textDraftSchema, type TextDraft } from '../../shared/domain/text-draft.js'
import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { insert, sql, type Row, type SqlValue } from '../sql.js'
import { storedJson, storedRecord } from '../stored-record.js'

/** The next saved part of a draft: `number` counts the parts from 0. */
export interface DraftPart {
  sourceId: SourceId
  textVersionId: TextVersionId
  number: number
  steps: unknown[]
}

/**
 * How far apart the stored numbers of two drafts of one source begin. A draft belongs to the text version that it was begun on:
 * where the source got another text meanwhile it is set aside, and one of the new text is kept beside it.
 */
const draftStride = 1_000_000

/** Adds a part to the draft of a text; the first part (0) takes the place of whatever draft of that text there was. */
export function addDraftPart(db: WritableDb, part: DraftPart): void {
  const { sourceId, textVersionId, steps } = part
  db.transaction(() => {
    if (part.number === 0) clearDraft(db, textVersionId)
    const number = startOfDraft(db, sourceId, textVersionId) + part.number
    db.run(
      insert('text_drafts', {
        source_id: sourceId,
        number,
        text_version_id: textVersionId,
        steps: JSON.stringify(steps),
        content_hash: contentHash({ sourceId, number, textVersionId, steps }),
      }),
    )
  })
}

/** The stored number of the first part of a draft; for one that is not there yet, the next that is free for it. */
function startOfDraft(db: ReadableDb, sourceId: SourceId, textVersionId: TextVersionId): number {
  const parts = sql`SELECT min(number) AS number FROM text_drafts
    WHERE source_id = ${sourceId} AND text_version_id = ${textVersionId}`
  const own = db.get(parts)?.number ?? null
  if (own !== null) return startOf(own)
  const last = db.get(sql`SELECT max(number) AS number FROM text_drafts WHERE source_id = ${sourceId}`)
  const taken = last?.number ?? null
  return taken === null ? 0 : startOf(taken) + draftStride
}

const startOf = (number: SqlValue): number => Number(number) - (Number(number) % draftStride)

/** Takes the draft of a text away, if there is one. */
export function clearDraft(db: WritableDb, textVersionId: TextVersionId): void {
  db.run(sql`DELETE FROM text_drafts WHERE text_version_id = ${textVersionId}`)
}

/** The draft of a text as far as its parts are sound and without a gap; null when there is none. */
export function findDraft(
  db: ReadableDb,
  sourceId: SourceId,
  textVersionId: TextVersionId,
): TextDraft | null {
  const start = startOfDraft(db, sourceId, textVersionId)
  const rows = sql`SELECT * FROM text_drafts
    WHERE source_id = ${sourceId} AND text_version_id = ${textVersionId} ORDER BY number`
  const steps: unknown[] = []
  let parts = 0
  for (const row of db.all(rows)) {
    const part = row.number === start + parts ? soundPart(row) : null
    if (!part) break
    for (const step of part.steps) steps.push(step)
    parts++
  }
  return parts === 0 ? null : { sourceId, textVersionId, steps, parts }
}

/** The texts of a source of which there is a draft, whether it is set aside or not. */
export function draftedVersions(db: ReadableDb, sourceId: SourceId): Set<string> {
  const rows = db.all(sql`SELECT DISTINCT text_version_id FROM text_drafts WHERE source_id = ${sourceId}`)
  return new Set(rows.map(({ text_version_id }) => String(text_version_id)))
}

/** The texts of which there is a draft, each the one that its source has now. */
export function draftedTexts(db: ReadableDb): Pick<TextDraft, 'sourceId' | 'textVersionId'>[] {
  return db
    .all(
      sql`SELECT DISTINCT source_id, text_version_id FROM text_drafts JOIN sources ON sources.id = source_id
      WHERE text_version_id = current_version_id AND removed_at IS NULL ORDER BY source_id`,
    )
    .map(({ source_id, text_version_id }) => ({
      sourceId: source_id as SourceId,
      textVersionId: text_version_id as TextVersionId,
    }))
}

const partSchema = textDraftSchema.omit({ parts: true }).extend({ number: textDraftSchema.shape.parts })

function soundPart(row: Row): DraftPart | null {
  const name = `draft of ${String(row.source_id)}`
  const { source_id: sourceId, number, text_version_id: textVersionId } = row
  try {
    const candidate = { sourceId, number, textVersionId, steps: storedJson(row.steps ?? null, name) }
    return storedRecord(partSchema, candidate, row.content_hash ?? null, name)
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return null
    throw thrown
  }
}
