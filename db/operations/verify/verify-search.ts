import type { CaseProblem } from '../../../shared/domain/verification.js'
import type { ReadableDb } from '../../database.js'
import { searchable } from '../../tables/search-entries.js'
import { allEntries, isSearchCurrent, type IndexedEntry } from '../search/search-index.js'

const message =
  'The index of the search is not what the case says; opening the case to work on it makes it anew.'

/**
 * A problem when the index does not hold exactly the entries that the records give, with exactly their words. An index of
 * other rules is none: it is made anew when the case is opened to work on it.
 */
export function searchProblem(db: ReadableDb): CaseProblem[] {
  if (!isSearchCurrent(db)) return []
  const expected = new Map<string, IndexedEntry>()
  for (const entry of allEntries(db)) expected.set(nameOf(entry), entry)
  const bodies = new Map<number, string>()
  const rows = db.all({ text: 'SELECT * FROM search_entries', values: [] })
  for (const row of rows) {
    const { kind, key, range_start: start, range_end: end, id } = row
    const entry = expected.get(nameOf({ kind: String(kind), key: String(key), range: { start, end } }))
    if (!entry || entry.sourceId !== row.source_id || entry.claimId !== row.claim_id) return [problem()]
    bodies.set(Number(id), searchable(entry.body))
  }
  if (rows.length !== expected.size || bodies.size !== expected.size) return [problem()]
  return db.indexDigest() === db.textsDigest(bodies) ? [] : [problem()]
}

const problem = (): CaseProblem => ({ kind: 'search', record: null, message })

function nameOf({
  kind,
  key,
  range,
}: {
  kind: string
  key: string
  range: { start: unknown; end: unknown } | null
}) {
  return `${kind} ${key} ${String(range?.start ?? null)} ${String(range?.end ?? null)}`
}
