import type { App, Event } from 'electron'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyProgram, targetIn, type CopiedProgram } from '../../helpers/copied-program.js'

/*
 * Programs that tell of their own start: a driver that looks from outside would take part in what is measured. Each is a copy to
 * which a few lines are added, the same on both sides of the comparison.
 */

/** What a watched program prints in a line after `told`, as JSON. */
export interface Told {
  /** Milliseconds from when the system made the process until its window was shown. */
  shown: number
  /** The same until the page's first frame, of its ground or the places of what is to come. */
  framed: number
  /** The same until the first frame with content. */
  painted: number
  /** The same until the first frame after what was waited for stood on the page. */
  usable: number
  /** Milliseconds of processor time that all processes had used by then. */
  processor: number
  /** What it took when it was left alone, if it was asked for that. */
  idle: Idle | null
}

export interface Idle {
  /** Percent of one processor, all processes together. */
  processor: number
  /** Mebibytes of all processes together, shared pages counted in each. */
  memory: number
}

/** Begins the line. */
export const told = 'told '

/** Set to milliseconds, first for settling and then for being watched: it is left alone for so long before it ends. */
export const idleVariable = 'STET_BENCH_IDLE'

/** What the page writes to its console once it is there. */
type Drawn = Pick<Told, 'framed' | 'painted' | 'usable'>

/** The built program, which tells when `awaited`, a selector, stands on its first page, and ends. */
export function watchedProgram(awaited: string): CopiedProgram {
  const copy = copyProgram()
  const out = join(copy.folder, 'out')
  appendFileSync(join(out, 'main/main.cjs'), `\n;(${tell})(require('electron').app, ${names})`)
  const page = readFileSync(join(out, 'renderer/index.html'), 'utf8')
  const script = join(out, 'renderer', /src="\.\/(assets\/[^"]+\.js)"/.exec(page)![1]!)
  // First: the rest of it goes on until the case is drawn.
  writeFileSync(script, `(${watch})(${JSON.stringify(awaited)});\n${readFileSync(script, 'utf8')}`)
  return copy
}

/** An Electron with a window and a page of one line, which tells the same. */
export function watchedBare(): CopiedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bare-'))
  const page = `<!doctype html><title>bare</title><p>bare</p><script>(${watch})('p')</script>`
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "version": "1.0.0", "main": "main.cjs" }')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow().loadURL(${JSON.stringify(`data:text/html,${encodeURIComponent(page)}`)}))
;(${tell})(app, ${names})`,
  )
  return {
    folder,
    target: targetIn(folder),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

const names = JSON.stringify({ told, idleVariable })

/** Goes into the program's main process as text, so it must not use anything of this file. */
function tell(app: App, { told, idleVariable }: { told: string; idleVariable: string }): void {
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds))
  const since = (at: number): number => at - process.getCreationTime()!
  const processor = (): number =>
    app.getAppMetrics().reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0) * 1000, 0)

  const leftAlone = async ([settling, watched]: [number, number]): Promise<Idle> => {
    await wait(settling)
    const before = processor()
    await wait(watched)
    const after = processor()
    const memory = app.getAppMetrics().reduce((sum, one) => sum + one.memory.workingSetSize, 0)
    return { processor: ((after - before) / watched) * 100, memory: memory / 1024 }
  }
  app.once('browser-window-created', (_event: Event, window) => {
    let shown = NaN
    const note = (): void => void (shown = since(Date.now()))
    // One that is made visible is so before anybody can hear of it.
    if (window.isVisible()) note()
    else window.once('show', note)
    window.webContents.on('console-message', (event: Event & { message?: string }, ...rest: unknown[]) => {
      const message = event.message ?? String(rest[1])
      if (!message.startsWith('drawn ')) return
      const used = processor()
      const drawn = JSON.parse(message.slice('drawn '.length)) as Drawn
      const idle = process.env[idleVariable]
      void (idle ? leftAlone(JSON.parse(idle) as [number, number]) : Promise.resolve(null)).then((left) => {
        const said: Told = {
          shown,
          framed: since(drawn.framed),
          painted: since(drawn.painted),
          usable: since(drawn.usable),
          processor: used,
          idle: left,
        }
        process.stdout.write(`${told}${JSON.stringify(said)}\n`, () => app.quit())
      })
    })
  })
}

/** Goes into the page as text. Says when what is awaited was drawn, in milliseconds since 1970. */
function watch(awaited: string): void {
  const paintOf = (name: string): number | undefined => performance.getEntriesByName(name)[0]?.startTime
  const say = (usable: number): void => {
    const framed = paintOf('first-paint')
    const painted = paintOf('first-contentful-paint')
    if (framed === undefined || painted === undefined) return void setTimeout(say, 10, usable)
    const { timeOrigin } = performance
    const drawn = { framed: timeOrigin + framed, painted: timeOrigin + painted, usable: timeOrigin + usable }
    // oxlint-disable-next-line no-console -- the main process hears it.
    console.log(`drawn ${JSON.stringify(drawn)}`)
  }
  const look = (): void => {
    if (!document.querySelector(awaited)) return
    changes.disconnect()
    requestAnimationFrame(() => say(performance.now()))
  }
  const changes = new MutationObserver(look)
  changes.observe(document, { childList: true, subtree: true })
  look()
}
