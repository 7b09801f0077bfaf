import type { CaseSnapshot } from '../domain/case.js'
import { claimCards, gradeOf, type ClaimCard } from './claim-cards.js'
import { compare } from './claim-numbers.js'
import { conflictsOf, type Conflict } from './conflicts.js'
import { datedPassages, type DatedPassage } from './dated-passages.js'
import { findingEntries, type FindingEntry } from './finding-entries.js'
import type { Audience, Paper, Template } from './forms.js'
import { usualLogEntries, type LogExtract } from './log-extract.js'
import { noMaterial, type ReportMaterial, type SourceCoverage } from './material.js'
import { methodOf, type Method } from './method.js'
import { Places, type SourceText } from './places.js'
import { ReviewEntries, type SignOffLine } from './review-entries.js'
import { sectionsOf, type SectionId } from './sections.js'
import { standingLabels, standingOfCase, type CaseStanding } from './standing.js'
import { summaryOf, type Summary } from './summary.js'
import type { TextBlock } from './text-blocks.js'
import { timelineOf, timelinePicture } from './timeline-picture.js'
import { wordingOf, type Language, type Wording } from './wording.js'
import type { Source, TextVersion } from '../domain/source.js'
import { caseScaleOf } from '../domain/case-scale.js'

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
  /** English unless this says otherwise. */
  language?: Language
  /** The full report unless this says otherwise. */
  template?: Template
  /** The house unless this says otherwise. */
  audience?: Audience
  /** A4 unless this says otherwise. */
  paper?: Paper
  /** What was withheld from the snapshot, to be said in the report. */
  withheld?: { claimants: boolean; sources: boolean }
  material?: ReportMaterial
}

/** A source with its text. `number` is what the report calls it by; `claims` are the numbers of its claims. */
export interface SourceEntry {
  number: number
  record: Source
  /** What it is was taken out of its record, and is to be told as withheld. */
  isWithheld: boolean
  grade: string | null
  version: Pick<TextVersion, 'number' | 'sha256' | 'reason' | 'createdAt'>
  words: number
  blocks: TextBlock[]
  claims: number[]
  /** What its claims cover, by kind; null when nobody looked. */
  coverage: SourceCoverage['counts'] | null
}

/** Everything that a report says, in order and numbered, so that every form of it says the same. */
export interface ReportModel {
  title: string
  caseId: string
  checker: string
  program: string
  generatedAt: string
  language: Language
  template: Template
  audience: Audience
  paper: Paper
  /** The parts that it has. */
  sections: SectionId[]
  standing: { id: CaseStanding; label: string }
  /** First and last instant of recorded work; null for a case without any. */
  work: { earliest: string; latest: string } | null
  summary: Summary
  mustFix: ClaimCard[]
  /** Claims with the status "query". */
  queries: ClaimCard[]
  openErrors: FindingEntry[]
  sources: SourceEntry[]
  cards: ClaimCard[]
  conflicts: Conflict[]
  /** An SVG document; null when nothing has a date. */
  timeline: string | null
  /** What the timeline shows, in words. */
  dated: DatedPassage[]
  /** Open and accepted findings. */
  findings: FindingEntry[]
  dismissed: FindingEntry[]
  /** Internal notes that were left out of this report. */
  notesLeftOut: number
  /** Claims that were left out of this report, so that those in it are numbered anew. */
  claimsLeftOut: number
  /** What was withheld from it, in sentences. */
  withheld: string[]
  method: Method
  signOff: SignOffLine[]
  log: LogExtract | null
  /** The state of the case that the report is of: the number of its last log entry and that entry's hash; null where unknown. */
  version: { entry: number; hash: string } | null
}

/** The report on a case as it is in a snapshot. Throws when the snapshot lacks the text of a source. */
export function buildReport(snapshot: CaseSnapshot, options: ReportOptions): ReportModel {
  const { language = 'en', template = 'full', audience = 'house', material = noMaterial } = options
  const words = wordingOf(language)
  const withInternal = options.internalNotes !== 'leave-out' && audience === 'house'
  const places = new Places(snapshot)
  const all = findingEntries(snapshot, places, words)
  const findings = all.filter(({ state }) => state !== 'dismissed')
  const notes = snapshot.notes.filter(({ visibility }) => withInternal || visibility === 'public')
  const scale = caseScaleOf(snapshot.preferences)
  const review = new ReviewEntries(snapshot, withInternal, words)
  const cards = claimCards({ ...snapshot, places, findings, notes, review, words, scale })
  const standing = standingOfCase(snapshot)
  const sections = sectionsOf(template, audience)
  const timeline = sections.includes('timeline') ? timelineOf(snapshot) : null
  return {
    title: snapshot.info.title,
    caseId: snapshot.info.id,
    checker: options.checker,
    program: options.program,
    generatedAt: options.generatedAt,
    language,
    template,
    audience,
    paper: options.paper ?? 'A4',
    sections,
    standing: { id: standing, label: words.say(standingLabels[standing]) },
    work: datesOfWork(snapshot),
    summary: summaryOf(cards, all, { scale, words }),
    mustFix: cards.filter((card) => card.verdict?.mustFix),
    queries: cards.filter(({ status }) => status === 'query'),
    openErrors: findings.filter(({ state, severity }) => state === 'open' && severity === 'error'),
    sources: sourceEntries(places, cards, material, options.withheld?.sources ?? false),
    cards,
    conflicts: conflictsOf(snapshot.relations, cards, findings, places),
    timeline: timeline && timelinePicture(timeline, words),
    dated: timeline ? datedPassages(timeline, places, findings, words) : [],
    findings,
    dismissed: all.filter(({ state }) => state === 'dismissed'),
    notesLeftOut: snapshot.notes.length - notes.length,
    claimsLeftOut: options.claimsLeftOut ?? 0,
    withheld: withheldSentences(options.withheld, words),
    method: methodOf(snapshot, all, words),
    signOff: review.signOffLines(options.checker),
    log: sections.includes('log') ? logOf(material.log, template) : null,
    version: versionOf(material.log),
  }
}

function sourceEntries(
  places: Places,
  cards: readonly ClaimCard[],
  { coverage }: ReportMaterial,
  isWithheld: boolean,
): SourceEntry[] {
  const claims = new Map<number, number[]>(places.texts.map(({ number }) => [number, []]))
  for (const { number, place } of cards) if (place.source) claims.get(place.source.number)?.push(number)
  const counts = new Map(coverage?.map(({ sourceId, counts }) => [sourceId, counts]))
  return places.texts.map((text) => ({
    ...sourceEntry(text),
    isWithheld,
    claims: claims.get(text.number) ?? [],
    coverage: counts.get(text.source.id) ?? null,
  }))
}

function sourceEntry({ number, source, version, blocks }: SourceText) {
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
    words: countWords(version.text),
    blocks,
  }
}

function countWords(text: string): number {
  const word = /\S+/g
  let count = 0
  while (word.test(text)) count += 1
  return count
}

function withheldSentences(what: ReportOptions['withheld'], words: Wording): string[] {
  return [
    ...(what?.claimants ? [words.say('The names of claimants are withheld from this report.')] : []),
    ...(what?.sources
      ? [words.say('What the sources are is withheld from this report; their texts are as they are.')]
      : []),
  ]
}

function versionOf(log: LogExtract | null): ReportModel['version'] {
  return log?.head ? { entry: log.total, hash: log.head } : null
}

/** A report for the archive has every entry that it was given, any other the newest ones. */
function logOf(log: LogExtract | null, template: Template): LogExtract | null {
  return (
    log && { ...log, entries: template === 'archive' ? log.entries : log.entries.slice(0, usualLogEntries) }
  )
}

function datesOfWork(snapshot: CaseSnapshot): ReportModel['work'] {
  const edited = [...snapshot.claims, ...snapshot.notes, ...snapshot.evidence]
  let [earliest, latest] = ['', '']
  const seen = (instant: string): void => {
    if (earliest === '' || compare(instant, earliest) < 0) earliest = instant
    if (compare(instant, latest) > 0) latest = instant
  }
  for (const { createdAt } of [...snapshot.sources, ...snapshot.texts, ...snapshot.relations]) seen(createdAt)
  for (const { createdAt, updatedAt } of edited) [createdAt, updatedAt].forEach(seen)
  for (const { decidedAt } of snapshot.decisions) seen(decidedAt)
  return earliest ? { earliest, latest } : null
}
