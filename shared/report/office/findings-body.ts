import { conflictNames, type Conflict } from '../conflicts.js'
import type { DatedPassage } from '../dated-passages.js'
import { decidedBy, explanationOf, lineInWords } from '../finding-explanation.js'
import type { FindingEntry, FindingPassage } from '../finding-entries.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import type { ReportModel } from '../report-model.js'
import type { Wording } from '../wording.js'
import { empty, factsTogether, rowsOf, tableOf, type BodyBlock } from './body-blocks.js'

/** Passages that do not go together, or that say the same, side by side. */
export function conflicts({ conflicts }: ReportModel, words: Wording): BodyBlock[] {
  if (!conflicts.length) {
    return empty('No passages were found or marked that contradict or repeat each other.', words)
  }
  const columns = [
    ['Link', 0.2],
    ['Passage', 0.4],
    ['Other passage', 0.4],
  ] as const
  return [
    tableOf(
      columns,
      rowsOf(conflicts, (conflict) => conflictRow(conflict, words)),
      words,
    ),
  ]
}

function conflictRow({ kind, sides, finding }: Conflict, words: Wording): string[] {
  const [first, ...others] = sides.map(({ claim, quote, place }) => {
    const name = claim === null ? '' : `${words.say('Claim {number}', { number: claim })} `
    return `${name}${inQuotationMarks(quote, words)} (${placeName(place, words)})`
  })
  const link = `${words.say(conflictNames[kind])}${finding ? ` (F${finding.number} ${finding.categoryLabel})` : ''}`
  return [link, first ?? '', others.join('\n')]
}

/** The timeline as a table: these formats have no picture of it. */
export function timeline({ dated }: ReportModel, words: Wording): BodyBlock[] {
  if (!dated.length) return empty('Nothing in this report has a date.', words)
  const columns = [
    ['When', 0.3],
    ['Passage', 0.43],
    ['Claim or finding', 0.16],
    ['Source', 0.11],
  ] as const
  return [
    tableOf(
      columns,
      rowsOf(dated, (passage) => datedRow(passage, words)),
      words,
    ),
  ]
}

function datedRow({ date, quote, claim, finding, source, isExcluded }: DatedPassage, words: Wording) {
  return [
    isExcluded ? `${date}\n≠ ${words.say('dated differently elsewhere')}` : date,
    inQuotationMarks(quote, words),
    claim === null ? `F${finding}` : words.say('Claim {number}', { number: claim }),
    `S${source}`,
  ]
}

/** Open and accepted findings in full, so that each can be verified by hand. */
export function* findings({ findings }: ReportModel, words: Wording): Generator<BodyBlock, void> {
  if (!findings.length) {
    yield* empty('The automatic checks reported nothing that is open or was accepted.', words)
  }
  for (const finding of findings) yield* findingCard(finding, words)
}

function findingCard(finding: FindingEntry, words: Wording): BodyBlock[] {
  const { number, categoryLabel, severityLabel, stateLabel, message, passages } = finding
  return [
    {
      kind: 'heading',
      level: 3,
      text: `F${number} ${categoryLabel}: ${severityLabel}, ${stateLabel}`,
    },
    ...factsTogether([
      { label: words.say('What is wrong'), text: message },
      { label: words.say('As written'), text: quotesOf(passages, words) },
      ...explanationOf(finding, words).map(({ label, lines }) => ({
        label,
        text: lines.map((line) => lineInWords(line, words)).join('\n'),
      })),
    ]),
  ]
}

/** Findings that a person judged not to matter, with the reason given. */
export function dismissed({ dismissed }: ReportModel, words: Wording): BodyBlock[] {
  if (!dismissed.length) return empty('No finding was dismissed.', words)
  const rows = rowsOf(dismissed, ({ number, categoryLabel, message, passages, decision }) => [
    `F${number} ${categoryLabel}`,
    `${message}\n${quotesOf(passages, words)}`,
    [decision?.reason || words.say('None given'), decision && decidedBy(decision, words)]
      .filter(Boolean)
      .join('\n'),
  ])
  const columns = [
    ['Finding', 0.22],
    ['What was reported', 0.46],
    ['Reason for dismissing', 0.32],
  ] as const
  return [tableOf(columns, rows, words)]
}

/** The passages of a finding with where they stand, a line each. */
export function quotesOf(passages: readonly FindingPassage[], words: Wording): string {
  return passages
    .map(({ quote, place }) => `${inQuotationMarks(quote, words)} (${placeName(place, words)})`)
    .join('\n')
}
