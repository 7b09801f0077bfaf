import type { TextDraft } from '../domain/text-draft.js'
import { distinct, valuesOf, type Merging, type MergeState } from './merge-state.js'

type Draft = Pick<TextDraft, 'sourceId' | 'textVersionId'>

/**
 * A merged state that passes over no correction that is under way in the own copy: where the other copy gave its source another
 * text, or removed it, that is to be chosen.
 */
export function withDraftedTexts(merged: MergeState, mine: MergeState, drafts: readonly Draft[]): MergeState {
  if (drafts.length === 0) return merged
  const state = new Map(merged)
  for (const { sourceId, textVersionId } of drafts) {
    const name = `source ${sourceId}`
    const record = merged.get(name)
    if (!record || mine.get(name)?.presence !== 'there') continue
    state.set(name, keepingDraft(record, textVersionId))
  }
  return state
}

function keepingDraft(record: Merging, textVersionId: string): Merging {
  const texts = valuesOf(record, 'currentVersionId')
  const presence = record.presence === 'gone' ? 'contested' : record.presence
  if (texts.includes(textVersionId)) return { ...record, presence }
  const both = distinct('source', 'currentVersionId', [...texts, textVersionId])
  return { ...record, presence, fields: new Map([...record.fields, ['currentVersionId', both]]) }
}
