import type { MergePreview } from '../domain/merge.js'
import type { RecordKind } from '../domain/change.js'

/** What a person calls records of each kind: one, and several. */
const kindWords: Record<RecordKind, readonly [string, string]> = {
  source: ['source', 'sources'],
  claim: ['claim', 'claims'],
  note: ['note', 'notes'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  relation: ['relation', 'relations'],
  decision: ['answer to a finding', 'answers to findings'],
  person: ['person', 'people'],
  round: ['round', 'rounds'],
  assessment: ['assessment', 'assessments'],
  'sign-off': ['sign-off', 'sign-offs'],
  preference: ['setting of the case', 'settings of the case'],
}

/** What would come, a line for each kind: "claims: 3 new, 1 changed". */
export function countLines({ counts, passages }: Pick<MergePreview, 'counts' | 'passages'>): string[] {
  const lines = Object.entries(counts).map(([kind, { added, changed, removed }]) => {
    const [one, several] = kindWords[kind as RecordKind]
    const total = added + changed + removed
    const parts = [added && `${added} new`, changed && `${changed} changed`, removed && `${removed} removed`]
    return `${total === 1 ? one : several}: ${parts.filter(Boolean).join(', ')}`
  })
  const moved = passages.unchanged + passages.changed + passages.orphan
  if (moved === 0) return lines
  const rest = [
    passages.changed && `${passages.changed} with other words`,
    passages.orphan && `${passages.orphan} not in the text`,
  ].filter(Boolean)
  return [
    ...lines,
    `passages carried to a corrected text: ${moved}${rest.length ? ` (${rest.join(', ')})` : ''}`,
  ]
}
