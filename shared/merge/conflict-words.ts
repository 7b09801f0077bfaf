import { verdictLabel, type CaseScale } from '../domain/case-scale.js'
import { confidences, labelOf, statuses } from '../domain/verdicts.js'
import { claimTypes, type Selector } from '../domain/claim.js'
import { relationType, type RelationType } from '../domain/relation.js'
import type { MergeConflict } from '../domain/merge.js'
import type { OpenConflict } from './conflicts.js'
import { valuesOf, type Merging, type MergeState } from './merge-state.js'
import { settingName, settingWords } from './setting-words.js'
import { shortLine } from './short-line.js'
import type { ToldVerdict } from './told-verdicts.js'
import { lastDoing, type Doings } from './who-changed.js'

/** What conflicts are told from: the three states, who did what since, and the verdicts of the case before. */
export interface ConflictMaterial {
  base: MergeState
  mine: MergeState
  theirs: MergeState
  doings: { mine: Doings; theirs: Doings }
  scale: CaseScale
  /** The number of a text version, for a person: "version 2 (Typing errors)". */
  textName: (textVersionId: string) => string
  /** What a finding says; null for one that neither copy has any more. */
  findingWords: (fingerprint: string) => string | null
  /** The text versions of which a correction is under way in the own copy. */
  drafted: ReadonlySet<string>
  /** What the case was called when it was made. */
  firstTitle: string
}

/** A conflict side by side, in words. */
export function toldConflict(conflict: OpenConflict, material: ConflictMaterial): MergeConflict {
  const { id, name, kind, field, canBoth } = conflict
  const { base, mine, theirs, doings } = material
  const record = mine.get(name) ?? theirs.get(name) ?? base.get(name)!
  const key = String(valuesOf(record, 'key')[0])
  const said = (state: MergeState): string | null =>
    kind === 'preference'
      ? settingWords(state.get(name), key, material.firstTitle)
      : wordsOf(state.get(name), field, material)
  const by = (from: Doings) =>
    from.get(`${name} ${field}`) ?? (field === 'presence' ? lastDoing(from, name) : null)
  const drafted = isDrafted(mine.get(name), field, material) ? ', which you are correcting' : ''
  return {
    id,
    kind,
    label: recordLabel(record, material),
    field: kind === 'preference' ? settingName(key) : fieldLabel(record, field),
    before: field === 'presence' && kind !== 'preference' ? null : said(base),
    mine: { text: drafted ? `${said(mine)}${drafted}` : said(mine), by: by(doings.mine) },
    theirs: { text: said(theirs), by: by(doings.theirs) },
    canBoth,
  }
}

/** Whether choosing the other's would pass over a correction that is under way here. */
function isDrafted(record: Merging | undefined, field: string, { drafted }: ConflictMaterial): boolean {
  if (record?.kind !== 'source' || !['presence', 'currentVersionId'].includes(field)) return false
  return drafted.has(String(valuesOf(record, 'currentVersionId')[0]))
}

const fieldWords: Record<string, string> = {
  presence: 'removed or kept',
  currentVersionId: 'text',
  eventDate: 'event date',
  assigneeId: 'assignee',
  claimId: 'claim',
  closedAt: 'closed',
  judgement: 'assessment',
  answer: 'answer to the finding',
}

function fieldLabel(record: Merging, field: string): string {
  const words = fieldWords[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  if (record.kind === 'note') return field === 'text' ? 'note' : `note: ${words}`
  if (record.kind !== 'evidence') return words
  return `${words} of “${shortLine(String(valuesOf(record, 'title')[0] ?? 'evidence'), 60)}”`
}

/** What a record is called in a list: the quote of the claim that it is or stands on, its title or name. */
function recordLabel(record: Merging, material: ConflictMaterial): string {
  const first = (field: string): unknown => valuesOf(record, field)[0]
  switch (record.kind) {
    case 'claim':
      return shortLine((first('passage') as { selector: Selector }).selector.exact)
    case 'note':
    case 'evidence':
    case 'assessment':
      return claimLabel(String(first('claimId')), material)
    case 'relation': {
      const { fromClaimId, toClaimId } = first('ends') as { fromClaimId: string; toClaimId: string }
      const ends = [fromClaimId, toClaimId].map((id) => claimLabel(id, material))
      return shortLine(ends.join(` ${relationType(first('type') as RelationType).label.toLowerCase()} `))
    }
    case 'decision':
      return shortLine(
        material.findingWords(String(first('fingerprint'))) ?? 'A finding that is no longer found',
      )
    case 'preference':
      return 'The case'
    default:
      return shortLine(String(first('title') ?? first('name') ?? record.kind))
  }
}

function claimLabel(id: string, { mine, theirs, base }: ConflictMaterial): string {
  const claim = [mine, theirs, base].flatMap((state) => state.get(`claim ${id}`) ?? [])[0]
  const passage = claim && (valuesOf(claim, 'passage')[0] as { selector: Selector } | undefined)
  return passage ? shortLine(passage.selector.exact) : 'A claim'
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
  verdict: (told: ToldVerdict, { scale }) => verdictWords(told, scale),
  keptVerdict: (told: ToldVerdict, { scale }) => verdictWords(told, scale),
  judgement: ({ verdict, comment }: { verdict: ToldVerdict; comment: string | null }, { scale }) =>
    [verdictWords(verdict, scale), comment].filter(Boolean).join(': '),
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

function verdictWords(told: ToldVerdict, scale: CaseScale): string {
  return typeof told === 'object' && told !== null ? told.label : verdictLabel(scale, told)
}

function plainWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return JSON.stringify(value)
}
