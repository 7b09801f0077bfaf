import type { Claim } from '../../../shared/domain/claim.js'
import { type CheckSource, createChecker } from '../../../shared/checks/run-checks.js'
import { unjudged } from '../../../shared/domain/claim.js'
import type { Category, Finding } from '../../../shared/domain/finding.js'
import type { ClaimId, RelationId, SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { Relation, RelationType } from '../../../shared/domain/relation.js'
import type { Source } from '../../../shared/domain/source.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { packDates, type PackedDates } from '../../../shared/timeline/text-dates.js'
import {
  timelineModel,
  type TimelineModel,
  type TimelineRecords,
} from '../../../shared/timeline/timeline-model.js'

/** Records as short as a test can say them. Names stand for ids. */
const now = '2026-01-01T00:00:00.000Z'

export function source(name: string, position = 0): Source {
  return {
    id: name as SourceId,
    title: `Source ${name}`,
    author: null,
    publisher: null,
    published: null,
    url: null,
    accessed: null,
    kind: 'unspecified',
    reliability: null,
    credibility: null,
    position,
    fileName: null,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    originalSha256: '0'.repeat(64),
    partStart: 0,
    partEnd: 0,
    currentVersionId: `${name}-text` as TextVersionId,
    createdAt: now,
    removedAt: null,
  }
}

export function claim(
  name: string,
  sourceName: string,
  eventDate: string | null,
  more: Partial<Claim> = {},
): Claim {
  const start = Number(/\d+/.exec(name)?.[0] ?? 0) * 100
  return {
    ...unjudged,
    id: name as ClaimId,
    sourceId: sourceName as SourceId,
    eventDate,
    selector: {
      textVersionId: `${sourceName}-text` as TextVersionId,
      start,
      end: start + 40,
      exact: `What ${name} says`,
      prefix: '',
      suffix: '',
    },
    createdAt: now,
    updatedAt: now,
    ...more,
  }
}

export function relation(type: RelationType, from: string, to: string): Relation {
  return {
    id: `${from}-${to}` as RelationId,
    fromClaimId: from as ClaimId,
    toClaimId: to as ClaimId,
    type,
    fingerprint: null,
    createdAt: now,
  }
}

/** A finding with a passage of each `[source, start, quote, value]`. */
export function finding(
  name: string,
  category: Category,
  passages: readonly (readonly [string, number, string, string])[],
  assumptions: readonly string[] = [],
): Finding {
  return {
    rule: category,
    category,
    severity: 'likely',
    message: `What ${name} is about`,
    explanation: {
      reason: '',
      resolved: passages.map(([, , quote, value]) => ({ quote, value })),
      arithmetic: [],
      assumptions: [...assumptions],
      settle: '',
    },
    fingerprint: name,
    spans: passages.map(([of, start, quote]) => ({ source: of, start, end: start + quote.length, quote })),
    suggests: 'contradicts',
  }
}

export function modelOf(records: Partial<TimelineRecords>): TimelineModel {
  return timelineModel({
    sources: [source('a', 0), source('b', 1)],
    claims: [],
    relations: [],
    findings: [],
    decisions: new Map(),
    dates: [],
    ...records,
  })
}

/** An entry that tells of some days at a place of source `a`. */
export function entry(told: number, lo: number, hi = lo, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: `claim/${told}`,
    kind: 'claim',
    record: String(told),
    spanIndex: 0,
    source: 'a',
    label: `What is told at ${told}`,
    span: { lo, hi },
    certainty: 'stated',
    soft: false,
    passage: { start: told, end: told + 5 },
    told,
    verdict: null,
    severity: null,
    about: '',
    ...more,
  }
}

/** The dates that the engine reads in a text. */
export function datesOf(text: CheckSource): PackedDates {
  return packDates(
    text,
    createChecker()
      .sections(text)
      .flatMap(({ dates }) => dates),
  )
}
