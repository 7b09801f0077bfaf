import { checkableKinds } from '../coverage/checkables.js'
import type { ClaimCard, EvidenceEntry } from './claim-cards.js'
import type { Conflict } from './conflicts.js'
import type { FindingEntry } from './finding-entries.js'
import { conflictNames } from './html/findings.js'
import { datesOfWork } from './html/front-page.js'
import { kindLabels } from './html/record.js'
import { workInWords } from './citation.js'
import { annotatedMarkdown, noteMarkdown } from './markdown/blocks.js'
import { headerNotes } from './header-notes.js'
import { address, block, heading, inline, lines } from './markdown/inline.js'
import { wording } from './office/claim-lines.js'
import { placeName } from './place-name.js'
import { inQuotationMarks } from './quotation-marks.js'
import type { ReportModel, SourceEntry } from './report-model.js'
import type { AssessmentEntry, SignatureEntry, SignOffLine } from './review-entries.js'
import { sections, type SectionId } from './sections.js'
import type { Summary } from './summary.js'
import { wordingOf, type Label, type Wording } from './wording.js'

const writers: Partial<Record<SectionId, (model: ReportModel, words: Wording) => string[]>> = {
  'must-fix': ({ mustFix, openErrors }, words) => [
    list(mustFix, (card) => fix(card, words), 'No claim has a verdict that calls for a change.', words),
    openErrors.length
      ? `${words.say('Open findings')}:\n\n${lines(openErrors.map((finding) => findingLine(finding, words)))}`
      : '',
  ],
  queries: ({ queries }, words) => [list(queries, (card) => fix(card, words), 'No query is open.', words)],
  overview: ({ summary, sources }, words) => [summaryLines(summary, words), ...coverageLines(sources, words)],
  text: ({ sources, cards }) =>
    sources.flatMap((source) => [
      heading(3, `S${source.number} ${source.record.title}`),
      annotatedMarkdown(source.blocks, marksOf(cards)),
    ]),
  claims: ({ cards }, words) =>
    cards.length
      ? cards.flatMap((card) => cardParts(card, words))
      : [words.say('No claims have been marked yet.')],
  conflicts: ({ conflicts }, words) => [
    list(
      conflicts,
      (conflict) => conflictLine(conflict, words),
      'No passages were found or marked that contradict or repeat each other.',
      words,
    ),
  ],
  findings: ({ findings }, words) => [
    list(
      findings,
      (finding) => findingLine(finding, words),
      'The automatic checks reported nothing that is open or was accepted.',
      words,
    ),
  ],
  dismissed: ({ dismissed }, words) => [
    list(dismissed, (finding) => dismissedLine(finding, words), 'No finding was dismissed.', words),
  ],
  sources: ({ sources }, words) => sources.flatMap((source) => sourceParts(source, words)),
  method: ({ method }) => [method.can, method.cannot, ...method.limits].map(inline),
  'sign-off': ({ signOff }, words) => [lines(signOff.map((line) => signOffLine(line, words)))],
  log: ({ log }, words) =>
    log
      ? [
          lines(
            log.entries.map(({ sequence, at, actor, action }) => {
              return `${sequence}: ${inline(words.instant(at))}, ${inline(actor)}: ${inline(action)}`
            }),
            words.say('The log has no entries yet.'),
          ),
        ]
      : [words.say('The log is not part of this report.')],
}

/** The report as CommonMark. Text from the case is escaped: none of it becomes a mark, a link or HTML. */
export function reportMarkdown(model: ReportModel): string {
  const words = wordingOf(model.language)
  const has = sections.filter(({ id }) => model.sections.includes(id) && writers[id])
  const parts = [
    heading(1, `${words.say('Fact-check report')}: ${model.title}`),
    byline(model, words),
    ...has.flatMap(({ id, label }) => [heading(2, words.say(label)), ...writers[id]!(model, words)]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function list<T>(entries: readonly T[], line: (entry: T) => string, none: Label, words: Wording): string {
  return lines(entries.map(line), words.say(none))
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
  return lines([
    `${words.say('Checked by')}: ${inline(checker || words.say('not named'))}`,
    `${words.say('State')}: ${standing.label}`,
    `${words.say('Work recorded')}: ${datesOfWork(work, words)}`,
    `${words.say('Report made')}: ${inline(words.instant(generatedAt))}, ${inline(program)}`,
    ...headerNotes(model, words),
  ])
}

function summaryLines(summary: Summary, words: Wording): string {
  const { claims, mustFix, withoutEvidence, orphans, verdicts, statuses, findings } = summary
  const counts = (entries: readonly { label: string; count: number }[]): string =>
    entries.flatMap(({ label, count }) => (count ? `${inline(label)} ${count}` : [])).join(', ') || '–'
  const unjudged = words.say('No verdict yet')
  return lines([
    `${words.say('Claims')}: ${claims} (${words.say('must fix')} ${mustFix}, ${words.say('without evidence')} ${withoutEvidence}, ${words.say('not found in the text')} ${orphans})`,
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

function fix(card: ClaimCard, words: Wording): string {
  const { number, verdict, context, correction, place } = card
  const proposed =
    correction === null
      ? words.say('None proposed')
      : correction === ''
        ? words.say('Leave the passage out')
        : inQuotationMarks(inline(correction))
  const judged = verdict ? `${inline(verdict.sign)} ${inline(verdict.label)}` : words.say('No verdict yet')
  return `**${words.say('Claim {number}', { number })}, ${judged}** (${placeName(place, words)}): ${inQuotationMarks(inline(context.quote))}. ${words.say('Proposed wording')}: ${proposed}`
}

function findingLine(finding: FindingEntry, words: Wording): string {
  const { number, categoryLabel, severityLabel, stateLabel, message, passages } = finding
  const quotes = passages
    .map(({ quote, place }) => `${inQuotationMarks(inline(quote))} (${placeName(place, words)})`)
    .join('; ')
  return `**F${number} ${categoryLabel}** (${severityLabel}, ${stateLabel}): ${inline(message)} ${quotes}`
}

function conflictLine({ kind, sides, finding }: Conflict, words: Wording): string {
  const quotes = sides.map(({ claim, quote, place }) => {
    return `${claim === null ? '' : `${words.say('Claim {number}', { number: claim })} `}${inQuotationMarks(inline(quote))} (${placeName(place, words)})`
  })
  return `**${words.say(conflictNames[kind])}**${finding ? ` (F${finding.number} ${finding.categoryLabel})` : ''}: ${quotes.join(' / ')}`
}

function dismissedLine(finding: FindingEntry, words: Wording): string {
  const reason = inline(finding.decision?.reason ?? words.say('None given'))
  return `${findingLine(finding, words)}. ${words.say('Reason for dismissing')}: ${reason}`
}

function cardParts(card: ClaimCard, words: Wording): string[] {
  const { number, verdict, context, correction, notes, evidence, findings, relations } = card
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet')
  return [
    heading(3, `${words.say('Claim {number}', { number })}: ${judged}`),
    `> ${block(context.quote)}`,
    `${words.say('In context')}: ${inline(`${context.before}[${context.quote}]${context.after}`)}`,
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

function facts(card: ClaimCard, words: Wording): string[] {
  const { place, anchored, typeLabel, statusLabel, confidenceLabel, claimant, eventDate, tags } = card
  const title = place.source ? `, ${inline(place.source.title)}` : ''
  const inferred = card.eventDateInferred ? ` (${words.say('inferred')})` : ''
  const axes: [Label, string][] = [
    ['Type', typeLabel],
    ['Status', statusLabel],
    ['Confidence', confidenceLabel ?? words.say('Not given')],
    ['Priority', words.say(card.priority === 'high' ? 'High' : card.priority === 'low' ? 'Low' : 'Normal')],
  ]
  return [
    `${words.say('Place')}: ${placeName(place, words)}${title}${anchored ? '' : ` (${words.say('not in the current text')})`}`,
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
  return [
    `${stanceLabel}: *${inline(workInWords(piece, (date) => words.date(date)))}*`,
    ...(place ? [placeName(place, words)] : []),
    ...(quote ? [inQuotationMarks(inline(quote))] : []),
    ...(url ? [address(url)] : []),
    ...(archivedUrl ? [`${words.say('Archived copy')} ${address(archivedUrl)}`] : []),
    ...(accessed ? [`${words.say('Accessed')} ${inline(words.date(accessed))}`] : []),
    `${words.say('Grade')} ${grade ?? words.say('not graded')}`,
  ].join(', ')
}

function sourceParts(source: SourceEntry, words: Wording): string[] {
  const { number, record, grade, version } = source
  const unknown = words.say('not known')
  const line = (...pairs: readonly [Label, string][]): string =>
    pairs.map(([label, value]) => `${words.say(label)}: ${value}`).join('; ')
  const published = record.published ? words.date(record.published) : unknown
  return [
    heading(3, `S${number} ${record.title}`),
    lines([
      line(['Author', inline(record.author ?? unknown)], ['Publisher', inline(record.publisher ?? unknown)]),
      line(
        ['Published', inline(published)],
        ['Kind', words.say(kindLabels[record.kind])],
        ['Grade', grade ?? words.say('not graded')],
      ),
      ...(record.url ? [line(['Address', address(record.url)])] : []),
      ...(record.accessed ? [line(['Accessed', inline(words.date(record.accessed))])] : []),
      `${line(['File', inline(record.fileName ?? words.say('pasted text'))])}, SHA-256 ${inline(record.originalSha256)}`,
      `${words.say('Text version {number}', { number: version.number })}, ${words.count(source.words, 'word', 'words')}, SHA-256 ${inline(version.sha256)}`,
    ]),
  ]
}
