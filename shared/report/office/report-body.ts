import type { ClaimCard } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { conflictNames } from '../html/findings.js'
import { datesOfWork } from '../html/front-page.js'
import { kindLabels } from '../html/record.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import { headerNotes } from '../header-notes.js'
import { logNote, signatureNote } from '../closing-notes.js'
import type { ReportModel } from '../report-model.js'
import { sections, type SectionId } from '../sections.js'
import { wordingOf, type Label, type Wording } from '../wording.js'
import { empty, paragraph, rowsOf, tableOf, type BodyBlock } from './body-blocks.js'
import { claimHeading, claimLines, noteLine, quoteOf } from './claim-lines.js'
import { mustFix, overview, queries } from './front-body.js'
import { method } from './method-body.js'

const writers: Partial<Record<SectionId, (model: ReportModel, words: Wording) => Iterable<BodyBlock>>> = {
  'must-fix': mustFix,
  queries,
  overview,
  text: ({ sources }) =>
    sources.flatMap((source): BodyBlock[] => [
      { kind: 'heading', level: 2, text: `S${source.number} ${source.record.title}` },
      { kind: 'text', source },
    ]),
  *claims({ cards }, words) {
    if (!cards.length) yield* empty('No claims have been marked yet.', words)
    for (const card of cards) yield* claimCard(card, words)
  },
  conflicts,
  timeline,
  findings: ({ findings }, words) =>
    findingTable(findings, words, 'The automatic checks reported nothing that is open or was accepted.'),
  dismissed: ({ dismissed }, words) => findingTable(dismissed, words, 'No finding was dismissed.'),
  sources: sourceTable,
  method,
  'sign-off': signOffTable,
  log,
}

/** The report in the order of its parts, each made as it is asked for. */
export function* reportBody(model: ReportModel): Generator<BodyBlock, void> {
  const words = wordingOf(model.language)
  yield { kind: 'title', text: `${words.say('Fact-check report')}: ${model.title}` }
  for (const text of about(model, words)) yield { kind: 'paragraph', text }
  for (const { id, label } of sections) {
    if (!model.sections.includes(id) || !writers[id]) continue
    yield { kind: 'heading', level: 1, text: words.say(label) }
    yield* writers[id](model, words)
  }
}

function about(model: ReportModel, words: Wording): string[] {
  const { checker, generatedAt, program, standing, work } = model
  return [
    `${words.say('Checked by')}: ${checker || words.say('not named')}. ${words.say('State')}: ${standing.label}. ${words.say('Work recorded')}: ${datesOfWork(work, words)}. ${words.say('Report made')}: ${words.instant(generatedAt)}, ${program}.`,
    ...headerNotes(model, words),
  ]
}

function claimCard(card: ClaimCard, words: Wording): BodyBlock[] {
  return [
    { kind: 'heading', level: 3, text: claimHeading(card, words) },
    { kind: 'quotation', text: quoteOf(card, words) },
    paragraph(`${words.say('Place')}: ${placeName(card.place, words)}`),
    ...claimLines(card, words).map(paragraph),
    ...card.notes.map((note) => paragraph(noteLine(note, words))),
  ]
}

function conflicts({ conflicts }: ReportModel, words: Wording): BodyBlock[] {
  if (!conflicts.length) {
    return empty('No passages were found or marked that contradict or repeat each other.', words)
  }
  const rows = rowsOf(conflicts, ({ kind, sides, finding }) => {
    const [first, ...others] = sides.map(({ claim, quote, place }) => {
      const name = claim === null ? '' : `${words.say('Claim {number}', { number: claim })} `
      return `${name}${inQuotationMarks(quote)} (${placeName(place, words)})`
    })
    const link = `${words.say(conflictNames[kind])}${finding ? ` (F${finding.number} ${finding.categoryLabel})` : ''}`
    return [link, first ?? '', others.join('\n')]
  })
  const columns = [
    ['Link', 0.2],
    ['Passage', 0.4],
    ['Other passage', 0.4],
  ] as const
  return [tableOf(columns, rows, words)]
}

/** The timeline as a table: these formats have no picture of it. */
function timeline({ dated }: ReportModel, words: Wording): BodyBlock[] {
  if (!dated.length) return empty('Nothing in this report has a date.', words)
  const rows = rowsOf(dated, ({ date, quote, claim, finding, source, isExcluded }) => [
    isExcluded ? `${date}\n≠ ${words.say('dated differently elsewhere')}` : date,
    inQuotationMarks(quote),
    claim === null ? `F${finding}` : words.say('Claim {number}', { number: claim }),
    `S${source}`,
  ])
  const columns = [
    ['When', 0.27],
    ['Passage', 0.45],
    ['Claim', 0.16],
    ['Source', 0.12],
  ] as const
  return [tableOf(columns, rows, words)]
}

function findingTable(findings: readonly FindingEntry[], words: Wording, none: Label): BodyBlock[] {
  if (!findings.length) return empty(none, words)
  const rows = rowsOf(findings, ({ number, message, passages, severityLabel, stateLabel, decision }) => [
    `F${number}`,
    passages.map(({ quote, place }) => `${inQuotationMarks(quote)} (${placeName(place, words)})`).join('\n'),
    message,
    `${severityLabel}, ${stateLabel}${decision?.reason ? `: ${decision.reason}` : ''}`,
  ])
  const columns = [
    ['Finding', 0.12],
    ['As written', 0.38],
    ['What is wrong', 0.32],
    ['State', 0.18],
  ] as const
  return [tableOf(columns, rows, words)]
}

function sourceTable({ sources }: ReportModel, words: Wording): BodyBlock[] {
  if (!sources.length) return empty('There are no sources in this case yet.', words)
  const rows = rowsOf(sources, ({ number, record, grade, version }) => {
    const { title, author, publisher, published, url, accessed, kind, fileName, originalSha256 } = record
    const cited = [author, title, publisher, published && words.date(published), url]
    const seen = accessed && `${words.say('Accessed')} ${words.date(accessed)}`
    const read = words.say('version {number}', { number: version.number })
    return [
      `S${number}`,
      [...cited, seen].filter(Boolean).join(', '),
      `${grade ?? words.say('not graded')}${kind === 'unspecified' ? '' : `\n${words.say(kindLabels[kind])}`}`,
      `${read}, SHA-256 ${version.sha256}\n${fileName ?? words.say('pasted text')}, SHA-256 ${originalSha256}`,
    ]
  })
  const columns = [
    ['Source', 0.1],
    ['Citation', 0.37],
    ['Grade', 0.18],
    ['Text', 0.35],
  ] as const
  return [tableOf(columns, rows, words)]
}

function signOffTable(model: ReportModel, words: Wording): BodyBlock[] {
  const rows = model.signOff.map(({ role, name, signature }) => [
    role,
    name,
    signature
      ? `${words.say('In the case file')}${signature.isStale ? ` (${words.say('Changed since')})` : ''}`
      : '',
    signature ? words.instant(signature.at) : '',
  ])
  const columns = [
    ['Role', 0.22],
    ['Name', 0.3],
    ['Signature', 0.27],
    ['Date', 0.21],
  ] as const
  return [paragraph(signatureNote(model, words)), tableOf(columns, rows, words)]
}

function log({ log }: ReportModel, words: Wording): BodyBlock[] {
  if (!log) return empty('The log is not part of this report.', words)
  if (!log.entries.length) return empty('The log has no entries yet.', words)
  const rows = rowsOf(log.entries, ({ sequence, at, actor, action }) => [
    String(sequence),
    words.instant(at),
    actor,
    words.action(action),
  ])
  const columns = [
    ['No.', 0.1],
    ['When', 0.28],
    ['Who', 0.22],
    ['What', 0.4],
  ] as const
  return [paragraph(logNote(log, words)), tableOf(columns, rows, words)]
}
