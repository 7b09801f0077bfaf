import { textDraftSchema, type TextDraft } from '../../shared/domain/text-draft.js'
import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { insert, sql, type Row } from '../sql.js'
import { storedJson, storedRecord } from '../stored-record.js'

/** The next saved part of a draft: `number` counts the parts from 0. */
export interface DraftPart {
  sourceId: SourceId
  textVersionId: TextVersionId
  number: number
  steps: unknown[]
}

/** Adds a part to a draft; the first part (0) takes the place of whatever draft there was. */
export function addDraftPart(db: WritableDb, part: DraftPart): void {
  const { sourceId, number, textVersionId, steps } = part
  db.transaction(() => {
    if (number === 0) clearDraft(db, sourceId)
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

export function clearDraft(db: WritableDb, sourceId: SourceId): void {
  db.run(sql`DELETE FROM text_drafts WHERE source_id = ${sourceId}`)
}

/** The draft of a source as far as its parts are sound and without a gap; null when there is none. */
export function findDraft(db: ReadableDb, sourceId: SourceId): TextDraft | null {
  const steps: unknown[] = []
  let versionId: TextVersionId | null = null
  let parts = 0
  for (const row of db.all(sql`SELECT * FROM text_drafts WHERE source_id = ${sourceId} ORDER BY number`)) {
    const part = row.number === parts ? soundPart(row) : null
    if (!part || (versionId !== null && part.textVersionId !== versionId)) break
    versionId = part.textVersionId
    for (const step of part.steps) steps.push(step)
    parts++
  }
  return versionId && { sourceId, textVersionId: versionId, steps, parts }
}

/** The sources that have a draft of their current text. */
export function draftedSources(db: ReadableDb): SourceId[] {
  return db
    .all(
      sql`SELECT DISTINCT source_id FROM text_drafts JOIN sources ON sources.id = source_id
      WHERE text_version_id = current_version_id AND removed_at IS NULL ORDER BY source_id`,
    )
    .map((row) => row.source_id as SourceId)
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
