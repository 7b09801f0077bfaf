import { keyOfRecord } from '../domain/change.js'
import { distinct, ownersOf, spelling, valuesOf, type Merging, type MergeState } from './merge-state.js'
import { contestedOwner, openValues, possibleScales, textOf, type Scales } from './conflicts.js'
import { recordOf, type KindRecord } from './record-fields.js'
import { isVerdictField, scaleName, scaleOf, valueIn, withFormer } from './told-verdicts.js'

/** What is chosen of a conflict; `both` only where both can stand. */
export type Choice = 'mine' | 'theirs' | 'both'

/** The three states of a merge, the merged one, and what was chosen of its conflicts, by their ids. */
export interface Settling {
  base: MergeState
  mine: MergeState
  theirs: MergeState
  merged: MergeState
  choiceOf: (conflictId: string) => Choice
  secondId: SecondId
}

/** An id for the second of two records that have one: the same for the same id and words that tell it apart, in every copy. */
export type SecondId = (id: string, words: string) => string

/** A merged state in which everything is chosen. */
export function settledState(settling: Settling): MergeState {
  const settled = new Map<string, Merging>()
  const scales = possibleScales(settling.merged, settling.base)
  for (const [name, record] of settling.merged) {
    const presence = settledPresence(settling, name, record)
    if (presence === 'gone' && record.kind !== 'source') continue
    const fields = settledFields(settling, { name, record, scales }, settled)
    settled.set(name, { kind: record.kind, presence, fields })
  }
  for (const [name, record] of comingBack(settling)) settled.set(name, record)
  const scale = settled.get(scaleName)
  const { base, mine, theirs } = settling
  if (scale) settled.set(scaleName, withFormer(scale, [base, mine, theirs].map(scaleOf)))
  return withoutLeftovers(settled)
}

/**
 * The records of a settled state, by name. Rounds are numbered, nobody is assigned who is not there, and verdicts are those of
 * the scale that was settled.
 */
export function settledRecords(
  state: MergeState,
  base: MergeState,
  secondId: SecondId,
): Map<string, KindRecord> {
  const numbers = roundNumbers(state, base)
  const [from, to] = [scaleOf(base), scaleOf(state)]
  const records = new Map<string, KindRecord>()
  for (const [name, merging] of state) {
    const fields = new Map([...merging.fields].map(([field, values]) => [field, values[0]]))
    for (const [field, value] of fields) {
      if (isVerdictField(merging.kind, field)) fields.set(field, valueIn(value, from, to))
    }
    if (merging.kind === 'source' && merging.presence === 'there') fields.set('removedAt', null)
    const number = numbers.get(name)
    if (number !== undefined) fields.set('number', number)
    const assignee = fields.get('assigneeId')
    if (assignee && !state.has(`person ${String(assignee)}`)) fields.delete('assigneeId')
    records.set(name, { kind: merging.kind, record: recordOf(merging.kind, fields) })
  }
  return withOwnIds(records, secondId)
}

/** Relations and judgements are not named by their ids: two that were made apart under one id both stay. */
function withOwnIds(records: Map<string, KindRecord>, secondId: SecondId): Map<string, KindRecord> {
  const taken = new Set<string>()
  const named = [...records].filter(([, { kind }]) => kind === 'relation' || kind === 'assessment')
  for (const [name, { kind, record }] of named.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const id = keyOfRecord(record)
    if (taken.has(id))
      records.set(name, { kind, record: { ...record, id: secondId(id, name) } as typeof record })
    taken.add(id)
  }
  return records
}

/** What went with a claim that was chosen to stay, and was not touched by whoever kept it. */
function comingBack({ base, mine, theirs, merged, choiceOf }: Settling): [string, Merging][] {
  return [...base].flatMap(([name, record]): [string, Merging][] => {
    if (merged.has(name)) return []
    const owner = contestedOwner(merged, record)
    if (owner === null) return []
    const kept = (choiceOf(`${owner} presence`) === 'theirs' ? theirs : mine).get(name)
    return kept ? [[name, kept]] : []
  })
}

function settledPresence(
  { choiceOf, mine, theirs, merged }: Settling,
  name: string,
  record: Merging,
): 'there' | 'gone' {
  if (record.presence !== 'contested') return record.presence
  const decides = contestedOwner(merged, record) ?? name
  const chosen = (choiceOf(`${decides} presence`) === 'theirs' ? theirs : mine).get(name)
  return !chosen || chosen.presence === 'gone' ? 'gone' : 'there'
}

function settledFields(
  settling: Settling,
  { name, record, scales }: { name: string; record: Merging; scales: Scales },
  settled: Map<string, Merging>,
): Map<string, readonly unknown[]> {
  const { base, mine, theirs, choiceOf } = settling
  const fields = new Map<string, readonly unknown[]>()
  for (const [field, values] of record.fields) {
    const open = openValues(record, field, base.get(name), scales)
    if (open.length < 2) {
      if (field === 'passage' && values.length > 1) fields.set(field, [standing(settling, open, values)])
      else fields.set(field, isVerdictField(record.kind, field) ? open : values)
      continue
    }
    const choice = choiceOf(`${name} ${field}`)
    if (choice === 'both') fields.set(field, [values[0]])
    else fields.set(field, [chosenValue(choice === 'theirs' ? [theirs, mine] : [mine, theirs], name, field)])
  }
  const isBoth = (field: string) =>
    valuesOf(record, field).length > 1 && choiceOf(`${name} ${field}`) === 'both'
  if (record.kind === 'note' && isBoth('text')) {
    for (const second of secondNotes(settling, name, record, fields)) settled.set(second.name, second.record)
  }
  return fields
}

function chosenValue(sides: readonly MergeState[], name: string, field: string): unknown {
  return sides.map((side) => side.get(name)?.fields.get(field)).find((values) => values)?.[0]
}

/** Of passages that only followed their text, the one that stands in the text that is chosen; else the first. */
function standing(settling: Settling, open: readonly unknown[], values: readonly unknown[]): unknown {
  const [first] = open
  const sourceId = (first as { sourceId: string | null }).sourceId
  const name = `source ${sourceId}`
  const source = settling.merged.get(name)
  const texts = source ? settledText(settling, name, source) : undefined
  const wanted = textOf(first) === texts ? [first] : values.filter((value) => textOf(value) === texts)
  return wanted[0] ?? first
}

function settledText({ choiceOf, mine, theirs }: Settling, name: string, source: Merging): unknown {
  const values = valuesOf(source, 'currentVersionId')
  if (values.length < 2) return values[0]
  const isTheirs = choiceOf(`${name} currentVersionId`) === 'theirs'
  return chosenValue(isTheirs ? [theirs, mine] : [mine, theirs], name, 'currentVersionId')
}

/** The further texts of a note as notes of their own, by whoever wrote them. */
function secondNotes(
  { secondId, mine, theirs }: Settling,
  name: string,
  record: Merging,
  fields: ReadonlyMap<string, readonly unknown[]>,
): { name: string; record: Merging }[] {
  return distinct('note', 'text', valuesOf(record, 'text'))
    .slice(1)
    .map((text) => {
      const noteId = String(valuesOf(record, 'id')[0])
      const id = secondId(noteId, spelling(text))
      const writer = [mine, theirs].find(
        (side) => spelling(valuesOf(side.get(name)!, 'text')[0]) === spelling(text),
      )
      const own = new Map([...fields, ...(writer?.get(name)?.fields ?? [])])
      return {
        name: `note ${id}`,
        record: { kind: 'note', presence: 'there', fields: own.set('id', [id]).set('text', [text]) },
      }
    })
}

/** What hangs on a claim that was chosen to go goes too. */
function withoutLeftovers(state: Map<string, Merging>): MergeState {
  return new Map(
    [...state].filter(
      ([, record]) => record.kind === 'claim' || ownersOf(record).every((owner) => state.has(owner)),
    ),
  )
}

/** Rounds that both copies opened get numbers after those of before, in the order in which they were opened. */
function roundNumbers(state: MergeState, base: MergeState): Map<string, number> {
  const rounds = [...state].filter(([, { kind }]) => kind === 'round')
  const known = [...base].flatMap(([, round]) =>
    round.kind === 'round' ? Number(valuesOf(round, 'number')[0]) : [],
  )
  const added = rounds
    .filter(([name]) => !base.has(name))
    .map(([name, round]) => ({ name, order: `${String(valuesOf(round, 'openedAt')[0])} ${name}` }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
  const first = Math.max(0, ...known) + 1
  return new Map(added.map(({ name }, place) => [name, first + place]))
}
