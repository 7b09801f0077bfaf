import { argv, stdout } from 'node:process'
import type { ImportHandlers } from '../../../electron/workers/import-handlers.js'
import { parserResources } from '../../../electron/service/imports/parser-job.js'
import { startWorker } from '../../../electron/workers/start-worker.js'
import { quantile } from '../case-file/measure.js'
import { bareDocx, barePdf, bareText } from './bare.js'
import { docxOf, pdfOf, textOf } from './files.js'

/*
 * Measures how long the import worker takes from the bytes of a file to the source that a case stores (text and document), with
 * the copying of both between threads, beside the bare reading of the same bytes in the same run, in turns. The bare reading
 * makes nothing: it only goes through the letters. "copied" is what it takes to copy the finished source once, as any worker
 * must to hand it over; the last ratio counts it to the bare reading. All is warm; what a new worker costs before, as each file
 * has one of its own, is measured by itself: from its start to its first answer.
 */
const runs = Number(argv.find((one) => one.startsWith('--runs='))?.split('=')[1] ?? 7)
const megabyte = 1024 * 1024
const workers = new URL('../../../out/workers/', import.meta.url)

const files: { name: string; bytes: Uint8Array; bare: (bytes: Uint8Array) => unknown }[] = [
  { name: '1mb.docx', bytes: docxOf(megabyte), bare: bareDocx },
  { name: '200 pages.pdf', bytes: pdfOf(200), bare: barePdf },
  { name: '5mb.txt', bytes: textOf(5 * megabyte), bare: bareText },
]

async function timedLater(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const started = (): ReturnType<typeof startWorker<ImportHandlers>> =>
  startWorker<ImportHandlers>(workers, 'import-worker', {
    resourceLimits: parserResources,
    onCrash: (error) => {
      throw error
    },
  })

async function firstAnswer(): Promise<number> {
  const file = { name: 'a.txt', bytes: new TextEncoder().encode('It burned.'), encoding: null }
  let worker: ReturnType<typeof started> | null = null
  const took = await timedLater(() => {
    worker = started()
    return worker.remote.preview(file)
  })
  await worker!.stop()
  return took
}

async function rowOf({ name, bytes, bare }: (typeof files)[number]): Promise<string> {
  const worker = started()
  const read = (): Promise<unknown> => worker.remote.parse({ name, bytes, encoding: null }, null, false)
  const stet: number[] = []
  const plain: number[] = []
  const copied: number[] = []
  const source = await read()
  await bare(bytes)
  for (let run = 0; run < runs; run++) {
    plain.push(await timedLater(() => bare(bytes)))
    stet.push(await timedLater(read))
    copied.push(await timedLater(() => structuredClone(source)))
  }
  await worker.stop()
  const [own, other, copy] = [stet, plain, copied].map((times) => quantile(times, 0.5)) as [
    number,
    number,
    number,
  ]
  const times = [other, copy, own].map((time) => time.toFixed(0))
  const ratios = [own / other, own / (other + copy)].map((ratio) => ratio.toFixed(2))
  const cells = [(bytes.byteLength / megabyte).toFixed(1), ...times, ...ratios]
  return `| ${[name.padEnd(13), ...cells.map((cell) => cell.padStart(8))].join(' | ')} |`
}

stdout.write(`median of ${runs}\n`)
stdout.write('| file          |       MB | bare, ms |   copied | Stet, ms |  to bare |  to both |\n')
stdout.write('| ---           |      --- |      --- |      --- |      --- |      --- |      --- |\n')
for (const file of files) stdout.write(`${await rowOf(file)}\n`)
const starts: number[] = []
for (let run = 0; run < runs; run++) starts.push(await firstAnswer())
stdout.write(`a new worker, from its start to its first answer: ${quantile(starts, 0.5).toFixed(0)} ms\n`)
