import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drivesPackage, launchTarget } from '../helpers/electron-runtime.js'
import { homeEnvironment } from '../helpers/packaged-program.js'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/**
 * The guards one by one, without the policy of the window’s page before them: in a page of its own, out of sight, which a
 * stranger’s code has all to itself. Each of these fails when its guard is taken away.
 */
describe('a page without a policy, under the guards of the program', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  let server: Server
  let address: string
  const arrived: string[] = []

  beforeAll(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    server = createServer((request, response) => {
      arrived.push(request.url ?? '')
      response.end('reached')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await running.app.evaluate(async ({ BrowserWindow, session }) => {
      const page = new BrowserWindow({ show: false, webPreferences: { sandbox: true, webviewTag: true } })
      Object.assign(globalThis, { bare: page, seen: [] as string[] })
      const { seen } = globalThis as unknown as { seen: string[] }
      session.defaultSession.on('will-download', (event) =>
        seen.push(event.defaultPrevented ? 'download stopped' : 'download'),
      )
      page.webContents.on('did-attach-webview', () => seen.push('webview'))
      await page.loadURL('data:text/html,<title>bare</title><body>bare')
    })
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    server.close()
    await home.remove()
  })

  /** Runs code in the page, as if somebody had clicked, and gives it time to take effect. */
  const run = (code: string): Promise<unknown> =>
    running.app.evaluate(async (_electron, asked) => {
      const { bare } = globalThis as unknown as { bare: Electron.BrowserWindow }
      const result = (await bare.webContents.executeJavaScript(asked, true)) as unknown
      await new Promise((resolve) => setTimeout(resolve, 500))
      return result
    }, code)
  const url = (): Promise<string> =>
    running.app.evaluate(() =>
      (globalThis as unknown as { bare: Electron.BrowserWindow }).bare.webContents.getURL(),
    )
  const seen = (): Promise<string[]> =>
    running.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)

  it('makes no request', async () => {
    expect(
      await run(`fetch('${address}/fetch', { mode: 'no-cors' }).then(() => 'sent', () => 'stopped')`),
    ).toBe('stopped')
    await run(`new Image().src = '${address}/image'; 0`)
    expect(arrived).toEqual([])
  })

  it('finds no name, not even its own computer’s', async () => {
    const found = await running.app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(
        () => 'found',
        () => 'not found',
      ),
    )
    expect(found).toBe('not found')
  })

  it('goes nowhere', async () => {
    await run(`location.href = '${address}/navigation'; 0`)
    await run("location.href = 'mailto:desk@example.org'; 0")
    await run("const link = document.createElement('a'); link.href = 'app://stet/index.html'; link.click()")
    expect(await url()).toMatch(/^data:/)
  })

  it('lets no frame in it go anywhere', async () => {
    await run("document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: 'inner' })); 0")
    await run("frames[0].location.href = 'data:text/html,elsewhere'; 0")
    const within = await running.app.evaluate(() =>
      (globalThis as unknown as { bare: Electron.BrowserWindow }).bare.webContents.mainFrame.frames.map(
        (frame) => frame.url,
      ),
    )
    expect(within).toEqual(['about:srcdoc'])
  })

  it('follows no redirection, not even one of its own address', async () => {
    const arrivedAt = await running.app.evaluate(async ({ BrowserWindow, session }) => {
      const other = session.fromPartition('redirected')
      const address = 'app://stet/redirected'
      other.protocol.handle('app', ({ url }) =>
        url === address
          ? new Response('', { status: 302, headers: { Location: 'app://stet/there' } })
          : new Response('there', { headers: { 'Content-Type': 'text/html' } }),
      )
      const page = new BrowserWindow({ show: false, webPreferences: { sandbox: true, session: other } })
      await page.loadURL('app://stet/elsewhere')
      await page.loadURL(address).catch(() => {})
      const found = page.webContents.getURL()
      page.destroy()
      return found
    })
    expect(arrivedAt).toBe('app://stet/elsewhere')
  })

  it('opens no window', async () => {
    const windows = (): Promise<number> =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    const before = await windows()
    expect(await run("open('about:blank') === null")).toBe(true)
    expect(await windows()).toBe(before)
  })

  it('embeds no other page', async () => {
    await run(
      "const view = document.createElement('webview'); view.src = 'data:text/html,x'; document.body.append(view); 0",
    )
    expect(await seen()).not.toContain('webview')
  })

  it('downloads nothing', async () => {
    await run(
      "const file = document.createElement('a'); file.download = 'x.txt'; file.href = 'data:text/plain,x'; file.click()",
    )
    expect(await seen()).toContain('download stopped')
    expect(await seen()).not.toContain('download')
  })

  it('is allowed nothing that it asks for', async () => {
    const asked = await running.page.evaluate(() => {
      // A question that nobody answers gives nothing either.
      const late = new Promise<string>((resolve) => setTimeout(resolve, 3000, 'no answer'))
      const given = (asking: Promise<unknown>): Promise<string> =>
        Promise.race([
          late,
          asking.then(
            (answer) => String(answer),
            (error: Error) => error.name,
          ),
        ])
      return Promise.all([
        given(Notification.requestPermission()),
        given(navigator.clipboard.readText().then(() => 'granted')),
        given(navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted')),
        given(navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)),
      ])
    })
    expect(asked[0]).toBe('denied')
    expect(asked[3]).toBe('denied')
    expect(asked).not.toContain('granted')
  })

  it('is spell-checked by nobody who would fetch a dictionary, and sends no datagrams of WebRTC', async () => {
    const settings = await running.app.evaluate(({ BrowserWindow, session }) => [
      session.defaultSession.isSpellCheckerEnabled(),
      ...BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getWebRTCIPHandlingPolicy()),
    ])
    expect(settings).toEqual([false, 'disable_non_proxied_udp', 'disable_non_proxied_udp'])
  })
})

describe.skipIf(drivesPackage())('a program that is shipped', () => {
  it('does not start when it is to be driven from outside, and says so', async () => {
    const home = await temporaryHome()
    const { executablePath, args, env } = launchTarget()
    // Which makes it take itself for one that is shipped: the package of the tests is made to be driven.
    const shipped = homeEnvironment({ ...env, ELECTRON_FORCE_IS_PACKAGED: '1' }, home.home)
    const { status, stderr } = spawnSync(executablePath, [...args, '--remote-debugging-port=0'], {
      env: shipped,
      encoding: 'utf8',
      timeout: 20_000,
    })
    await home.remove()
    expect(stderr).toContain('Stet does not start with "--remote-debugging-port=0"')
    expect(status).toBe(2)
  })
})

describe('the ways out of the program', () => {
  it('are one place for addresses and one for files', () => {
    const folder = join(import.meta.dirname, '../../electron')
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    expect(code.match(/\bopenExternal\(/g)).toHaveLength(1)
    expect(code.match(/\bopenPath\(/g)).toHaveLength(1)
  })
})
