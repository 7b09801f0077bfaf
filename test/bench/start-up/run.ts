import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { launchTarget } from '../../helpers/electron-runtime.js'
import { temporaryHome } from '../../helpers/running-app.js'
import { fillWorkbenchCase } from '../workbench/workbench-case.js'
import { bareTarget } from '../../security/bare-target.js'
import { measureIdle, measureStart, type Idle, type Start } from './measure-start.js'

/* Starts a bare page, the program without a case, and the program with its last case, in turns. */

const { values } = parseArgs({
  args: argv.slice(2),
  options: { runs: { type: 'string' }, claims: { type: 'string' } },
})
const runs = Number(values.runs ?? 7)
const claims = Number(values.claims ?? 1000)

interface Measured {
  name: string
  starts: Start[]
  idle: Idle | null
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN

const bareHome = await mkdtemp(join(tmpdir(), 'stet-bare-'))
const fresh = await temporaryHome()
const used = await temporaryHome()
const file = join(used.home, 'Last.stet')
fillWorkbenchCase(file, { claims, findings: Math.round(claims / 5) })

const subjects = [
  { name: 'a bare page', target: bareTarget(), home: bareHome, awaited: 'p' },
  { name: 'Stet, no case', target: launchTarget(), home: fresh.home, awaited: 'text=Try the sample case' },
  { name: 'Stet, last case', target: launchTarget(), home: used.home, awaited: '.text-document p' },
]
const measured: Measured[] = subjects.map(({ name }) => ({ name, starts: [], idle: null }))

// The case is opened once by hand; from then on it is the last one.
const first = await measureStart(launchTarget([file]), used.home, '.text-document p')
await first.app.close()

for (let run = 0; run < runs; run++) {
  for (const [index, { target, home, awaited }] of subjects.entries()) {
    const { start, app } = await measureStart(target, home, awaited)
    measured[index]!.starts.push(start)
    if (run === runs - 1) measured[index]!.idle = await measureIdle(app)
    await app.close()
  }
}

const of = (starts: readonly Start[], what: keyof Start): number => median(starts.map((start) => start[what]))
const floor = measured[0]!.starts
/** Milliseconds, and how many times the same of the bare page. */
const beside = (starts: readonly Start[], what: keyof Start): string =>
  `${of(starts, what).toFixed(0)} | ${(of(starts, what) / of(floor, what)).toFixed(2)}`

stdout.write(`medians of ${runs} starts, the last case with ${claims.toLocaleString('en')} claims\n\n`)
stdout.write(
  '| | first frame, ms | x bare | content, ms | x bare | usable, ms | x bare | processor until then, ms | x bare | idle, % of a processor | memory, MiB |\n',
)
stdout.write(`|${' --- |'.repeat(11)}\n`)
for (const { name, starts, idle } of measured) {
  const columns = (['framed', 'painted', 'usable', 'processor'] as const).map((what) => beside(starts, what))
  stdout.write(
    `| ${name} | ${columns.join(' | ')} | ${idle?.processor.toFixed(2)} | ${idle?.memory.toFixed(0)} |\n`,
  )
}
for (const folder of [bareHome, fresh.home, used.home]) await rm(folder, { recursive: true, force: true })
