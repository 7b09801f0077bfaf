import { statuses, type Status } from '../domain/verdicts.js'
import type { ClaimCard } from './claim-cards.js'
import type { FindingEntry } from './finding-entries.js'
import { scaleMarks, type VerdictMark } from './verdict-marks.js'
import type { Wording } from './wording.js'
import type { CaseScale } from '../domain/case-scale.js'

/** How many claims have a verdict; `verdict` is null for those that have none yet. */
export interface VerdictCount {
  verdict: VerdictMark | null
  count: number
}

export interface StatusCount {
  status: Status
  label: string
  count: number
}

/** The counts of a report. Those of `verdicts` and those of `statuses` each add up to `claims`. */
export interface Summary {
  claims: number
  mustFix: number
  /** Claims whose quote is not in the current text. */
  orphans: number
  withoutEvidence: number
  /** Every verdict of the scale, then "none"; every status. Also those that no claim has. */
  verdicts: VerdictCount[]
  statuses: StatusCount[]
  findings: FindingCounts
}

export interface FindingCounts {
  all: number
  open: number
  openErrors: number
  accepted: number
  dismissed: number
}

export function summaryOf(
  cards: readonly ClaimCard[],
  findings: readonly FindingEntry[],
  { scale, words }: { scale: CaseScale; words: Wording },
): Summary {
  const count = (test: (card: ClaimCard) => boolean): number => cards.filter(test).length
  return {
    claims: cards.length,
    mustFix: count((card) => card.verdict?.mustFix === true),
    orphans: count((card) => !card.anchored),
    withoutEvidence: count((card) => card.evidence.length === 0),
    verdicts: [
      ...marksOf(cards, scaleMarks(scale, words)).map((verdict) => {
        return { verdict, count: count((card) => card.verdict?.id === verdict.id) }
      }),
      { verdict: null, count: count((card) => card.verdict === null) },
    ],
    statuses: statuses.map(({ id, label }) => {
      return { status: id, label: words.label(label), count: count((card) => card.status === id) }
    }),
    findings: countFindings(findings),
  }
}

/** The verdicts of the scale, then those that claims have from before. */
function marksOf(cards: readonly ClaimCard[], marks: readonly VerdictMark[]): VerdictMark[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  for (const { verdict } of cards) if (verdict && !byId.has(verdict.id)) byId.set(verdict.id, verdict)
  return [...byId.values()]
}

/** How many findings there are and what became of them: `open`, `accepted` and `dismissed` add up to `all`. */
export function countFindings(findings: readonly FindingEntry[]): FindingCounts {
  const count = (test: (finding: FindingEntry) => boolean): number => findings.filter(test).length
  return {
    all: findings.length,
    open: count(({ state }) => state === 'open'),
    openErrors: count(({ state, severity }) => state === 'open' && severity === 'error'),
    accepted: count(({ state }) => state === 'accepted'),
    dismissed: count(({ state }) => state === 'dismissed'),
  }
}
