import { en } from 'chrono-node'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { createChecker, type CheckSource } from '../../../shared/checks/run-checks.js'
import { extractDates } from '../../../shared/checks/extract/dates.js'
import { cpuUsage } from 'node:process'
import { quantile, timed } from '../case-file/measure.js'

/** What was measured, by the clock and of the processor's time, with its goal in words; an empty goal is there to compare with. */
export interface Speed {
  name: string
  figure: string
  cpu: string
  goal: string
}

/** Milliseconds of an act by the clock, and of the processor: on a busy machine only the latter tells of the act alone. */
interface Taken {
  clock: number
  cpu: number
}

function taken(act: () => unknown): Taken {
  const before = cpuUsage()
  const clock = timed(act)
  const { user, system } = cpuUsage(before)
  return { clock, cpu: (user + system) / 1000 }
}

const published = '2020-06-15'

/** Measures extraction beside two libraries, and checks from one paragraph to a large case. */
export function measureSpeed(texts: readonly string[], runs: number): Speed[] {
  return [...extraction(texts, runs), ...checking(texts, runs)]
}

/** How many texts each library reads in a round: enough to outlast the clock, little enough for the slow ones. */
const textsInRound = 12

function extraction(texts: readonly string[], runs: number): Speed[] {
  const few = texts.slice(0, textsInRound)
  const megabytes = few.join('').length / 1e6
  const wink = winkNLP(model)
  const reference = new Date(published)
  const readers: [string, string, (text: string) => unknown][] = [
    ['dates, Stet', '>= 2 MB/s', (text) => extractDates(text, { published })],
    ['dates, chrono-node', '', (text) => en.parse(text, reference)],
    ['words and parts of speech, wink-nlp', '', (text) => wink.readDoc(text).tokens().out()],
  ]
  const times = new Map<string, Taken[]>(readers.map(([name]) => [name, []]))
  // In turns, so that all meet the same load.
  for (let run = 0; run < runs; run++) {
    for (const [name, , read] of readers) {
      times.get(name)?.push(taken(() => few.forEach(read)))
    }
  }
  return readers.map(([name, goal]) => {
    const rate = (kind: keyof Taken): string => {
      const seconds =
        quantile(
          (times.get(name) ?? []).map((one) => one[kind]),
          0.5,
        ) / 1000
      return `${(megabytes / seconds).toFixed(2)} MB/s`
    }
    return { name, figure: rate('clock'), cpu: rate('cpu'), goal }
  })
}

const wordsInSource = 2000
const sourcesInCase = 100

function checking(texts: readonly string[], runs: number): Speed[] {
  const single = [{ id: 'one', text: texts[0] ?? '', published }]
  const many = largeCase(texts)
  const cold = Array.from({ length: 3 }, () => taken(() => createChecker().run(many)))
  const checker = createChecker()
  checker.run(many)
  const edits = Array.from({ length: runs }, (_, run) =>
    taken(() => checker.run(edited(many, (run * 37) % many.length, run))),
  )
  const ofOne = createChecker()
  ofOne.run(single)
  const paragraphs = Array.from({ length: runs }, (_, run) => taken(() => ofOne.run(edited(single, 0, run))))
  return [
    milliseconds('a paragraph changes in a source of one text', paragraphs, '<= 5 ms'),
    milliseconds(`${sourcesInCase} sources of ${wordsInSource} words, cold`, cold, '<= 3000 ms'),
    milliseconds(`one edit in ${sourcesInCase} sources of ${wordsInSource} words`, edits, '<= 50 ms'),
  ]
}

function milliseconds(name: string, times: readonly Taken[], goal: string): Speed {
  const at = (kind: keyof Taken, share: number): string =>
    quantile(
      times.map((one) => one[kind]),
      share,
    ).toFixed(1)
  return {
    name,
    figure: `${at('clock', 0.5)} ms (p95 ${at('clock', 0.95)})`,
    cpu: `${at('cpu', 0.5)} ms`,
    goal,
  }
}

/** Sources of about two thousand words each, from texts taken in different orders. */
function largeCase(texts: readonly string[]): CheckSource[] {
  const paragraphs = texts.flatMap((text) => text.split('\n\n')).filter((text) => text.length > 200)
  return Array.from({ length: sourcesInCase }, (_, source) => {
    const chosen: string[] = []
    let words = 0
    for (let at = source * 7; words < wordsInSource; at += 1 + (source % 3)) {
      const paragraph = varied(paragraphs[at % paragraphs.length] ?? '', source, at)
      chosen.push(paragraph)
      words += paragraph.split(/\s+/).length
    }
    return { id: String(source), text: chosen.join('\n\n'), published }
  })
}

/** Another year for each source, so that the sources are alike but not the same. */
function varied(text: string, source: number, at: number): string {
  const aged = text.replace(/\b(1[89]\d\d)\b/g, (year) => String(Number(year) - (source % 40)))
  return `${aged} See page ${source + 1} of file ${at + 1}.`
}

/** The sources with a sentence more in the middle of one. */
function edited(sources: readonly CheckSource[], index: number, run: number): CheckSource[] {
  return sources.map((source, at) => {
    if (at !== index) return source
    const middle = source.text.indexOf('. ', source.text.length / 2) + 2
    const sentence = `Inspector Halvard Brekke, aged ${20 + (run % 60)}, called on ${1 + (run % 28)} May 2011. `
    return { ...source, text: source.text.slice(0, middle) + sentence + source.text.slice(middle) }
  })
}
