import { _electron, type ElectronApplication } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTarget } from '../helpers/electron-runtime.js'
import { homeEnvironment } from '../helpers/packaged-program.js'
import { temporaryHome } from '../helpers/running-app.js'
import { bareTarget } from './bare-target.js'
import { watchNet, watchProblem, type NetWatch } from './net-watch.js'
import { waysOut, type Target } from './ways-out.js'

/** Milliseconds that a way is given to reach the network. */
const patience = 150

/**
 * Nothing gets out, even if code of a stranger ran in the window: every way is tried from inside the page. The control is
 * the same Electron without the guards, where the same code must get out.
 */
describe.skipIf(watchProblem())('ways out to the network', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let app: ElectronApplication
  let watch: NetWatch

  beforeAll(async () => {
    home = await temporaryHome()
  })
  afterAll(() => home.remove())

  async function start(target: ReturnType<typeof launchTarget>): Promise<void> {
    watch = await watchNet()
    const env = { ...homeEnvironment(target.env, home.home), ...watch.env }
    app = await _electron.launch({ ...target, env })
    await (await app.firstWindow()).waitForLoadState('domcontentloaded')
  }

  /** Runs one way in the first window and says what the network saw meanwhile. */
  async function tryWay(code: string, number: number): Promise<string[]> {
    const before = watch.seen().length
    const [page] = app.windows()
    const target: Target = {
      url: `http://127.0.0.1:${watch.port}/${number}`,
      name: `http://way-${number}.probe.example/`,
      host: '127.0.0.1',
      port: watch.port,
    }
    const names = Object.keys(target).join()
    const values = Object.values(target).map((value) => JSON.stringify(value))
    // A page that goes away under the call has got out as well.
    await page!.evaluate(`((${names}) => { ${code} })(${values.join()})`).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, patience))
    return watch.seen().slice(before)
  }

  it('all end in the window', async () => {
    await start(launchTarget())
    try {
      const out: Record<string, string[]> = {}
      const [page] = app.windows()
      await page!.getByRole('button', { name: /Try the sample case/ }).click()
      await page!.getByRole('tab', { name: /Sources 3/ }).waitFor()
      for (const [number, [name, code]] of Object.entries(waysOut).entries()) {
        const seen = await tryWay(code, number)
        if (seen.length) out[name] = seen
      }
      await new Promise((resolve) => setTimeout(resolve, 2000))
      expect(out).toEqual({})
      expect(watch.seen()).toEqual([])
      expect(page!.url()).toBe('app://stet/index.html')
      expect(app.windows()).toHaveLength(1)
      expect(await page!.evaluate(() => document.body.innerText)).toMatch(/Sources\s*3/)
    } finally {
      await app.close()
      watch.end()
    }
  })

  it('lead out where nothing guards them', async () => {
    await start(bareTarget())
    try {
      const out: string[] = []
      for (const [number, [name, code]] of Object.entries(waysOut).entries()) {
        await app.windows()[0]!.goto('data:text/html,<body>bare')
        if ((await tryWay(code, number)).length) out.push(name)
      }
      process.stderr.write(
        `ways out: ${out.length} of ${Object.keys(waysOut).length} lead out without guards\n`,
      )
      expect(out.length).toBeGreaterThanOrEqual(34)
    } finally {
      await app.close()
      watch.end()
    }
  })
})
