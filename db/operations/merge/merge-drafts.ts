import type { Source } from '../../../shared/domain/source.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { addDraftPart, clearDraft, draftedTexts, findDraft } from '../../tables/text-drafts.js'

/*
 * Corrections that are not finished are no records: no log tells of them, and they can only be gone on with where the text stands
 * that they were begun on. So they come with a merge only where that is so, and nothing of one's own is in their place.
 */

/** The unfinished corrections of a case, of the texts that its sources have now. */
export function liveDrafts(db: ReadableDb): TextDraft[] {
  return draftedTexts(db).flatMap(
    ({ sourceId, textVersionId }) => findDraft(db, sourceId, textVersionId) ?? [],
  )
}

/** What becomes of the other copy's unfinished corrections: those that come, and why each of the others stays there. */
export interface DraftsPlan {
  coming: TextDraft[]
  staying: { sourceId: string; why: 'own-draft' | 'other-text' | 'no-source' }[]
}

/** `after` are the records of the case after the merge, by their names; what both have alike neither comes nor stays. */
export function plannedDrafts(
  own: readonly TextDraft[],
  theirs: readonly TextDraft[],
  after: ReadonlyMap<string, KindRecord>,
): DraftsPlan {
  const plan: DraftsPlan = { coming: [], staying: [] }
  for (const draft of theirs) {
    const { sourceId, textVersionId } = draft
    const mine = own.find((one) => one.sourceId === sourceId && one.textVersionId === textVersionId)
    const source = after.get(`source ${sourceId}`)?.record as Source | undefined
    if (mine && isSameDraft(mine, draft)) continue
    if (!source || source.removedAt !== null) plan.staying.push({ sourceId, why: 'no-source' })
    else if (mine) plan.staying.push({ sourceId, why: 'own-draft' })
    else if (source.currentVersionId !== textVersionId) plan.staying.push({ sourceId, why: 'other-text' })
    else plan.coming.push(draft)
  }
  return plan
}

/** Whether two corrections come to the same, however often they were saved. */
function isSameDraft(one: TextDraft, other: TextDraft): boolean {
  return one.textVersionId === other.textVersionId && sameJson(one.steps, other.steps)
}

/** Puts unfinished corrections into the case, each where there is none of that text. */
export function bringDrafts(db: WritableDb, drafts: readonly TextDraft[]): void {
  for (const { sourceId, textVersionId, steps } of drafts) {
    if (!findDraft(db, sourceId, textVersionId))
      addDraftPart(db, { sourceId, textVersionId, number: 0, steps })
  }
}

/** Takes them out again, but for those that somebody has gone on with since. */
export function dropDrafts(db: WritableDb, drafts: readonly TextDraft[]): void {
  for (const draft of drafts) {
    const { sourceId, textVersionId } = draft
    const own = findDraft(db, sourceId, textVersionId)
    if (own && isSameDraft(own, draft)) clearDraft(db, textVersionId)
  }
}
