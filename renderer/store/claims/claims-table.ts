import { claimTypes, isOrphan, type Claim, type ClaimType } from '../../../shared/domain/claim.js'
import { parseSearchQuery } from '../../../shared/domain/search-query.js'
import { defaultCaseScale, verdictLabel, type CaseScale } from '../../../shared/domain/case-scale.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { confidences, labelOf, statuses, type Status } from '../../../shared/domain/verdicts.js'
import { matcher } from './claim-matches.js'
import type { Records } from '../case/records.js'
import { claimsInOrder, evidenceOf, notesOf } from '../selections.js'
import { scaleOf, verdictsAmong } from './verdict-scale.js'

/** What the table can show of a claim; `width` in CSS pixels is what a column has until a person changes it. */
export const tableColumns = [
  { id: 'number', label: 'No.', width: 64, shown: true },
  { id: 'quote', label: 'Quote', width: 200, shown: true },
  { id: 'verdict', label: 'Verdict', width: 192, shown: true },
  { id: 'status', label: 'Status', width: 98, shown: true },
  { id: 'source', label: 'Source', width: 130, shown: true },
  { id: 'type', label: 'Type', width: 140, shown: false },
  { id: 'tags', label: 'Tags', width: 100, shown: true },
  { id: 'notes', label: 'Notes', width: 66, shown: true },
  { id: 'evidence', label: 'Evidence', width: 82, shown: true },
  { id: 'confidence', label: 'Confidence', width: 110, shown: false },
  { id: 'priority', label: 'Priority', width: 90, shown: false },
  { id: 'eventDate', label: 'Event date', width: 120, shown: false },
  { id: 'assignee', label: 'Assigned to', width: 130, shown: false },
  { id: 'updated', label: 'Updated', width: 150, shown: false },
] as const

export type ColumnId = (typeof tableColumns)[number]['id']

export const priorities = [
  { id: 'low', label: 'Low' },
  { id: 'normal', label: 'Normal' },
  { id: 'high', label: 'High' },
] as const

export type Priority = (typeof priorities)[number]['id']

export const groupings = [
  { id: 'none', label: 'No groups' },
  { id: 'source', label: 'By source' },
  { id: 'verdict', label: 'By verdict' },
  { id: 'status', label: 'By status' },
  { id: 'type', label: 'By type' },
] as const

export type Grouping = (typeof groupings)[number]['id']

export interface TableSort {
  column: ColumnId
  direction: 'ascending' | 'descending'
}

/** Which claims are shown. Of several values of one field one is enough; an empty list asks for nothing. */
export interface TableFilter {
  /** As `parseSearchQuery` reads it. */
  query: string
  verdict: readonly (Verdict | 'none')[]
  status: readonly Status[]
  type: readonly ClaimType[]
  source: readonly string[]
  tag: readonly string[]
  priority: readonly Priority[]
  /** All of these must be so. */
  has: readonly ('note' | 'evidence' | 'no-note' | 'no-evidence' | 'orphan')[]
}

export const noFilter: TableFilter = {
  query: '',
  verdict: [],
  status: [],
  type: [],
  source: [],
  tag: [],
  priority: [],
  has: [],
}

/** A claim with what the table says of it. `number` is its place in reading order, from 1. */
export interface TableRow {
  claim: Claim
  number: number
  /** The title of its source. */
  source: string
  notes: number
  evidence: number
  /** The name of the person who is to check it; null for nobody. */
  assignee: string | null
  isOrphan: boolean
}

/** Claims that share a value, in the order of the rows. */
export interface RowGroup {
  /** The value, as an id. */
  id: string
  label: string
  rows: TableRow[]
}

/** All claims in reading order. Rows of claims about which nothing changed are the same objects as before. */
export function tableRows(records: Records): TableRow[] {
  return claimsInOrder(records).map((claim, index) => {
    const source = records.source.get(claim.sourceId)!
    const row: TableRow = {
      claim,
      number: index + 1,
      source: source.title,
      notes: notesOf(records, claim.id).length,
      evidence: evidenceOf(records, claim.id).length,
      assignee: (claim.assigneeId && records.person.get(claim.assigneeId)?.name) ?? null,
      isOrphan: isOrphan(claim, source),
    }
    const known = rowsOfClaims.get(claim)
    if (known && isSameRow(known, row)) return known
    rowsOfClaims.set(claim, row)
    return row
  })
}

const rowsOfClaims = new WeakMap<Claim, TableRow>()

const isSameRow = (a: TableRow, b: TableRow): boolean =>
  a.number === b.number &&
  a.source === b.source &&
  a.notes === b.notes &&
  a.evidence === b.evidence &&
  a.assignee === b.assignee &&
  a.isOrphan === b.isOrphan

/** The rows that pass a filter, in their order. */
export function filteredRows(rows: readonly TableRow[], filter: TableFilter, records: Records): TableRow[] {
  const isFound = matcher(parseSearchQuery(filter.query, scaleOf(records)), records)
  const asked = rows.filter((row) => passesChips(row, filter))
  return filter.query.trim() ? asked.filter(({ claim }) => isFound(claim)) : asked
}

function passesChips({ claim, notes, evidence, isOrphan }: TableRow, filter: TableFilter): boolean {
  const { has } = filter
  return (
    isAmong(filter.verdict, claim.verdict ?? 'none') &&
    isAmong(filter.status, claim.status) &&
    isAmong(filter.type, claim.type) &&
    isAmong(filter.source, claim.sourceId) &&
    isAmong(filter.priority, claim.priority) &&
    (filter.tag.length === 0 || claim.tags.some((tag) => filter.tag.includes(tag))) &&
    (!has.includes('note') || notes > 0) &&
    (!has.includes('no-note') || notes === 0) &&
    (!has.includes('evidence') || evidence > 0) &&
    (!has.includes('no-evidence') || evidence === 0) &&
    (!has.includes('orphan') || isOrphan)
  )
}

const isAmong = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.includes(value)

/**
 * The rows by a column. Where two are alike they keep reading order, in both directions; rows without a value come last.
 * @param rows in reading order
 */
export function sortedRows(
  rows: readonly TableRow[],
  { column, direction }: TableSort,
  scale: CaseScale = defaultCaseScale,
): TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  const keyOf = sortKeys[column]
  const keyed = rows.map((row) => ({ row, key: keyOf(row, scale) }))
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.row.number - b.row.number
    if (a.key === null) return 1
    if (b.key === null) return -1
    return a.key < b.key ? -sign : sign
  })
  return keyed.map(({ row }) => row)
}

const rankIn = (scale: readonly { id: string }[]): ((id: string | null) => number | null) => {
  const ranks = new Map(scale.map(({ id }, rank) => [id, rank]))
  return (id) => (id === null ? null : (ranks.get(id) ?? null))
}
const typeRank = rankIn(claimTypes)
const statusRank = rankIn(statuses)
const confidenceRank = rankIn(confidences)
const priorityRank = rankIn(priorities)

/** What is compared: of one column all numbers or all texts; null for nothing. */
const sortKeys: Record<ColumnId, (row: TableRow, scale: CaseScale) => string | number | null> = {
  number: ({ number }) => number,
  quote: ({ claim }) => foldedOnce(claim.selector.exact),
  source: ({ source }) => foldedOnce(source),
  type: ({ claim }) => typeRank(claim.type),
  verdict: ({ claim }, { verdicts }) => {
    const rank = verdicts.findIndex(({ id }) => id === claim.verdict)
    return claim.verdict === null ? null : rank < 0 ? verdicts.length : rank
  },
  status: ({ claim }) => statusRank(claim.status),
  confidence: ({ claim }) => confidenceRank(claim.confidence),
  priority: ({ claim }) => priorityRank(claim.priority),
  eventDate: ({ claim }) => claim.eventDate,
  tags: ({ claim }) => (claim.tags.length > 0 ? foldedOnce(claim.tags.join(', ')) : null),
  notes: ({ notes }) => notes,
  evidence: ({ evidence }) => evidence,
  assignee: ({ assignee }) => assignee && foldedOnce(assignee),
  updated: ({ claim }) => claim.updatedAt,
}

/** Texts as they are compared, without case and accents; a comparison by language rules would take too long. */
const foldedTexts = new Map<string, string>()
const mostFolded = 50_000
// oxlint-disable-next-line no-control-regex
const onlyAscii = /^[\0-\x7f]*$/

function foldedOnce(text: string): string {
  const known = foldedTexts.get(text)
  if (known !== undefined) return known
  if (foldedTexts.size >= mostFolded) foldedTexts.clear()
  const plain = onlyAscii.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')
  const folded = plain.toLowerCase()
  foldedTexts.set(text, folded)
  return folded
}

/** The rows by the value that they are grouped by, in the order of its scale (sources: of the case); no empty groups. */
export function groupedRows(
  rows: readonly TableRow[],
  grouping: Exclude<Grouping, 'none'>,
  records: Records,
): RowGroup[] {
  const byValue = Map.groupBy(rows, ({ claim }) => groupOf[grouping](claim))
  const order = groupOrder(grouping, records, rows)
  return order.flatMap((id) => {
    const inGroup = byValue.get(id)
    return inGroup ? [{ id, label: groupLabel(grouping, id, records), rows: inGroup }] : []
  })
}

const groupOf: Record<Exclude<Grouping, 'none'>, (claim: Claim) => string> = {
  source: ({ sourceId }) => sourceId,
  verdict: ({ verdict }) => verdict ?? 'none',
  status: ({ status }) => status,
  type: ({ type }) => type,
}

function groupOrder(
  grouping: Exclude<Grouping, 'none'>,
  records: Records,
  rows: readonly TableRow[],
): string[] {
  const idsOf = (scale: readonly { id: string }[]): string[] => scale.map(({ id }) => id)
  if (grouping === 'source')
    return idsOf([...records.source.values()].sort((first, second) => first.position - second.position))
  if (grouping === 'verdict') {
    const claims = rows.map(({ claim }) => claim)
    return [...idsOf(verdictsAmong(scaleOf(records), claims)), 'none']
  }
  return idsOf(grouping === 'status' ? statuses : claimTypes)
}

function groupLabel(grouping: Exclude<Grouping, 'none'>, id: string, records: Records): string {
  if (grouping === 'source') return records.source.get(id)?.title ?? id
  if (grouping === 'verdict') return verdictLabel(scaleOf(records), id === 'none' ? null : id)
  return labelOf(grouping === 'status' ? statuses : claimTypes, id)
}

/** How many rows have each value, for the choices of the chips. */
export function valueCounts(rows: readonly TableRow[]): Record<keyof typeof chipValues, Map<string, number>> {
  const counts = Object.fromEntries(
    Object.keys(chipValues).map((field) => [field, new Map<string, number>()]),
  ) as Record<keyof typeof chipValues, Map<string, number>>
  for (const row of rows) {
    for (const [field, valuesOf] of Object.entries(chipValues)) {
      const count = counts[field as keyof typeof chipValues]
      for (const value of valuesOf(row)) count.set(value, (count.get(value) ?? 0) + 1)
    }
  }
  return counts
}

const chipValues = {
  verdict: ({ claim }: TableRow) => [claim.verdict ?? 'none'],
  status: ({ claim }: TableRow) => [claim.status],
  type: ({ claim }: TableRow) => [claim.type],
  source: ({ claim }: TableRow) => [claim.sourceId],
  tag: ({ claim }: TableRow) => claim.tags,
  priority: ({ claim }: TableRow) => [claim.priority],
  has: ({ notes, evidence, isOrphan }: TableRow) => [
    notes > 0 ? 'note' : 'no-note',
    evidence > 0 ? 'evidence' : 'no-evidence',
    ...(isOrphan ? ['orphan'] : []),
  ],
} satisfies Record<Exclude<keyof TableFilter, 'query'>, (row: TableRow) => readonly string[]>
