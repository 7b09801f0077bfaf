import { execFileSync } from 'node:child_process'
import { argv, execArgv, execPath, stdout } from 'node:process'
import { deflateRawSync } from 'node:zlib'
import { buildReportFile } from '../../../electron/workers/build-report.js'
import { buildForm } from '../../../shared/report/build-form.js'
import { usualRequest, type ReportFormId } from '../../../shared/report/forms.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { noMaterial } from '../../../shared/report/material.js'
import { parse } from 'csv-parse/sync'
import { quantile, timed } from '../case-file/measure.js'
import { bareCsv, bareHtml, bareJson } from './bare.js'
import { largeCase } from './large-case.js'
import { peakGrowth } from './peak-memory.js'

/*
 * Measures each form of a report of a large case, from its snapshot to the bytes of its file, against the bare writing of a
 * file of the same size in the same run, in turns: for HTML the escaping and joining of as many letters, for JSON
 * `JSON.stringify` of the same data, for CSV the quoting of the same cells, for packages the escaping, joining and
 * compressing of as many letters. What it takes to read the case into the model, which all forms but JSON-LD are written
 * from, is measured by itself and left out of the ratio.
 * Memory is how far the resident memory of a process of its own rose while one file was made, the model included, as a
 * multiple of its size.
 */
const option = (name: string, usual: number): number =>
  Number(argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual)

const sizes = { claims: option('claims', 10_000), bytes: option('bytes', 1_000_000) }
const runs = option('runs', 5)
const origin = { checker: 'Ada', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet' }
const { snapshot } = largeCase(sizes)

const goals: Partial<Record<ReportFormId, number>> = { html: 2, json: 2, csv: 2, docx: 1.3 }
const forms: ReportFormId[] = [
  'html',
  'pdf',
  'docx',
  'odt',
  'md',
  'md-notes',
  'txt',
  'csv',
  'json',
  'json-ld',
]

const made = (form: ReportFormId): string | Uint8Array =>
  buildReportFile(snapshot, usualRequest(form), origin, noMaterial)

/** The bare writing of what this form wrote: as many letters, the same data, the same cells or the same parts. */
function bareOf(form: ReportFormId, content: string | Uint8Array): () => unknown {
  const built = buildForm(snapshot, usualRequest(form), origin)
  if (typeof built !== 'string') {
    const parts = built.map((part) => part.content.match(/[\s\S]{1,200}/g) ?? [])
    return () => parts.map((pieces) => deflateRawSync(Buffer.from(bareHtml(pieces))).byteLength)
  }
  if (form === 'json' || form === 'json-ld') {
    const value: unknown = JSON.parse(built)
    return () => bareJson(value)
  }
  if (form === 'csv') {
    const rows = parse(built, { bom: true }) as string[][]
    return () => bareCsv(rows)
  }
  const pieces = String(content).match(/[\s\S]{1,200}/g) ?? []
  return () => bareHtml(pieces)
}

function sizeOf(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
}

/** Measures one form in this process, which has made nothing before. */
async function measured(form: ReportFormId): Promise<string> {
  const growth = await peakGrowth(() => made(form))
  const content = made(form)
  const size = sizeOf(content)
  const bare = bareOf(form, content)
  bare()
  const stet: number[] = []
  const model: number[] = []
  const plain: number[] = []
  for (let run = 0; run < runs; run++) {
    plain.push(timed(bare))
    stet.push(timed(() => made(form)))
    model.push(form === 'json-ld' ? 0 : timed(() => buildReport(snapshot, origin)))
  }
  const [all, read] = [quantile(stet, 0.5), quantile(model, 0.5)]
  const [own, other] = [all - read, quantile(plain, 0.5)]
  const goal = goals[form]
  const cells = [
    (size / 1e6).toFixed(1),
    other.toFixed(0),
    read.toFixed(0),
    own.toFixed(0),
    (own / other).toFixed(2),
    goal ? `<= ${goal}` : '',
    (growth / 1e6).toFixed(0),
    (growth / size).toFixed(1),
  ]
  return `| ${[form.padEnd(8), ...cells.map((cell) => cell.padStart(8))].join(' | ')} |`
}

const one = forms.find((form) => argv.includes(`--form=${form}`))
if (one) {
  stdout.write(`${await measured(one)}\n`)
} else {
  stdout.write(`${sizes.claims} claims, ${sizes.bytes} letters, median of ${runs}, a process a form\n`)
  stdout.write(
    '| form     |       MB | bare, ms | model ms | form, ms |    ratio |     goal |  peak MB |   peak x |\n',
  )
  stdout.write(
    '| ---      |      --- |      --- |      --- |      --- |      --- |      --- |      --- |      --- |\n',
  )
  for (const form of forms)
    execFileSync(execPath, [...execArgv, ...argv.slice(1), `--form=${form}`], { stdio: 'inherit' })
}
