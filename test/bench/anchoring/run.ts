import { readFileSync } from 'node:fs'
import { argv, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { contextOf } from '../../../shared/anchoring/quote.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { quantile, timed } from '../case-file/measure.js'
import { edited } from './edited-text.js'
import { fatesOf, judged, type Range, type Verdict } from './judge.js'
import { below, prose, randomFrom, type Random } from './prose.js'
import { ways, type Task, type Way } from './ways.js'

/*
 * Carries quotes to edited texts in several ways, in turns, and prints for each how many quotes that still stand were found
 * right, how many were put in a wrong place, and how long it took. The texts, edits and quotes follow from their seeds.
 */
const sizes = [100_000, 1_000_000]
const shares = [0.001, 0.01, 0.05]
/** The share of paragraphs that are moved. */
const moved = 0.01

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    quotes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    text: { type: 'string' },
  },
})

interface Result {
  way: Way
  verdict: Verdict
  times: number[]
}

/** Quotes from word to word, three to twenty-five words long; one in thirty reaches into the next paragraph. */
function quotesOf(random: Random, text: string, count: number): Task['quotes'] {
  const quotes: Task['quotes'][number][] = []
  while (quotes.length < count) {
    const start = text.indexOf(' ', below(random, text.length)) + 1
    const end = endAfterWords(text, start, 3 + below(random, 23))
    const exact = text.slice(start, end)
    if (start === 0 || end <= start || (exact.includes('\n') && random() > 0.2)) continue
    quotes.push({ start, end, exact, ...contextOf(text, start, end) })
  }
  return quotes
}

function endAfterWords(text: string, start: number, words: number): number {
  const word = /\S+\s*/y
  word.lastIndex = start
  let end = start
  for (let count = 0; count < words && word.test(text); count++) end = word.lastIndex
  return start + text.slice(start, end).trimEnd().length
}

function measured(text: string, share: number): Result[] {
  const random = randomFrom(Math.round(text.length + share * 10_000))
  const quotes = quotesOf(random, text, Number(values.quotes))
  const version = edited(random, text, share, moved)
  const fates = fatesOf(version, quotes)
  const results = ways.map((way): Result => ({
    way,
    verdict: { standing: 0, right: 0, wrong: 0 },
    times: [],
  }))
  for (let run = 0; run < Number(values.runs); run++) {
    for (const result of results) {
      let found: (Range | null)[] = []
      // A string that was put together is flattened by its first reader, who would pay for the others.
      const task = { before: text, after: Buffer.from(version.text).toString(), quotes }
      task.after.indexOf('\u0000')
      result.times.push(timed(() => (found = result.way.find(task))))
      result.verdict = judged(fates, found)
      stderr.write('.')
    }
  }
  return results
}

/** A table of the ways on one text: the ratio is to the time of approximate search. */
function tableOf(results: readonly Result[]): string {
  const time = ({ times }: Result) => quantile(times, 0.5)
  const scored = results.find(({ way }) => way.name.startsWith('approximate'))!
  const rows = results.map((result) => {
    const { standing, right, wrong } = result.verdict
    const share = `${((100 * right) / standing).toFixed(1)} % of ${standing}`
    const ratio = (time(result) / time(scored)).toFixed(2)
    return [result.way.name.padEnd(26), share.padStart(14), String(wrong), time(result).toFixed(0), ratio]
  })
  const head = ['way'.padEnd(26), 'found right', 'wrong place', 'ms', 'ratio']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The texts to measure on: generated ones, or the file that was named. */
function texts(): string[] {
  if (values.text) return [normaliseText(readFileSync(values.text, 'utf8'))]
  return sizes.map((size) => prose(randomFrom(size), size))
}

for (const text of texts()) {
  for (const share of shares) {
    const results = measured(text, share)
    const size = (text.length / 1000).toFixed(0)
    stdout.write(`\n${size} KB, ${share * 100} % changed, ${moved * 100} % of paragraphs moved\n\n`)
    stdout.write(`${tableOf(results)}\n`)
  }
}
