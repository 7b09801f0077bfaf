import { execFileSync } from 'node:child_process'
import { argv, execArgv, execPath, stdout } from 'node:process'
import { deflateRawSync } from 'node:zlib'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CaseSession } from '../../../electron/service/cases/case-session.js'
import { handOverCase } from '../../../electron/service/reports/hand-over-case.js'
import { reportResources } from '../../../electron/service/reports/report-jobs.js'
import type { Remote } from '../../../electron/workers/port-rpc.js'
import type { ReportHandlers } from '../../../electron/workers/report-handlers.js'
import { startWorker } from '../../../electron/workers/start-worker.js'
import { writeReport } from '../../../electron/workers/write-report.js'
import { buildForm } from '../../../shared/report/build-form.js'
import { noHouseRules } from '../../../shared/domain/house-rules.js'
import { reportForm, usualRequest, type ReportFormId } from '../../../shared/report/forms.js'
import { usualLogEntries } from '../../../shared/report/log-extract.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { noMaterial } from '../../../shared/report/material.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { parse } from 'csv-parse/sync'
import { workers } from '../../electron/built-program.js'
import { quantile, timed } from '../case-file/measure.js'
import { bareCsv, bareHtml, bareJson } from './bare.js'
import { largeCase } from './large-case.js'
import { writeLargeCase } from './large-case-file.js'
import { peakGrowth } from './peak-memory.js'

/*
 * Measures each form of a report of a large case, from its snapshot to its file, written piece by piece, against the bare writing of a
 * file of the same size in the same run, in turns: for HTML the escaping and joining of as many letters, for JSON
 * `JSON.stringify` of the same data, for CSV the quoting of the same cells, for packages the escaping, joining and
 * compressing of as many letters. What it takes to read the case into the model, which all forms but JSON-LD are written
 * from, is measured by itself and left out of the ratio.
 * Memory is how far the resident memory of a process of its own rose while the case was handed from the worker that holds its
 * file to a worker with the program's limits, and that wrote one file: the case on both sides and the model included, as a
 * multiple of the file's size.
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

/** What a session needs beside a case; nothing of it is met here. */
const sessionOptions = {
  workers,
  emit: () => {},
  actor: () => 'Ada',
  backups: '',
  house: () => noHouseRules,
  onLost: () => {},
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-export-'))
const path = join(folder, 'report')
const barePath = join(folder, 'bare')

/** Writes a form into a file, as the program does. */
async function made(form: ReportFormId): Promise<void> {
  writeFileSync(path, '')
  await writeReport(path, snapshot, usualRequest(form), origin, noMaterial)
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const write = (content: string | Uint8Array): void => writeFileSync(barePath, content)

/** The bare writing of what this form wrote: as many letters, the same data, the same cells or the same parts. */
function bareOf(form: ReportFormId): () => void {
  const built = buildForm(snapshot, usualRequest(form), origin)
  if (Array.isArray(built)) {
    const parts = built.map(({ content }) =>
      inPieces(typeof content === 'string' ? content : wholeOf(content)),
    )
    return () => write(Buffer.concat(parts.map((pieces) => deflateRawSync(Buffer.from(bareHtml(pieces))))))
  }
  const content = wholeOf(built)
  if (form === 'json' || form === 'json-ld') {
    const value: unknown = JSON.parse(content)
    return () => write(bareJson(value))
  }
  if (form === 'csv') {
    const rows = parse(content, { bom: true }) as string[][]
    return () => write(bareCsv(rows))
  }
  const pieces = inPieces(content)
  return () => write(bareHtml(pieces))
}

const inPieces = (text: string): string[] => text.match(/[\s\S]{1,200}/g) ?? []

/**
 * How far the memory rises while a case is handed over and written, as the program does it. The workers have their code
 * loaded, and what can be checked in the texts is known, as it is once their coverage was shown.
 */
async function peakInProgram(form: ReportFormId, casePath: string): Promise<number> {
  const session = await CaseSession.open(casePath, sessionOptions)
  const { sources } = await session.read.records()
  for (const { id } of sources) await session.checkables(id)
  const { remote, stop } = startWorker<ReportHandlers>(workers, 'report-worker', {
    resourceLimits: reportResources,
  })
  await preview(remote)
  writeFileSync(path, '')
  const handOver = { logEntries: usualLogEntries, withCheckables: reportForm(form).holds === 'report' }
  const growth = await peakGrowth(() =>
    handOverCase(session, handOver, (...ports) =>
      remote.write(path, 'report', usualRequest(form), origin, ...ports),
    ),
  )
  await stop()
  await session.close()
  return growth
}

/** Lets the worker make the page of a case that has next to nothing. */
async function preview(remote: Remote<ReportHandlers>): Promise<void> {
  const small = join(folder, 'small.stet')
  writeLargeCase(small, { claims: 10, bytes: 1000 })
  const session = await CaseSession.open(small, sessionOptions)
  await handOverCase(session, { logEntries: usualLogEntries, withCheckables: true }, (...ports) =>
    remote.preview(usualRequest('html'), origin, ...ports),
  )
  await session.close()
}

/** Measures one form in this process, which has made nothing before. */
async function measured(form: ReportFormId, casePath: string): Promise<string> {
  const growth = await peakInProgram(form, casePath)
  await made(form)
  const size = readFileSync(path).byteLength
  const bare = bareOf(form)
  bare()
  const stet: number[] = []
  const model: number[] = []
  const plain: number[] = []
  for (let run = 0; run < runs; run++) {
    plain.push(timed(bare))
    stet.push(await timeOf(() => made(form)))
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
  const casePath = argv.find((argument) => argument.startsWith('--case='))!.slice('--case='.length)
  stdout.write(`${await measured(one, casePath)}\n`)
} else {
  stdout.write(`${sizes.claims} claims, ${sizes.bytes} letters, median of ${runs}, a process a form\n`)
  stdout.write(
    '| form     |       MB | bare, ms | model ms | form, ms |    ratio |     goal |  peak MB |   peak x |\n',
  )
  stdout.write(
    '| ---      |      --- |      --- |      --- |      --- |      --- |      --- |      --- |      --- |\n',
  )
  const casePath = join(folder, 'large.stet')
  writeLargeCase(casePath, sizes)
  for (const form of forms) {
    const ask = [`--case=${casePath}`, `--form=${form}`]
    execFileSync(execPath, [...execArgv, ...argv.slice(1), ...ask], { stdio: 'inherit' })
  }
}
rmSync(folder, { recursive: true, force: true })
