import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { SearchHit, SearchKind } from '../../../shared/domain/search.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import type { Row } from '../../sql.js'
import { claims } from '../../tables/claims.js'
import { evidence } from '../../tables/evidence.js'
import { notes } from '../../tables/notes.js'
import { searchable } from '../../tables/search-entries.js'
import { wordsOfVersion } from '../reading/live-records.js'
import { claimBody, evidenceBody } from './search-index.js'
import { snippetAround } from './snippet.js'

/**
 * The hits that rows stand for, in their order. A row has the number `id`, `kind`, `key`, `source_id`, `claim_id`, and the
 * range `start` to `end` in the source's text. `expression` is what was looked for, null when it was no words.
 */
export function hitsOf(db: ReadableDb, rows: readonly Row[], expression: string | null): SearchHit[] {
  const bodies = new Map(rows.map((row) => [Number(row.id), searchable(bodyOf(db, row))]))
  const ranges = expression === null ? new Map<number, TextRange[]>() : db.matchRanges(expression, bodies)
  return rows.map((row) => hitOf(row, bodies.get(Number(row.id)) ?? '', ranges.get(Number(row.id)) ?? []))
}

/** What an entry says, from the record itself; nothing for one that cannot be trusted. */
function bodyOf(db: ReadableDb, { kind, key, start, end }: Row): string {
  try {
    const id = String(key)
    if (kind === 'text') return wordsOfVersion(db, id).slice(Number(start), Number(end))
    if (kind === 'note') return notes.find(db, id)?.text ?? ''
    const piece = kind === 'evidence' ? evidence.find(db, id) : null
    const claim = kind === 'claim' ? claims.find(db, id) : null
    return piece ? evidenceBody(piece) : claim ? claimBody(claim) : ''
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return ''
    throw thrown
  }
}

function hitOf(row: Row, body: string, ranges: TextRange[]): SearchHit {
  const { source_id: sourceId, claim_id: claimId } = row
  const kind = row.kind as SearchKind
  const passage = { start: Number(row.start), end: Number(row.end) }
  const first = ranges[0]
  const shown =
    kind === 'text' && first
      ? { start: passage.start + first.start, end: passage.start + first.end }
      : passage
  return {
    kind,
    id: String(kind === 'text' ? sourceId : row.key),
    sourceId: sourceId as SearchHit['sourceId'],
    claimId: claimId as SearchHit['claimId'],
    ...shown,
    snippet: snippetAround(body, ranges),
  }
}
