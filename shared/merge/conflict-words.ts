import type { CaseScale } from '../domain/case-scale.js'
import { verdictLabel } from '../domain/case-scale.js'
import { confidences, labelOf, statuses } from '../domain/verdicts.js'
import { claimTypes, type Selector } from '../domain/claim.js'
import { relationType, type RelationType } from '../domain/relation.js'
import type { MergeConflict } from '../domain/merge.js'
import type { OpenConflict } from './conflicts.js'
import { valuesOf, type Merging, type MergeState } from './merge-state.js'
import { lastDoing, type Doings } from './who-changed.js'

/** What conflicts are told from: the three states, who did what since, and the verdicts of the case. */
export interface ConflictMaterial {
  base: MergeState
  mine: MergeState
  theirs: MergeState
  doings: { mine: Doings; theirs: Doings }
  scale: CaseScale
  /** The number of a text version, for a person: "version 2 (Typing errors)". */
  textName: (textVersionId: string) => string
}

/** A conflict side by side, in words. */
export function toldConflict(conflict: OpenConflict, material: ConflictMaterial): MergeConflict {
  const { id, name, kind, field, canBoth } = conflict
  const { base, mine, theirs, doings } = material
  const record = mine.get(name) ?? theirs.get(name) ?? base.get(name)!
  const said = (state: MergeState) => wordsOf(state.get(name), field, material)
  const by = (from: Doings) =>
    from.get(`${name} ${field}`) ?? (field === 'presence' ? lastDoing(from, name) : null)
  return {
    id,
    kind,
    label: recordLabel(record, material),
    field: fieldWords[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    before: field === 'presence' ? null : said(base),
    mine: { text: said(mine), by: by(doings.mine) },
    theirs: { text: said(theirs), by: by(doings.theirs) },
    canBoth,
  }
}

const fieldWords: Record<string, string> = {
  presence: 'removed or kept',
  currentVersionId: 'text',
  eventDate: 'event date',
  assigneeId: 'assignee',
  claimId: 'claim',
  closedAt: 'closed',
  file: 'file',
  judgement: 'assessment',
  answer: 'answer to the finding',
}

/** What a record is called in a list: its quote, title, words or name. */
export function recordLabel(record: Merging, material: ConflictMaterial): string {
  const first = (field: string): unknown => valuesOf(record, field)[0]
  if (record.kind === 'claim') return short((first('passage') as { selector: Selector }).selector.exact)
  if (record.kind === 'note') return short((first('text') as { text: string }).text)
  if (record.kind === 'assessment') return wordsOf(record, 'judgement', material) ?? 'Assessment'
  if (record.kind === 'relation') return relationType(first('type') as RelationType).label
  if (record.kind === 'decision') return wordsOf(record, 'answer', material) ?? 'Answer to a finding'
  return short(String(first('title') ?? first('name') ?? first('key') ?? record.kind))
}

const longestLabel = 160

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestLabel ? `${line.slice(0, longestLabel).replace(/\p{Surrogate}$/u, '')}…` : line
}

function wordsOf(record: Merging | undefined, field: string, material: ConflictMaterial): string | null {
  if (field === 'presence') return !record || record.presence === 'gone' ? 'Removed' : 'Kept, and worked on'
  if (!record) return null
  const value = valuesOf(record, field)[0]
  if (value === undefined || value === null) return null
  return wordsFor[field]?.(value as never, material) ?? plainWords(value)
}

type Words = (value: never, material: ConflictMaterial) => string | null

const wordsFor: Record<string, Words> = {
  passage: ({ selector, quote }: { selector: Selector | null; quote?: string | null }) =>
    selector?.exact ?? quote ?? null,
  text: ({ text }: { text: string }) => text,
  verdict: (id: string, { scale }) => verdictLabel(scale, id),
  keptVerdict: (id: string, { scale }) => verdictLabel(scale, id),
  judgement: ({ verdict, comment }: { verdict: string; comment: string | null }, { scale }) =>
    [verdictLabel(scale, verdict), comment].filter(Boolean).join(': '),
  status: (id: string) => labelOf(statuses, id),
  confidence: (id: string) => labelOf(confidences, id),
  type: (id: string) => claimTypes.find((type) => type.id === id)?.label ?? id,
  eventDate: ({ eventDate, eventDateInferred }: { eventDate: string | null; eventDateInferred: boolean }) =>
    eventDate && `${eventDate}${eventDateInferred ? ' (inferred)' : ''}`,
  answer: ({ state, reason }: { state: string; reason: string | null }) =>
    reason ? `${state}: ${reason}` : state,
  file: ({ fileName }: { fileName: string | null }) => fileName ?? 'pasted text',
  currentVersionId: (id: string, { textName }) => textName(id),
  assigneeId: (id: string, { mine, theirs }) => {
    const person = mine.get(`person ${id}`) ?? theirs.get(`person ${id}`)
    return person ? String(valuesOf(person, 'name')[0]) : id
  },
}

function plainWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return JSON.stringify(value)
}
