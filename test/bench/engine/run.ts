import { join } from 'node:path'
import { argv, env, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { extractDates } from '../../../shared/checks/extract/dates.js'
import { type CategoryScore, type EngineCase, scoreCases } from './case-score.js'
import { chronoDates } from './chrono-dates.js'
import { type AnnotatedText, scoreDates } from './date-score.js'
import { recordsIn, recordsOf } from './json-lines.js'
import { measureSpeed } from './speed.js'

/*
 * What the engine reads, what it finds and how fast, each beside its goal. The repository's own cases always run; a folder
 * with more is named by `--data=` or STET_ENGINE_DATA.
 */
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    data: { type: 'string', default: env.STET_ENGINE_DATA ?? '' },
    misses: { type: 'boolean', default: false },
    runs: { type: 'string', default: '20' },
  },
})
const own = import.meta.dirname

function print(text = ''): void {
  stdout.write(`${text}\n`)
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    print(`| ${cells.join(' | ')} |`)
  }
}

const readers: [string, Parameters<typeof scoreDates>[1]][] = [
  ['Stet', (text, published) => extractDates(text, { published })],
  ['chrono-node', chronoDates],
]

function dates(file: string, texts: readonly AnnotatedText[]): void {
  print(`\nDates in ${file}: ${texts.length} texts`)
  const scores = readers.map(([name, read]) => ({ name, ...scoreDates(texts, read) }))
  const head = ['reader', 'strict F1', 'relaxed F1', 'value F1', 'calendar P', 'calendar R']
  const goal = ['goal', '', '', '82 to 87', '93', '96']
  table([
    head,
    head.map(() => '---'),
    ...scores.map(({ name, strict, relaxed, value, calendarPrecision, calendarRecall }) => [
      name,
      ...[strict, relaxed, value, calendarPrecision, calendarRecall].map((figure) => figure.toFixed(1)),
    ]),
    goal,
  ])
  if (values.misses) scores[0]?.errors.forEach((error) => print(`  ${error}`))
}

const percent = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(0)} %` : '-'

function rowOf(name: string, { planted, found, falseFindings }: CategoryScore): string[] {
  const counts = [planted, falseFindings].map(String)
  return [name, ...counts, percent(found, planted), percent(found, found + falseFindings)]
}

function findings(file: string, cases: readonly EngineCase[]): void {
  const { categories, cleanWords, falseOnClean, errorsOnClean, misses } = scoreCases(cases)
  const total = { planted: 0, found: 0, falseFindings: 0 }
  for (const score of categories.values()) {
    total.planted += score.planted
    total.found += score.found
    total.falseFindings += score.falseFindings
  }
  print(`\nFindings in ${file}: ${cases.length} cases`)
  const head = ['category', 'planted', 'false', 'recall', 'precision']
  const byName = [...categories].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = byName.map(([name, score]) => rowOf(name, score))
  table([head, head.map(() => '---'), ...rows, rowOf('all', total), ['goal', '', '', '90 %', '90 %']])
  const perThousand = (count: number) => ((1000 * count) / (cleanWords || 1)).toFixed(2)
  print(
    `${perThousand(falseOnClean)} false findings in 1,000 of ${cleanWords} clean words (goal 0.3), ${perThousand(errorsOnClean)} of them errors (goal 0.02)`,
  )
  if (values.misses) misses.forEach((miss) => print(`  ${miss}`))
}

for (const folder of [own, values.data].filter(Boolean)) {
  for (const [file, texts] of recordsIn<AnnotatedText>(join(folder, 'dates'))) dates(file, texts)
  const cases =
    folder === own ? recordsIn<EngineCase>(own) : recordsIn<EngineCase>(join(folder, 'consistency'))
  for (const [file, records] of cases) findings(file, records)
}

print('\nSpeed')
const prose = recordsOf<EngineCase>(join(own, 'prose.jsonl')).flatMap(({ docs }) =>
  docs.map(({ text }) => text),
)
const speeds = measureSpeed(prose, Number(values.runs))
table([
  ['act', 'by the clock', 'of the processor', 'goal'],
  ['---', '---', '---', '---'],
  ...speeds.map(({ name, figure, cpu, goal }) => [name, figure, cpu, goal]),
])
