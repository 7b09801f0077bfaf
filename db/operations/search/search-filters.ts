import type { SearchFilters } from '../../../shared/domain/search-query.js'
import type { SqlValue } from '../../sql.js'

/** Conditions of a statement, to be joined by AND, with their values in the order of their places. */
export interface Conditions {
  texts: string[]
  values: SqlValue[]
}

export function hasFilters({ since, ...lists }: SearchFilters): boolean {
  return since !== null || Object.values(lists).some((list) => list.length > 0)
}

/** What a row of `search_entries AS entry` must be. The claims that pass are gathered once, not for each entry. */
export function entryConditions(filters: SearchFilters): Conditions {
  const { texts, values } = sourceConditions(filters, 'entry.source_id')
  const ofClaim = claimFieldConditions(filters)
  if (ofClaim.texts.length) {
    texts.push(
      `entry.claim_id IN (SELECT claim.id FROM claims AS claim WHERE ${ofClaim.texts.join(' AND ')})`,
    )
    values.push(...ofClaim.values)
  }
  if (filters.since) {
    texts.push(`CASE entry.kind WHEN 'claim' THEN (SELECT updated_at FROM claims WHERE id = entry.key)
      WHEN 'note' THEN (SELECT updated_at FROM notes WHERE id = entry.key)
      WHEN 'evidence' THEN (SELECT updated_at FROM evidence WHERE id = entry.key)
      ELSE (SELECT created_at FROM text_versions WHERE id = entry.key) END >= ?`)
    values.push(filters.since)
  }
  return { texts, values }
}

/** What a row of `claims AS claim` must be. */
export function claimConditions(filters: SearchFilters): Conditions {
  const ofSource = sourceConditions(filters, 'claim.source_id')
  const ofClaim = claimFieldConditions(filters)
  const texts = [...ofSource.texts, ...ofClaim.texts]
  const values = [...ofSource.values, ...ofClaim.values]
  return filters.since
    ? { texts: [...texts, 'claim.updated_at >= ?'], values: [...values, filters.since] }
    : { texts, values }
}

function sourceConditions({ source }: SearchFilters, column: string): Conditions {
  if (source.length === 0) return { texts: [], values: [] }
  const text = `${column} IN (SELECT source.id FROM sources AS source, json_each(?) AS wanted
    WHERE source.id = wanted.value OR instr(lower(source.title), lower(wanted.value)) > 0)`
  return { texts: [text], values: [JSON.stringify(source)] }
}

function claimFieldConditions({ verdict, type, status, tag, assignee, has }: SearchFilters): Conditions {
  const among = '(SELECT value FROM json_each(?))'
  const lists: [readonly string[], string][] = [
    [verdict, `coalesce(claim.verdict, 'none') IN ${among}`],
    [type, `claim.type IN ${among}`],
    [status, `claim.status IN ${among}`],
    [
      tag,
      `EXISTS (SELECT 1 FROM json_each(claim.tags) AS tag, json_each(?) AS wanted
        WHERE tag.value = wanted.value COLLATE NOCASE)`,
    ],
    [
      assignee,
      `EXISTS (SELECT 1 FROM json_each(?) AS wanted LEFT JOIN people AS person ON person.id = claim.assignee_id
        WHERE CASE lower(wanted.value) WHEN 'none' THEN claim.assignee_id IS NULL
        ELSE instr(lower(person.name), lower(wanted.value)) > 0 END)`,
    ],
  ]
  const given = lists.filter(([list]) => list.length > 0)
  const texts = given.map(([, text]) => text)
  if (has.includes('note')) texts.push('EXISTS (SELECT 1 FROM notes WHERE notes.claim_id = claim.id)')
  if (has.includes('evidence')) {
    texts.push('EXISTS (SELECT 1 FROM evidence WHERE evidence.claim_id = claim.id)')
  }
  return { texts, values: given.map(([list]) => JSON.stringify(list)) }
}
