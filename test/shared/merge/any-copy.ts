import fc from 'fast-check'
import { stateOf, type MergeState } from '../../../shared/merge/merge-state.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import { withToldVerdicts } from '../../../shared/merge/told-verdicts.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import {
  adoptedScale,
  caseScaleKey,
  caseScaleOf,
  defaultCaseScale,
  proposedMapping,
  type CaseScale,
} from '../../../shared/domain/case-scale.js'
import { presetScales } from '../../../shared/domain/preset-scales.js'

const id = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
const at = (second: number): string => new Date(Date.UTC(2026, 1, 3, 9) + second * 1000).toISOString()

export const sourceOf = (number: number, fields: object = {}): KindRecord => ({
  kind: 'source',
  record: {
    id: id(number),
    title: 'A text',
    position: number,
    currentVersionId: id(100 + number),
    createdAt: at(0),
    removedAt: null,
    ...fields,
  } as never,
})

export const claimOf = (number: number, fields: object = {}): KindRecord => ({
  kind: 'claim',
  record: {
    id: id(number),
    sourceId: id(1),
    selector: { textVersionId: id(101), start: 3, end: 10, exact: 'Tuesday', prefix: '', suffix: '' },
    verdict: null,
    status: 'unchecked',
    tags: ['a', 'b'],
    createdAt: at(number),
    updatedAt: at(number),
    ...fields,
  } as never,
})

export const noteOf = (number: number, claim: number, text: string, fields: object = {}): KindRecord => ({
  kind: 'note',
  record: {
    id: id(number),
    claimId: id(claim),
    body: text,
    text,
    visibility: 'internal',
    author: 'Ada',
    createdAt: at(number),
    updatedAt: at(number),
    ...fields,
  } as never,
})

export const relationOf = (number: number, from: number, to: number, type = 'contradicts'): KindRecord => ({
  kind: 'relation',
  record: {
    id: id(number),
    fromClaimId: id(from),
    toClaimId: id(to),
    type,
    fingerprint: null,
    createdAt: at(number),
  } as never,
})

/** The records that every copy begins with. */
export const common: readonly KindRecord[] = [
  sourceOf(1),
  claimOf(10),
  claimOf(11),
  claimOf(12, { verdict: 'garbled' }),
  noteOf(20, 10, 'Ask her'),
  noteOf(21, 11, 'Ask him'),
  relationOf(40, 10, 11),
]

export const commonState: MergeState = stateOf(common)

/** One edit of a copy; each leaves the copy whole: what hangs on a claim goes with it. */
export type Edit =
  | { do: 'judge'; claim: number; verdict: string }
  | { do: 'tag'; claim: number; tags: string[] }
  | { do: 'accept'; claim: number; verdict: string }
  | { do: 'write'; note: number; claim: number; text: string }
  | { do: 'relate'; id: number; from: number; to: number; type: string }
  | { do: 'remove-claim'; claim: number }
  | { do: 'remove-note'; note: number }
  | { do: 'remove-source' }
  | { do: 'title'; title: string }
  | { do: 'answer'; state: 'accepted' | 'dismissed'; reason: string | null; by: string }
  | { do: 'call'; title: string }
  | { do: 'judge-by'; scale: CaseScale }

const claimNumber = fc.integer({ min: 10, max: 14 })

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constant('judge' as const),
    claim: claimNumber,
    verdict: fc.constantFrom('supported', 'garbled'),
  }),
  fc.record({ do: fc.constant('tag' as const), claim: claimNumber, tags: fc.subarray(['a', 'b', 'c', 'd']) }),
  fc.record({
    do: fc.constant('accept' as const),
    claim: claimNumber,
    verdict: fc.constantFrom('inconsistent', 'garbled'),
  }),
  fc.record({
    do: fc.constant('write' as const),
    note: fc.integer({ min: 20, max: 24 }),
    claim: claimNumber,
    text: fc.constantFrom('x', 'y', 'z'),
  }),
  fc.record({
    do: fc.constant('relate' as const),
    id: fc.integer({ min: 40, max: 46 }),
    from: claimNumber,
    to: claimNumber,
    type: fc.constantFrom('contradicts', 'supports'),
  }),
  fc.record({ do: fc.constant('remove-claim' as const), claim: claimNumber }),
  fc.record({ do: fc.constant('remove-note' as const), note: fc.integer({ min: 20, max: 24 }) }),
  fc.constant<Edit>({ do: 'remove-source' }),
  fc.record({ do: fc.constant('title' as const), title: fc.constantFrom('One', 'Two') }),
  fc.record({
    do: fc.constant('answer' as const),
    state: fc.constantFrom('accepted' as const, 'dismissed' as const),
    reason: fc.constantFrom(null, 'Checked by telephone'),
    by: fc.constantFrom('Ada', 'Bea'),
  }),
  fc.record({ do: fc.constant('call' as const), title: fc.constantFrom('The fire', 'The flood') }),
  fc.record({
    do: fc.constant('judge-by' as const),
    scale: fc.constantFrom(...presetScales.map((scale) => adoptedScale(defaultCaseScale, scale))),
  }),
)

/** The records of a copy after some edits; `second` is when they were done. */
export function edited(edits: readonly Edit[], second = 1000): KindRecord[] {
  const records = new Map(common.map((one) => [(one.record as { id: string }).id, one]))
  edits.forEach((edit, place) => editOnce(records, edit, at(second + place)))
  return [...records.values()]
}

export const copyAfter = (edits: readonly Edit[], second?: number): MergeState =>
  withToldVerdicts(stateOf(edited(edits, second)), commonState)

function editOnce(records: Map<string, KindRecord>, edit: Edit, when: string): void {
  const change = (key: string, fields: object): void => {
    const found = records.get(key)
    const { updatedAt: _at, ...said } = fields as { updatedAt?: string }
    const isSame =
      found &&
      Object.entries(said).every(
        ([name, value]) =>
          JSON.stringify((found.record as Record<string, unknown>)[name]) === JSON.stringify(value),
      )
    if (found && !isSame) records.set(key, { ...found, record: { ...found.record, ...fields } as never })
  }
  switch (edit.do) {
    case 'judge':
    case 'tag': {
      const key = id(edit.claim)
      if (!records.has(key)) records.set(key, claimOf(edit.claim))
      return change(
        key,
        edit.do === 'tag' ? { tags: edit.tags, updatedAt: when } : { verdict: edit.verdict, updatedAt: when },
      )
    }
    case 'accept': {
      const made = { verdict: edit.verdict, status: 'query', createdAt: when, updatedAt: when }
      if (!records.has(id(edit.claim))) records.set(id(edit.claim), claimOf(edit.claim, made))
      return
    }
    case 'write':
      if (!records.has(id(edit.claim))) return
      return void records.set(id(edit.note), noteOf(edit.note, edit.claim, edit.text, { updatedAt: when }))
    case 'relate':
      return relate(records, edit)
    case 'remove-note':
      return void records.delete(id(edit.note))
    case 'remove-claim':
      return removeClaim(records, id(edit.claim))
    case 'remove-source':
      return change(id(1), { removedAt: when })
    case 'title':
      return change(id(1), { title: edit.title })
    case 'answer': {
      const { do: _do, by: decidedBy, ...answer } = edit
      const record = { fingerprint: 'finding', decidedAt: when, decidedBy, ...answer }
      return void records.set('finding', { kind: 'decision', record: record as never })
    }
    case 'call':
      return void records.set('case.title', preferenceOf('case.title', edit.title))
    case 'judge-by':
      return judgeBy(records, edit.scale)
  }
}

const preferenceOf = (key: string, value: unknown): KindRecord => ({
  kind: 'preference',
  record: { key, value } as never,
})

/** Another scale, with the verdicts mapped that have a counterpart in it. */
function judgeBy(records: Map<string, KindRecord>, scale: CaseScale): void {
  const before = records.get(caseScaleKey)?.record as CasePreference | undefined
  const from = caseScaleOf(before ? [before] : [])
  records.set(caseScaleKey, preferenceOf(caseScaleKey, adoptedScale(from, scale)))
  for (const [key, { kind, record }] of records) {
    const { verdict } = record as { verdict?: string | null }
    if (kind !== 'claim' || !verdict) continue
    const next = proposedMapping(from, scale, [verdict])[verdict] ?? verdict
    records.set(key, { kind, record: { ...record, verdict: next } as never })
  }
}

function relate(records: Map<string, KindRecord>, edit: Edit & { do: 'relate' }): void {
  const { from, to, type } = edit
  const isThere = [...records.values()].some(({ kind, record }) => {
    const ends = record as { fromClaimId?: string; toClaimId?: string; type?: string }
    const same = ends.fromClaimId === id(from) && ends.toClaimId === id(to)
    const other = type === 'contradicts' && ends.fromClaimId === id(to) && ends.toClaimId === id(from)
    return kind === 'relation' && ends.type === type && (same || other)
  })
  if (from === to || isThere || records.has(id(edit.id)) || !records.has(id(from)) || !records.has(id(to)))
    return
  records.set(id(edit.id), relationOf(edit.id, from, to, type))
}

function removeClaim(records: Map<string, KindRecord>, key: string): void {
  records.delete(key)
  for (const [other, { record }] of records) {
    const { claimId, fromClaimId, toClaimId } = record as {
      claimId?: string
      fromClaimId?: string
      toClaimId?: string
    }
    if ([claimId, fromClaimId, toClaimId].includes(key)) records.delete(other)
  }
}
