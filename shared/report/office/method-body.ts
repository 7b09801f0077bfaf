import type { ReportModel } from '../report-model.js'
import { gradeNote } from '../method.js'
import type { Wording } from '../wording.js'
import { paragraph, rowsOf, tableOf, type BodyBlock } from './body-blocks.js'

/** What was checked and how, and what the verdicts, the severities and the grades mean. */
export function method({ method }: ReportModel, words: Wording): BodyBlock[] {
  const { scope, can, cannot, limits } = method
  return [
    ...[scope, can, cannot, ...limits].map(paragraph),
    ...checks(method, words),
    ...scale(method, words),
    ...severities(method, words),
    paragraph(words.say(gradeNote)),
  ]
}

function checks({ checks }: ReportModel['method'], words: Wording): BodyBlock[] {
  const rows = rowsOf(checks, ({ label, looksFor, isOff, counts }) => [
    isOff ? `${label} (${words.say('off')})` : label,
    looksFor,
    ...[counts.open, counts.accepted, counts.dismissed, counts.all].map(String),
  ])
  const columns = [
    ['Check', 0.22],
    ['Looks for', 0.3],
    ['Open', 0.09],
    ['Accepted', 0.17],
    ['Dismissed', 0.14],
    ['All', 0.08],
  ] as const
  return [
    { kind: 'heading', level: 2, text: words.say('Automatic checks and their findings') },
    tableOf(columns, rows, words),
  ]
}

function scale({ verdicts }: ReportModel['method'], words: Wording): BodyBlock[] {
  const rows = rowsOf(verdicts, ({ verdict, meaning }) => [
    `${verdict.sign} ${verdict.label}`,
    verdict.mustFix ? `${meaning} ${words.say('Must be fixed.')}` : meaning,
  ])
  const columns = [
    ['Verdict', 0.3],
    ['Meaning', 0.7],
  ] as const
  return [{ kind: 'heading', level: 2, text: words.say('Verdicts') }, tableOf(columns, rows, words)]
}

function severities({ severities }: ReportModel['method'], words: Wording): BodyBlock[] {
  const rows = rowsOf(severities, ({ label, meaning, count }) => [label, meaning, String(count)])
  const columns = [
    ['Severity', 0.3],
    ['Meaning', 0.55],
    ['Findings', 0.15],
  ] as const
  return [
    { kind: 'heading', level: 2, text: words.say('Severity of findings') },
    tableOf(columns, rows, words),
  ]
}
