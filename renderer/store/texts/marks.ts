import { packHighlights, type Highlights } from '../../editor/highlights.js'
import type { FindingMark } from '../../editor/finding-marks.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import { verdictColour, type CaseScale } from '../../../shared/domain/case-scale.js'
import type { Finding } from '../../../shared/domain/finding.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { Records } from '../case/records.js'
import { claimsIn } from '../selections.js'

/**
 * The claims whose passages stand in a text version as the text view draws them, the oldest first; those in `moving` where
 * they will stand once their act is committed.
 */
export function highlightsOf(
  table: Records['claim'],
  { id: versionId, sourceId }: TextVersion,
  moving: ReadonlyMap<string, TextRange>,
  scale: CaseScale,
): Highlights {
  const standing = claimsIn(table, sourceId).filter(({ selector }) => selector.textVersionId === versionId)
  const claims = standing.toSorted(byAge)
  return packHighlights(
    claims.map(({ id, selector, verdict, type }) => {
      const { start, end } = moving.get(id) ?? selector
      return { id, start, end, colour: verdictColour(scale, verdict), type }
    }),
  )
}

/**
 * Findings as the text view draws them: only those with passages in this text, and only these passages. A finding of an
 * earlier text, of which the checks have not told anew yet, is left out.
 */
export function findingMarksOf(findings: readonly Finding[], { sourceId, text }: TextVersion): FindingMark[] {
  return findings.flatMap(({ fingerprint, severity, message, spans }) => {
    const here = spans.filter(
      ({ source, start, end, quote }) => source === sourceId && text.slice(start, end) === quote,
    )
    const marked = here.map(({ start, end }) => ({ start, end }))
    return marked.length ? [{ fingerprint, severity, message, spans: marked }] : []
  })
}

/** The oldest first; instants are written so that their order is that of their letters. */
function byAge(one: { createdAt: string }, other: { createdAt: string }): number {
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0
}
