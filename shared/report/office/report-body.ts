import { checkableKinds } from '../../coverage/checkables.js'
import type { ClaimCard } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { conflictNames } from '../html/findings.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import { headerNotes } from '../header-notes.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import { sections, type SectionId } from '../sections.js'
import { wordingOf, type Label, type Wording } from '../wording.js'
import { claimHeading, claimLines, evidenceLine, noteLine, wording } from './claim-lines.js'

/** A table of texts with a head row. `shares` are the widths of its columns as parts of the whole. */
export interface BodyTable {
  kind: 'table'
  shares: readonly number[]
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A part of a report as word processors have them, in no file format yet. */
export type BodyBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'quotation'; text: string }
  /** The whole text of a source, with its claims. */
  | { kind: 'text'; source: SourceEntry }
  | BodyTable

const writers: Partial<Record<SectionId, (model: ReportModel, words: Wording) => BodyBlock[]>> = {
  'must-fix': ({ mustFix }, words) =>
    claimTable(mustFix, words, 'No claim has a verdict that calls for a change.'),
  queries: ({ queries }, words) => claimTable(queries, words, 'No query is open.'),
  overview,
  text: ({ sources }) =>
    sources.flatMap((source): BodyBlock[] => [
      { kind: 'heading', level: 2, text: `S${source.number} ${source.record.title}` },
      { kind: 'text', source },
    ]),
  claims: ({ cards }, words) =>
    cards.length
      ? cards.flatMap((card) => claimCard(card, words))
      : empty('No claims have been marked yet.', words),
  conflicts,
  findings: ({ findings }, words) =>
    findingTable(findings, words, 'The automatic checks reported nothing that is open or was accepted.'),
  dismissed: ({ dismissed }, words) => findingTable(dismissed, words, 'No finding was dismissed.'),
  sources: sourceTable,
  method: ({ method }) =>
    [method.can, method.cannot, ...method.limits].map((text) => ({ kind: 'paragraph', text })),
  'sign-off': signOffTable,
  log,
}

/** The report in the order of its parts; a picture has no place in it. */
export function reportBody(model: ReportModel): BodyBlock[] {
  const words = wordingOf(model.language)
  const parts = sections.filter(({ id }) => model.sections.includes(id) && writers[id])
  return [
    { kind: 'title', text: `${words.say('Fact-check report')}: ${model.title}` },
    ...about(model, words).map((text): BodyBlock => ({ kind: 'paragraph', text })),
    ...parts.flatMap(({ id, label }): BodyBlock[] => [
      { kind: 'heading', level: 1, text: words.say(label) },
      ...writers[id]!(model, words),
    ]),
  ]
}

function about(model: ReportModel, words: Wording): string[] {
  const { checker, generatedAt, program, standing } = model
  return [
    `${words.say('Checked by')}: ${checker || words.say('not named')}. ${words.say('Report made')}: ${words.instant(generatedAt)}, ${program}. ${words.say('State')}: ${standing.label}.`,
    ...headerNotes(model, words),
  ]
}

function empty(label: Label, words: Wording): BodyBlock[] {
  return [{ kind: 'paragraph', text: words.say(label) }]
}

function tableOf(
  columns: readonly (readonly [Label, number])[],
  rows: readonly (readonly string[])[],
  words: Wording,
): BodyTable {
  const head = columns.map(([label]) => words.say(label))
  return { kind: 'table', shares: columns.map(([, share]) => share), head, rows }
}

function claimTable(cards: readonly ClaimCard[], words: Wording, none: Label): BodyBlock[] {
  if (!cards.length) return empty(none, words)
  const rows = cards.map(({ number, context, place, verdict, correction, anchored, evidence }) => [
    String(number),
    `${context.quote}${anchored ? '' : ` (${words.say('not in the current text')})`}`,
    placeName(place, words),
    verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet'),
    correction === null ? '' : wording(correction, words),
    evidence.map((piece) => evidenceLine(piece, words)).join('\n'),
  ])
  const columns = [
    ['Claim', 0.11],
    ['As written', 0.27],
    ['Place', 0.1],
    ['Verdict', 0.18],
    ['Proposed wording', 0.19],
    ['Evidence', 0.15],
  ] as const
  return [tableOf(columns, rows, words)]
}

function claimCard(card: ClaimCard, words: Wording): BodyBlock[] {
  const paragraph = (text: string): BodyBlock => ({ kind: 'paragraph', text })
  const missing = card.anchored ? '' : ` (${words.say('not in the current text')})`
  return [
    { kind: 'heading', level: 3, text: claimHeading(card, words) },
    { kind: 'quotation', text: `${card.context.quote}${missing}` },
    paragraph(`${words.say('Place')}: ${placeName(card.place, words)}`),
    ...claimLines(card, words).map(paragraph),
    ...card.notes.map((note) => paragraph(noteLine(note, words))),
  ]
}

function overview({ summary, sources }: ReportModel, words: Wording): BodyBlock[] {
  const counts = (head: Label, rows: string[][]): BodyTable =>
    tableOf(
      [
        [head, 0.7],
        ['Claims', 0.3],
      ],
      rows,
      words,
    )
  const coverage = sources.filter((source) => source.coverage)
  return [
    counts(
      'Verdict',
      summary.verdicts
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => [verdict?.label ?? words.say('No verdict yet'), String(count)]),
    ),
    counts(
      'Status',
      summary.statuses.filter(({ count }) => count > 0).map(({ label, count }) => [label, String(count)]),
    ),
    ...(coverage.length ? [coverageTable(coverage, words)] : []),
  ]
}

function coverageTable(sources: readonly SourceEntry[], words: Wording): BodyTable {
  const share = 0.72 / checkableKinds.length
  return {
    kind: 'table',
    shares: [0.28, ...checkableKinds.map(() => share)],
    head: [words.say('What the claims cover'), ...checkableKinds.map(({ label }) => words.label(label))],
    rows: sources.map(({ number, record, coverage }) => [
      `S${number} ${record.title}`,
      ...coverage!.map(({ covered, total }) => (total ? `${covered} / ${total}` : '–')),
    ]),
  }
}

function conflicts({ conflicts }: ReportModel, words: Wording): BodyBlock[] {
  if (!conflicts.length) {
    return empty('No passages were found or marked that contradict or repeat each other.', words)
  }
  const rows = conflicts.map(({ kind, sides, finding }) => {
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

function findingTable(findings: readonly FindingEntry[], words: Wording, none: Label): BodyBlock[] {
  if (!findings.length) return empty(none, words)
  const rows = findings.map(({ number, message, passages, severityLabel, stateLabel, decision }) => [
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
  const rows = sources.map(({ number, record, grade, version }) => {
    const { title, author, publisher, published, url, accessed, originalSha256 } = record
    const cited = [author, title, publisher, published && words.date(published), url]
    const seen = accessed && `${words.say('Accessed')} ${words.date(accessed)}`
    const read = words.say('version {number}', { number: version.number })
    return [
      `S${number}`,
      [...cited, seen].filter(Boolean).join(', '),
      grade ?? words.say('not graded'),
      `${read}, SHA-256 ${version.sha256}\n${words.say('File')}: SHA-256 ${originalSha256}`,
    ]
  })
  const columns = [
    ['Source', 0.11],
    ['Citation', 0.43],
    ['Grade', 0.12],
    ['Text', 0.34],
  ] as const
  return [tableOf(columns, rows, words)]
}

function signOffTable({ signOff }: ReportModel, words: Wording): BodyBlock[] {
  const rows = signOff.map(({ role, name, signature }) => [
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
  return [tableOf(columns, rows, words)]
}

function log({ log }: ReportModel, words: Wording): BodyBlock[] {
  if (!log) return empty('The log is not part of this report.', words)
  if (!log.entries.length) return empty('The log has no entries yet.', words)
  const rows = log.entries.map(({ sequence, at, actor, action }) => [
    String(sequence),
    words.instant(at),
    actor,
    action,
  ])
  const columns = [
    ['No.', 0.1],
    ['When', 0.25],
    ['Who', 0.25],
    ['What', 0.4],
  ] as const
  return [tableOf(columns, rows, words)]
}
