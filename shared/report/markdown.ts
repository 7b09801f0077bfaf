import { checkableKinds } from '../coverage/checkables.js'
import type { ClaimCard, EvidenceEntry } from './claim-cards.js'
import { logNote, signatureNote } from './closing-notes.js'
import { conflictNames, type Conflict } from './conflicts.js'
import type { DatedPassage } from './dated-passages.js'
import { figuresOf } from './figures.js'
import type { FindingEntry } from './finding-entries.js'
import { workInWords } from './citation.js'
import { annotatedMarkdown, noteMarkdown } from './markdown/blocks.js'
import { method } from './markdown/method.js'
import { explanationOf, lineInWords } from './finding-explanation.js'
import { datesOfWork, versionOfCase, whatIsLeftOut } from './header-notes.js'
import type { LogExtract } from './log-extract.js'
import { address, block, eachLine, heading, inline, lines } from './markdown/inline.js'
import { wording } from './office/claim-lines.js'
import { paragraphs, type Pieces } from './pieces.js'
import { placeName } from './place-name.js'
import { priorityLabels } from './priority-labels.js'
import { inQuotationMarks } from './quotation-marks.js'
import type { ReportModel, SourceEntry } from './report-model.js'
import type { AssessmentEntry, SignatureEntry, SignOffLine } from './review-entries.js'
import { sections, type SectionId } from './sections.js'
import { fileInWords, kindLabels, peopleInWords } from './source-words.js'
import type { Summary } from './summary.js'
import { wordingOf, type Label, type Wording } from './wording.js'

/** A section as its paragraphs; what has a line for each of many entries is given a line at a time. */
const writers: Partial<Record<SectionId, (model: ReportModel, words: Wording) => Iterable<string | Pieces>>> =
  {
    'must-fix': ({ mustFix, openErrors }, words) => [
      list(mustFix, (card) => fix(card, words), 'No claim has a verdict that calls for a change.', words),
      openErrors.length ? `${words.say('Open findings')}:` : '',
      eachLine(openErrors, (finding) => findingLine(finding, words)),
    ],
    queries: ({ queries }, words) => [list(queries, (card) => fix(card, words), 'No query is open.', words)],
    overview: ({ summary, sources }, words) => [
      summaryLines(summary, words),
      ...coverageLines(sources, words),
    ],
    *text({ sources, cards }) {
      for (const { number, record, blocks } of sources) {
        yield heading(3, `S${number} ${record.title}`)
        yield* annotatedMarkdown(blocks, marksOf(cards))
      }
    },
    *claims({ cards }, words) {
      if (!cards.length) yield words.say('No claims have been marked yet.')
      for (const card of cards) yield* cardParts(card, words)
    },
    conflicts: ({ conflicts }, words) => [
      list(
        conflicts,
        (conflict) => conflictLine(conflict, words),
        'No passages were found or marked that contradict or repeat each other.',
        words,
      ),
    ],
    timeline: ({ dated }, words) => [
      list(dated, (passage) => datedLine(passage, words), 'Nothing in this report has a date.', words),
    ],
    findings: ({ findings }, words) => [
      list(
        findings,
        (finding) => findingWithReasons(finding, words),
        'The automatic checks reported nothing that is open or was accepted.',
        words,
      ),
    ],
    dismissed: ({ dismissed }, words) => [
      list(dismissed, (finding) => dismissedLine(finding, words), 'No finding was dismissed.', words),
    ],
    *sources({ sources }, words) {
      for (const source of sources) yield* sourceParts(source, words)
    },
    method,
    'sign-off': (model, words) => [
      signatureNote(model, words),
      lines(model.signOff.map((line) => signOffLine(line, words))),
    ],
    log: ({ log }, words) => [
      log?.entries.length ? logNote(log, words) : '',
      log
        ? list(log.entries, (entry) => logLine(entry, words), 'The log has no entries yet.', words)
        : words.say('The log is not part of this report.'),
    ],
  }

/** The report as CommonMark. Text from the case is escaped: none of it becomes a mark, a link or HTML. */
export function reportMarkdown(model: ReportModel): Pieces {
  return paragraphs(partsOf(model))
}

function* partsOf(model: ReportModel): Generator<string | Pieces, void> {
  const words = wordingOf(model.language)
  yield heading(1, `${words.say('Fact-check report')}: ${model.title}`)
  yield byline(model, words)
  for (const { id, label } of sections) {
    if (!model.sections.includes(id) || !writers[id]) continue
    yield heading(2, words.say(label))
    yield* writers[id](model, words)
  }
}

function list<T>(
  entries: readonly T[],
  line: (entry: T) => string,
  none: Label,
  words: Wording,
): string | Pieces {
  return entries.length ? eachLine(entries, line) : words.say(none)
}

/** `[3]` where claim 3 begins, and `[/3 ≠]`, with the sign of its verdict, where it ends. */
function marksOf(cards: readonly ClaimCard[]) {
  const sign = (number: number): string => inline(cards[number - 1]!.verdict?.sign ?? '○')
  return {
    begins: (number: number) => `\\[${number}\\]`,
    ends: (number: number) => `\\[/${number} ${sign(number)}\\]`,
  }
}

function byline(model: ReportModel, words: Wording): string {
  const { checker, generatedAt, program, work, standing } = model
  const version = versionOfCase(model, words)
  return lines([
    `${words.say('Checked by')}: ${inline(checker || words.say('not named'))}`,
    `${words.say('State')}: ${standing.label}`,
    `${words.say('Work recorded')}: ${datesOfWork(work, words)}`,
    `${words.say('Report made')}: ${inline(words.instant(generatedAt))}, ${inline(program)}`,
    ...(version === null ? [] : [`${words.say('Version of the case')}: ${version}`]),
    ...whatIsLeftOut(model, words),
  ])
}

function summaryLines(summary: Summary, words: Wording): string {
  const { verdicts, statuses, findings } = summary
  const counts = (entries: readonly { label: string; count: number }[]): string =>
    entries.flatMap(({ label, count }) => (count ? `${inline(label)} ${count}` : [])).join(', ') || '–'
  const unjudged = words.say('No verdict yet')
  return lines([
    figuresOf(summary, words),
    `${words.say('Claims by verdict')}: ${counts(verdicts.map(({ verdict, count }) => ({ label: verdict?.label ?? unjudged, count })))}`,
    `${words.say('Claims by status')}: ${counts(statuses)}`,
    `${words.say('Findings')}: ${findings.all} (${words.say('open')} ${findings.open}, ${words.say('accepted')} ${findings.accepted}, ${words.say('dismissed')} ${findings.dismissed})`,
  ])
}

function coverageLines(sources: readonly SourceEntry[], words: Wording): string[] {
  const known = sources.filter(({ coverage }) => coverage)
  if (!known.length) return []
  const shares = known.map(({ number, coverage }) => {
    const counts = checkableKinds.map(({ label }, place) => {
      const { covered, total } = coverage![place]!
      return `${words.label(label)} ${covered} / ${total}`
    })
    return `S${number}: ${counts.join(', ')}`
  })
  return [`${words.say('What the claims cover')}:`, lines(shares)]
}

function logLine({ sequence, at, actor, action }: LogExtract['entries'][number], words: Wording): string {
  return `${sequence}: ${inline(words.instant(at))}, ${inline(actor)}: ${inline(words.action(action))}`
}

function datedLine(passage: DatedPassage, words: Wording): string {
  const { date, quote, claim, finding, source, isExcluded } = passage
  const name = claim === null ? `F${finding}` : words.say('Claim {number}', { number: claim })
  const note = isExcluded ? ` ≠ ${words.say('dated differently elsewhere')}` : ''
  return `${block(date)}: ${name} ${inQuotationMarks(inline(quote), words)} (S${source})${note}`
}

function fix(card: ClaimCard, words: Wording): string {
  const { number, verdict, context, correction, place, evidence } = card
  const proposed =
    correction === null
      ? words.say('None proposed')
      : correction === ''
        ? words.say('Leave the passage out')
        : inQuotationMarks(inline(correction), words)
  const judged = verdict ? `${inline(verdict.sign)} ${inline(verdict.label)}` : words.say('No verdict yet')
  const titles = evidence.map(({ stanceLabel, title }) => `${stanceLabel}: *${inline(title)}*`)
  const proof = titles.length ? `. ${words.say('Evidence')}: ${titles.join('; ')}` : ''
  return `**${words.say('Claim {number}', { number })}, ${judged}** (${placeName(place, words)}): ${inQuotationMarks(inline(context.quote), words)}. ${words.say('Proposed wording')}: ${proposed}${proof}`
}

function findingLine(finding: FindingEntry, words: Wording): string {
  const { number, categoryLabel, severityLabel, stateLabel, message, passages } = finding
  const quotes = passages
    .map(({ quote, place }) => `${inQuotationMarks(inline(quote), words)} (${placeName(place, words)})`)
    .join('; ')
  return `**F${number} ${categoryLabel}** (${severityLabel}, ${stateLabel}): ${inline(message)}. ${quotes}`
}

/** A finding with what lets a person verify it, as lines under its own. */
function findingWithReasons(finding: FindingEntry, words: Wording): string {
  const reasons = explanationOf(finding, words).map(
    ({ label, lines }) =>
      `\n  - ${label}: ${lines.map((line) => inline(lineInWords(line, words))).join('; ')}`,
  )
  return findingLine(finding, words) + reasons.join('')
}

function conflictLine({ kind, sides, finding }: Conflict, words: Wording): string {
  const quotes = sides.map(({ claim, quote, place }) => {
    return `${claim === null ? '' : `${words.say('Claim {number}', { number: claim })} `}${inQuotationMarks(inline(quote), words)} (${placeName(place, words)})`
  })
  return `**${words.say(conflictNames[kind])}**${finding ? ` (F${finding.number} ${finding.categoryLabel})` : ''}: ${quotes.join(' / ')}`
}

function dismissedLine(finding: FindingEntry, words: Wording): string {
  const reason = inline(finding.decision?.reason ?? words.say('None given'))
  return `${findingLine(finding, words)}. ${words.say('Reason for dismissing')}: ${reason}`
}

function cardParts(card: ClaimCard, words: Wording): (string | Pieces)[] {
  const { number, verdict, context, correction, notes, evidence, findings, relations } = card
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet')
  return [
    heading(3, `${words.say('Claim {number}', { number })}: ${judged}`),
    `> ${block(context.quote)}`,
    `${words.say('In context')}: ${inline(inContext(context))}`,
    lines(facts(card, words)),
    correction === null ? '' : `${words.say('Proposed wording')}: ${inline(wording(correction, words))}`,
    findings.length
      ? lines(findings.map((finding) => `${words.say('Flagged')}: ${findingLine(finding, words)}`))
      : '',
    ...notes.flatMap(({ internal, author, updatedAt, blocks }) => [
      `${words.say(internal ? 'Internal note' : 'Note')}, ${inline(author || words.say('Author not named'))}, ${inline(words.instant(updatedAt))}:`,
      noteMarkdown(blocks),
    ]),
    list(evidence, (piece) => evidenceLine(piece, words), 'No evidence recorded.', words),
    relations.length
      ? lines(
          relations.map(({ phrase, other }) => `${phrase} ${words.say('Claim {number}', { number: other })}`),
        )
      : '',
    lines([
      ...card.assessments.map((one) => assessmentLine(one, words)),
      ...card.signatures.map((one) => signatureLine(one, words)),
    ]),
  ]
}

/** A quote in brackets in what stands around it. */
function inContext({ before, quote, after, cutBefore, cutAfter }: ClaimCard['context']): string {
  return `${cutBefore ? '… ' : ''}${before}[${quote}]${after}${cutAfter ? ' …' : ''}`
}

function facts(card: ClaimCard, words: Wording): string[] {
  const { place, anchored, typeLabel, statusLabel, confidenceLabel, claimant, eventDate, tags } = card
  const title = place.source ? `, ${inline(place.source.title)}` : ''
  const inferred = card.eventDateInferred ? ` (${words.say('inferred')})` : ''
  const axes: [Label, string][] = [
    ['Type', typeLabel],
    ['Status', statusLabel],
    ['Confidence', confidenceLabel ?? words.say('Not given')],
    ['Priority', words.say(priorityLabels[card.priority])],
  ]
  return [
    `${words.say('Location')}: ${placeName(place, words)}${title}${anchored ? '' : ` (${words.say('not in the text')})`}`,
    axes.map(([label, value]) => `${words.say(label)}: ${value}`).join('; '),
    ...(claimant === null ? [] : [`${words.say('Claimant')}: ${inline(claimant)}`]),
    ...(eventDate === null
      ? []
      : [`${words.say('Event date')}: ${inline(words.date(eventDate))}${inferred}`]),
    ...(tags.length ? [`${words.say('Tags')}: ${inline(tags.join(', '))}`] : []),
  ]
}

function assessmentLine(assessment: AssessmentEntry, words: Wording): string {
  const { name, roleLabel, standing, verdictLabel, comment, at } = assessment
  const why = comment === null ? '' : `: ${inline(comment)}`
  return `${inline(name)} (${roleLabel}) ${standing}, ${inline(verdictLabel)}, ${inline(words.instant(at))}${why}`
}

function signatureLine({ name, roleLabel, ...signature }: SignatureEntry, words: Wording): string {
  return `${inline(name)} (${roleLabel}) ${words.say('signed on')} ${signatureDetails(signature, words)}`
}

function signOffLine({ role, name, signature }: SignOffLine, words: Wording): string {
  const signed = signature
    ? `${words.say('In the case file')}, ${signatureDetails(signature, words)}, SHA-256 ${signature.sha256}`
    : `— ${words.say('Signature')}, ${words.say('Date')}:`
  return `${role}: ${inline(name)} ${signed}`
}

function signatureDetails(
  { at, round, isStale, comment }: Omit<SignatureEntry, 'name' | 'roleLabel'>,
  words: Wording,
): string {
  return [
    inline(words.instant(at)),
    round === null ? '' : `, ${inline(round)}`,
    isStale ? ` (${words.say('Changed since')})` : '',
    comment === null ? '' : `: ${inline(comment)}`,
  ].join('')
}

function evidenceLine(piece: EvidenceEntry, words: Wording): string {
  const { stanceLabel, quote, place, url, archivedUrl, accessed, grade } = piece
  const cited = [
    `${stanceLabel}: *${inline(workInWords(piece, (date) => words.date(date)))}*`,
    ...(place ? [placeName(place, words)] : []),
    ...(quote ? [inQuotationMarks(inline(quote), words)] : []),
  ]
  const detail = (label: Label, value: string | null): string[] =>
    value ? [`${words.say(label)}: ${value}`] : []
  return [
    cited.join(', '),
    ...detail('Address', url && address(url)),
    ...detail('Archived copy', archivedUrl && address(archivedUrl)),
    ...detail('Accessed', accessed && inline(words.date(accessed))),
    ...detail('Grade', grade ?? words.say('not graded')),
  ].join('; ')
}

function sourceParts(source: SourceEntry, words: Wording): string[] {
  const { number, record, grade, version } = source
  const { author, publisher } = peopleInWords(source, words)
  const line = (...pairs: readonly [Label, string][]): string =>
    pairs.map(([label, value]) => `${words.say(label)}: ${value}`).join('; ')
  const published = record.published ? words.date(record.published) : words.say('not known')
  return [
    heading(3, `S${number} ${record.title}`),
    lines([
      line(['Author', inline(author)], ['Publisher', inline(publisher)]),
      line(
        ['Published', inline(published)],
        ['Kind', words.say(kindLabels[record.kind])],
        ['Grade', grade ?? words.say('not graded')],
      ),
      ...(record.url ? [line(['Address', address(record.url)])] : []),
      ...(record.accessed ? [line(['Accessed', inline(words.date(record.accessed))])] : []),
      `${line(['File', inline(fileInWords(source, words).name)])}, SHA-256 ${inline(record.originalSha256)}`,
      `${words.say('Text version {number}', { number: version.number })}, ${words.count(source.words, 'word', 'words')}, SHA-256 ${inline(version.sha256)}`,
    ]),
  ]
}
