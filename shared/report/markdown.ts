import type { ClaimCard, EvidenceEntry } from './claim-cards.js'
import type { Conflict } from './conflicts.js'
import type { FindingEntry } from './finding-entries.js'
import { annotatedMarkdown, noteMarkdown } from './markdown/blocks.js'
import { address, block, heading, inline, lines } from './markdown/inline.js'
import type { Place } from './places.js'
import { readableDate, readableDay, readableInstant } from './readable-date.js'
import type { ReportModel, SourceEntry } from './report-model.js'
import type { AssessmentEntry, SignatureEntry, SignOffLine } from './review-entries.js'
import type { Summary } from './summary.js'

/** The report as CommonMark. Text from the case is escaped: none of it becomes a mark, a link or HTML. */
export function reportMarkdown(model: ReportModel): string {
  const parts = [
    heading(1, `Fact-check report: ${model.title}`),
    byline(model),
    heading(2, 'Summary'),
    summary(model.summary),
    heading(2, 'Must fix'),
    lines(model.mustFix.map(fix), 'Nothing.'),
    heading(2, 'Open findings'),
    lines(model.findings.filter(({ state }) => state === 'open').map(findingLine), 'None.'),
    heading(2, 'Annotated text'),
    ...model.sources.flatMap((source) => [
      heading(3, `S${source.number} ${source.record.title}`),
      annotatedMarkdown(source.blocks, model.cards),
    ]),
    heading(2, 'Claims'),
    ...(model.cards.length ? model.cards.flatMap((card) => cardParts(card)) : ['None marked yet.']),
    heading(2, 'Conflicts and repetitions'),
    lines(model.conflicts.map(conflictLine), 'None found or marked.'),
    heading(2, 'Dismissed findings'),
    lines(model.dismissed.map(dismissedLine), 'None.'),
    heading(2, 'Sources'),
    ...model.sources.flatMap(sourceParts),
    heading(2, 'Method'),
    inline(model.method.can),
    inline(model.method.cannot),
    heading(2, 'Sign-off'),
    lines(model.signOff.map(signOffLine)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function byline({ checker, generatedAt, program, work, notesLeftOut, claimsLeftOut }: ReportModel): string {
  const dates = work && `${readableDay(work.earliest)} to ${readableDay(work.latest)}`
  return lines([
    `Checked by: ${inline(checker || 'not named')}`,
    `Work recorded: ${dates ?? 'none yet'}`,
    `Report made: ${inline(readableInstant(generatedAt))} with ${inline(program)}`,
    ...(claimsLeftOut
      ? [`Claims left out of this report: ${claimsLeftOut}; those in it are numbered anew`]
      : []),
    ...(notesLeftOut ? [`Internal notes left out of this report: ${notesLeftOut}`] : []),
  ])
}

function summary({
  claims,
  mustFix,
  withoutEvidence,
  orphans,
  verdicts,
  statuses,
  findings,
}: Summary): string {
  const counts = (entries: readonly { label: string; count: number }[]): string =>
    entries.flatMap(({ label, count }) => (count ? `${label} ${count}` : [])).join(', ') || 'none'
  return lines([
    `Claims: ${claims} (must fix ${mustFix}, without evidence ${withoutEvidence}, not found in the text ${orphans})`,
    `By verdict: ${counts(verdicts.map(({ verdict, count }) => ({ label: verdict?.label ?? 'No verdict yet', count })))}`,
    `By status: ${counts(statuses)}`,
    `Findings: ${findings.all} (open ${findings.open}, accepted ${findings.accepted}, dismissed ${findings.dismissed})`,
  ])
}

function fix(card: ClaimCard): string {
  const { number, verdict, context, correction, place } = card
  const wording =
    correction === null ? 'none proposed' : correction === '' ? 'leave out' : `“${inline(correction)}”`
  return `**Claim ${number}, ${verdict!.sign} ${verdict!.label}** (${placeName(place)}): “${inline(context.quote)}”. Proposed wording: ${wording}`
}

function findingLine({ number, categoryLabel, severityLabel, message, passages }: FindingEntry): string {
  const quotes = passages.map(({ quote, place }) => `“${inline(quote)}” (${placeName(place)})`).join('; ')
  return `**F${number} ${categoryLabel}** (${severityLabel}): ${inline(message)} ${quotes}`
}

function conflictLine({ kind, sides, finding }: Conflict): string {
  const quotes = sides.map(({ claim, quote, place }) => {
    return `${claim === null ? '' : `claim ${claim} `}“${inline(quote)}” (${placeName(place)})`
  })
  const label = { contradicts: 'Contradicts', 'same-as': 'Same as', finding: 'Open finding' }[kind]
  return `**${label}**${finding ? ` (F${finding.number} ${finding.categoryLabel})` : ''}: ${quotes.join(' / ')}`
}

function dismissedLine(finding: FindingEntry): string {
  return `${findingLine(finding)}. Reason: ${inline(finding.decision?.reason ?? 'none given')}`
}

function cardParts(card: ClaimCard): string[] {
  const { number, verdict, context, correction, notes, evidence, findings, relations } = card
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : 'No verdict yet'
  return [
    heading(3, `Claim ${number}: ${judged}`),
    `> ${block(context.quote)}`,
    `In context: ${inline(`${context.before}[${context.quote}]${context.after}`)}`,
    lines(facts(card)),
    correction === null
      ? ''
      : `Proposed wording: ${correction === '' ? 'leave the passage out' : inline(correction)}`,
    findings.length ? lines(findings.map((finding) => `Flagged: ${findingLine(finding)}`)) : '',
    ...notes.flatMap(({ internal, author, updatedAt, blocks }) => [
      `${internal ? 'Internal note' : 'Note'}, ${inline(author || 'author not named')}, ${inline(readableInstant(updatedAt))}:`,
      noteMarkdown(blocks),
    ]),
    lines(evidence.map(evidenceLine), 'No evidence recorded.'),
    relations.length ? lines(relations.map(({ phrase, other }) => `${phrase} claim ${other}`)) : '',
    lines([...card.assessments.map(assessmentLine), ...card.signatures.map(signatureLine)]),
  ]
}

function facts({ place, anchored, typeLabel, statusLabel, confidenceLabel, ...card }: ClaimCard): string[] {
  return [
    `Place: ${placeName(place)}${place.source ? `, ${inline(place.source.title)}` : ''}${anchored ? '' : ' (not in the current text)'}`,
    `Type: ${typeLabel}; status: ${statusLabel}; confidence: ${confidenceLabel ?? 'not given'}; priority: ${card.priority}`,
    ...(card.claimant === null ? [] : [`Claimant: ${inline(card.claimant)}`]),
    ...(card.eventDate === null
      ? []
      : [
          `Event date: ${inline(readableDate(card.eventDate))}${card.eventDateInferred ? ' (inferred)' : ''}`,
        ]),
    ...(card.tags.length ? [`Tags: ${inline(card.tags.join(', '))}`] : []),
  ]
}

function assessmentLine({ name, roleLabel, standing, verdictLabel, comment, at }: AssessmentEntry): string {
  const why = comment === null ? '' : `: ${inline(comment)}`
  return `${inline(name)} (${roleLabel}) ${standing}, ${verdictLabel}, ${inline(readableInstant(at))}${why}`
}

function signatureLine({ name, roleLabel, ...signature }: SignatureEntry): string {
  return `${inline(name)} (${roleLabel}) signed ${signatureDetails(signature)}`
}

function signOffLine({ role, name, signature }: SignOffLine): string {
  const signed = signature ? `signed in the case file ${signatureDetails(signature)}` : '— signature, date:'
  return `${role}: ${inline(name)} ${signed}`
}

function signatureDetails({
  at,
  round,
  isStale,
  comment,
}: Omit<SignatureEntry, 'name' | 'roleLabel'>): string {
  return [
    `on ${inline(readableInstant(at))}`,
    round === null ? '' : `, ${inline(round)}`,
    isStale ? ' (changed since)' : '',
    comment === null ? '' : `: ${inline(comment)}`,
  ].join('')
}

function evidenceLine(piece: EvidenceEntry): string {
  const { stanceLabel, title, quote, place, url, archivedUrl, accessed, grade } = piece
  return [
    `${stanceLabel}: *${inline(title)}*`,
    ...(place ? [placeName(place)] : []),
    ...(quote ? [`“${inline(quote)}”`] : []),
    ...(url ? [address(url)] : []),
    ...(archivedUrl ? [`archived ${address(archivedUrl)}`] : []),
    ...(accessed ? [`accessed ${inline(readableDate(accessed))}`] : []),
    `grade ${grade ?? 'not given'}`,
  ].join(', ')
}

function sourceParts({ number, record, grade, version, words }: SourceEntry): string[] {
  return [
    heading(3, `S${number} ${record.title}`),
    lines([
      `Author: ${inline(record.author ?? 'not known')}; publisher: ${inline(record.publisher ?? 'not known')}`,
      `Published: ${inline(record.published ? readableDate(record.published) : 'not known')}; kind: ${record.kind}; grade: ${grade ?? 'not graded'}`,
      ...(record.url ? [`Address: ${address(record.url)}`] : []),
      ...(record.accessed ? [`Accessed: ${inline(readableDate(record.accessed))}`] : []),
      `File: ${inline(record.fileName ?? 'pasted text')}, SHA-256 ${inline(record.originalSha256)}`,
      `Text: version ${version.number}, ${words} words, SHA-256 ${inline(version.sha256)}`,
    ]),
  ]
}

function placeName({ source, paragraphs }: Place): string {
  if (!source) return 'not in the case'
  if (!paragraphs) return `S${source.number}`
  const { first, last } = paragraphs
  return `S${source.number} ¶ ${first === last ? first : `${first}–${last}`}`
}
