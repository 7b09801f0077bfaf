import type { CaseSnapshot } from '../domain/case.js'
import { claimCards, gradeOf, type ClaimCard } from './claim-cards.js'
import { compare } from './claim-numbers.js'
import { conflictsOf, type Conflict } from './conflicts.js'
import { findingEntries, type FindingEntry } from './finding-entries.js'
import { methodOf, type Method } from './method.js'
import { Places, type SourceText } from './places.js'
import { ReviewEntries, type SignOffLine } from './review-entries.js'
import { summaryOf, type Summary } from './summary.js'
import type { TextBlock } from './text-blocks.js'
import type { Source, TextVersion } from '../domain/source.js'

export interface ReportOptions {
  checker: string
  /** ISO 8601, UTC. */
  generatedAt: string
  /** Name and version of the program: "Stet 0.1.0". */
  program: string
  /** Whether internal notes are printed; they are unless this says otherwise. */
  internalNotes?: 'include' | 'leave-out'
  /** How many claims of the case are not in the snapshot; none unless this says otherwise. */
  claimsLeftOut?: number
}

/** A source with its text. `number` is what the report calls it by; `claims` are the numbers of its claims. */
export interface SourceEntry {
  number: number
  record: Source
  grade: string | null
  version: Pick<TextVersion, 'number' | 'sha256' | 'reason' | 'createdAt'>
  words: number
  blocks: TextBlock[]
  claims: number[]
}

/** Everything that a report says, in order and numbered, so that every form of it says the same. */
export interface ReportModel {
  title: string
  checker: string
  program: string
  generatedAt: string
  /** First and last instant of recorded work; null for a case without any. */
  work: { earliest: string; latest: string } | null
  summary: Summary
  mustFix: ClaimCard[]
  openErrors: FindingEntry[]
  sources: SourceEntry[]
  cards: ClaimCard[]
  conflicts: Conflict[]
  /** Open and accepted findings. */
  findings: FindingEntry[]
  dismissed: FindingEntry[]
  /** Internal notes that were left out of this report. */
  notesLeftOut: number
  /** Claims that were left out of this report, so that those in it are numbered anew. */
  claimsLeftOut: number
  method: Method
  signOff: SignOffLine[]
}

/** The report on a case as it is in a snapshot. Throws when the snapshot lacks the text of a source. */
export function buildReport(snapshot: CaseSnapshot, options: ReportOptions): ReportModel {
  const places = new Places(snapshot)
  const all = findingEntries(snapshot.findings, snapshot.decisions, places)
  const findings = all.filter(({ state }) => state !== 'dismissed')
  const notes = snapshot.notes.filter(
    (note) => options.internalNotes !== 'leave-out' || note.visibility === 'public',
  )
  const review = new ReviewEntries(snapshot, options.internalNotes !== 'leave-out')
  const cards = claimCards({ ...snapshot, places, findings, notes, review })
  return {
    title: snapshot.info.title,
    checker: options.checker,
    program: options.program,
    generatedAt: options.generatedAt,
    work: datesOfWork(snapshot),
    summary: summaryOf(cards, all),
    mustFix: cards.filter((card) => card.verdict?.mustFix),
    openErrors: findings.filter(({ state, severity }) => state === 'open' && severity === 'error'),
    sources: places.texts.map((text) => sourceEntry(text, cards)),
    cards,
    conflicts: conflictsOf(snapshot.relations, cards, findings, places),
    findings,
    dismissed: all.filter(({ state }) => state === 'dismissed'),
    notesLeftOut: snapshot.notes.length - notes.length,
    claimsLeftOut: options.claimsLeftOut ?? 0,
    method: methodOf(all),
    signOff: review.signOffLines(options.checker),
  }
}

function sourceEntry(text: SourceText, cards: readonly ClaimCard[]): SourceEntry {
  const { number, source, version, blocks } = text
  return {
    number,
    record: source,
    grade: gradeOf(source),
    version: {
      number: version.number,
      sha256: version.sha256,
      reason: version.reason,
      createdAt: version.createdAt,
    },
    words: version.text.match(/\S+/g)?.length ?? 0,
    blocks,
    claims: cards.filter(({ place }) => place.source?.number === number).map((card) => card.number),
  }
}

function datesOfWork(snapshot: CaseSnapshot): ReportModel['work'] {
  const edited = [...snapshot.claims, ...snapshot.notes, ...snapshot.evidence]
  const instants = [
    ...[...snapshot.sources, ...snapshot.texts, ...snapshot.relations].map(({ createdAt }) => createdAt),
    ...edited.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]),
    ...snapshot.decisions.map(({ decidedAt }) => decidedAt),
  ].sort(compare)
  const [earliest, latest] = [instants[0], instants.at(-1)]
  return earliest && latest ? { earliest, latest } : null
}
