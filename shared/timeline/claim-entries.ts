import { isOrphan, type Claim } from '../domain/claim.js'
import { shownVerdict, type CaseScale } from '../domain/case-scale.js'
import type { Source } from '../domain/source.js'
import { spanOfEdtf } from './edtf-span.js'
import { onOneLine, type TimelineEntry } from './entry.js'

/** Claims are never changed in place, so the entry of one is made once for each text that its source has, and each scale. */
const made = new WeakMap<Claim, { versionId: string; scale: CaseScale; entry: TimelineEntry | null }>()

/** The entry of a claim; null when it has no event date, or one that has no place on an axis. */
export function claimEntry(claim: Claim, source: Source, scale: CaseScale): TimelineEntry | null {
  const before = made.get(claim)
  if (before?.versionId === source.currentVersionId && before.scale === scale) return before.entry
  const entry = makeEntry(claim, source, scale)
  made.set(claim, { versionId: source.currentVersionId, scale, entry })
  return entry
}

function makeEntry(claim: Claim, source: Source, scale: CaseScale): TimelineEntry | null {
  const { eventDate, eventDateInferred, selector } = claim
  const span = eventDate === null ? null : spanOfEdtf(eventDate)
  if (!span) return null
  const certainty = eventDateInferred ? 'inferred' : span.uncertain ? 'uncertain' : 'stated'
  return {
    id: `claim/${claim.id}`,
    kind: 'claim',
    record: claim.id,
    spanIndex: 0,
    source: claim.sourceId,
    label: onOneLine(selector.exact),
    span: { lo: span.lo, hi: span.hi },
    certainty,
    soft: span.soft,
    passage: { start: selector.start, end: selector.end },
    told: isOrphan(claim, source) ? null : selector.start,
    verdict: claim.verdict === null ? null : shownVerdict(scale, claim.verdict),
    severity: null,
    about: '',
  }
}
