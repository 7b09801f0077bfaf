import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { temporaryHome } from '../../helpers/running-app.js'
import { fillWorkbenchCase } from '../workbench/workbench-case.js'
import { measureStart } from './measure-start.js'
import { watchedBare, watchedProgram, type Idle, type Told } from './watched-program.js'

/* Starts a bare page, the program without a case, and the program with its last case, in turns. */

const { values } = parseArgs({
  args: argv.slice(2),
  options: { runs: { type: 'string' }, claims: { type: 'string' } },
})
const runs = Number(values.runs ?? 11)
const claims = Number(values.claims ?? 1000)

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN

const bareHome = await mkdtemp(join(tmpdir(), 'stet-bare-home-'))
const fresh = await temporaryHome()
const used = await temporaryHome()
const file = join(used.home, 'Last.stet')
fillWorkbenchCase(file, { claims, findings: Math.round(claims / 5) })

const bare = watchedBare()
const startScreen = watchedProgram('.start-ways')
const lastCase = watchedProgram('.text-document p')
const subjects = [
  { name: 'a bare page', target: bare.target, home: bareHome },
  { name: 'Stet, no case', target: startScreen.target, home: fresh.home },
  { name: 'Stet, last case', target: lastCase.target, home: used.home },
].map((subject) => ({ ...subject, starts: [] as Told[], idle: null as Idle | null }))

try {
  await measure()
} finally {
  for (const { remove } of [bare, startScreen, lastCase]) remove()
  for (const folder of [bareHome, fresh.home, used.home]) await rm(folder, { recursive: true, force: true })
}
print()

async function measure(): Promise<void> {
  // The case is opened once by hand; from then on it is the last one.
  await measureStart({ ...lastCase.target, args: [...lastCase.target.args, file] }, used.home)
  // Every program has been started once, as on any day but the first.
  for (const { target, home } of subjects) await measureStart(target, home)
  for (let run = 0; run < runs; run++)
    for (const { target, home, starts } of subjects) starts.push(await measureStart(target, home))
  for (const subject of subjects)
    subject.idle = (await measureStart(subject.target, subject.home, { alone: true })).idle
}

function print(): void {
  type Moment = 'shown' | 'framed' | 'painted' | 'usable' | 'processor'
  const of = (starts: readonly Told[], what: Moment): number => median(starts.map((start) => start[what]))
  const floor = subjects[0]!.starts
  /** Milliseconds, and how many times the same of the bare page. */
  const beside = (starts: readonly Told[], what: Moment): string =>
    `${of(starts, what).toFixed(0)} | ${(of(starts, what) / of(floor, what)).toFixed(2)}`

  stdout.write(`medians of ${runs} starts, the last case with ${claims.toLocaleString('en')} claims\n\n`)
  stdout.write(
    '| | window, ms | x bare | first frame, ms | x bare | content, ms | x bare | usable, ms | x bare | processor until then, ms | x bare | idle, % of a processor | memory, MiB |\n',
  )
  stdout.write(`|${' --- |'.repeat(13)}\n`)
  for (const { name, starts, idle } of subjects) {
    const moments = ['shown', 'framed', 'painted', 'usable', 'processor'] as const
    const columns = moments.map((what) => beside(starts, what))
    stdout.write(
      `| ${name} | ${columns.join(' | ')} | ${idle?.processor.toFixed(2)} | ${idle?.memory.toFixed(0)} |\n`,
    )
  }
}
