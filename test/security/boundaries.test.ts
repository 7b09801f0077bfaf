import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls, type CallName } from '../../shared/ipc/contract.js'
import type { Result } from '../../shared/ipc/result.js'
import { mostFor } from '../../shared/ipc/size.js'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** What the preload script puts into the page (renderer/bridge/bridge.ts). */
declare global {
  interface Window {
    stet: { call: (name: string, argument: unknown) => Promise<Result<unknown>> }
  }
}

const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { in: nested(depth - 1) })

/** Keys that lead to the prototype, as JSON can carry them and an object literal cannot. */
const polluting = ['__proto__', 'constructor', 'prototype'].map(
  (key) => JSON.parse(`{ "${key}": { "polluted": true, "isAdmin": true } }`) as unknown,
)

const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  '',
  'x',
  '\0',
  '../../etc/passwd',
  'file:///etc/passwd',
  "'; DROP TABLE claims; --",
  'x'.repeat(20_000),
  [],
  [null],
  [[]],
  Array.from({ length: 2000 }, () => 'x'),
  {},
  nested(12),
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(16),
  /x/,
  ...polluting,
]

const keys = [
  'id',
  'key',
  'text',
  'title',
  'do',
  'path',
  'query',
  'url',
  'parts',
  'name',
  'svg',
  'fields',
  'ids',
]

/** At least 200 arguments, of which those that a call takes are left out. */
const wrong: unknown[] = [
  ...values,
  ...keys.flatMap((key) => values.map((value) => ({ [key]: value }))),
  ...polluting.map((value) => ({ do: 'edit-claim', id: 'x', fields: value })),
]

const names = Object.keys(calls) as CallName[]

/** Calls whose right argument is none: every other value is wrong for them. */
const isWrongFor = (name: CallName, value: unknown): boolean => !calls[name].argument.safeParse(value).success

/** What the main process does with what it is asked, whoever asks and whatever with. */
describe('the boundary between the window and the rest', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeAll(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
    // What the checks find goes into the case by itself.
    await running.page.evaluate(() => window.stet.call('check.run', undefined))
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  /** What is in the case, but for where a person is in it, which the window keeps by itself. */
  const stateOfCase = (): Promise<string> =>
    running.page.evaluate(async () => {
      const result = await window.stet.call('app.start', undefined)
      const { open } = (result.ok ? result.value : {}) as { open?: { info: unknown; records: unknown } }
      return JSON.stringify([open?.info, open?.records])
    })

  it('refuses every wrong argument by name, and nothing changes', async () => {
    const before = await stateOfCase()
    await running.page.evaluate((list) => void Object.assign(window, { wrongArguments: list }), wrong)
    let asked = 0
    for (const name of names) {
      const these = [...wrong.keys()].filter((index) => isWrongFor(name, wrong[index]))
      expect(these.length, name).toBeGreaterThanOrEqual(200)
      asked += these.length
      const kinds = await running.page.evaluate(
        async ([call, indices]) => {
          const { wrongArguments } = window as unknown as { wrongArguments: unknown[] }
          const results = await Promise.all(
            indices.map((index) => window.stet.call(call, wrongArguments[index])),
          )
          return [...new Set(results.map((result) => (result.ok ? 'taken' : result.error.kind)))]
        },
        [name, these] as const,
      )
      expect(kinds, name).toEqual(['invalid'])
    }
    process.stderr.write(`boundary: ${asked} wrong arguments to ${names.length} calls, all refused\n`)
    expect((await stateOfCase()) === before, 'the case is as it was').toBe(true)
    expect(await running.app.evaluate(() => 'polluted' in {} || 'isAdmin' in {})).toBe(false)
  })

  it('has no calls but its own', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'case.perform ',
      'CASE.PERFORM',
      '',
      'eval',
    ]) {
      const answer = await running.page.evaluate((call) => window.stet.call(call, undefined), name)
      expect(answer, name).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    }
  })

  it('passes nothing on that is too large', async () => {
    const received = (): Promise<number> =>
      running.app.evaluate(() => (globalThis as unknown as { received: number }).received)
    await running.app.evaluate(({ ipcMain }) => {
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...all: unknown[]) => unknown> }
      )._invokeHandlers
      const answer = handlers.get('stet:call')!
      Object.assign(globalThis, { received: 0 })
      handlers.set('stet:call', (...all) => {
        ;(globalThis as unknown as { received: number }).received++
        return answer(...all)
      })
    })
    const ask = (name: string, length: number): Promise<string> =>
      running.page.evaluate(
        async ([call, size]) => {
          const answer = await window.stet.call(call, { text: 'x'.repeat(size) })
          return answer.ok ? 'taken' : answer.error.kind
        },
        [name, length] as const,
      )
    // The control: what is just within arrives, and is refused for what it is.
    expect(await ask('case.rename', 999_900)).toBe('invalid')
    const arrived = await received()
    expect(arrived).toBeGreaterThan(0)
    // But for the few that carry whole texts, of which this computer would have to hold several.
    for (const name of names.filter((call) => mostFor(call) < 100_000_000))
      expect(await ask(name, mostFor(name)), name).toBe('too-large')
    expect(await received()).toBe(arrived)
  })

  it('takes nothing that cannot be plain data', async () => {
    const failed = await running.page.evaluate(() =>
      window.stet.call('case.rename', { title: () => 'x' }).then(
        () => false,
        () => true,
      ),
    )
    expect(failed).toBe(true)
  })

  it('answers no page but its own, even with the bridge in it', async () => {
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const found: unknown[] = []
        for (const address of ['data:text/html,<p>other', 'about:blank', 'app://stet/missing.html']) {
          const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
          await other.loadURL(address).catch(() => {})
          found.push(
            await other.webContents
              .executeJavaScript("window.stet ? window.stet.call('app.start') : 'no bridge'")
              .catch((error: Error) => error.message),
          )
          other.destroy()
        }
        return found
      },
      join(import.meta.dirname, '../../out/preload/preload.cjs'),
    )
    for (const answer of answers) {
      if (answer === 'no bridge') continue
      expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    }
    expect(JSON.stringify(answers)).not.toContain('"ok":true')
  })

  it('answers no page that has come into its own window', async () => {
    const ask = (address: string): Promise<unknown> =>
      running.app.evaluate(async ({ BrowserWindow }, asked) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!
        await webContents.loadURL(asked)
        return webContents.executeJavaScript("window.stet.call('app.start')") as Promise<unknown>
      }, address)
    expect(await ask('data:text/html,<p>other')).toMatchObject({
      ok: false,
      error: { kind: 'invalid', message: 'This page may not ask anything of Stet.' },
    })
    expect(await ask('app://stet/index.html')).toMatchObject({ ok: true })
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
  })

  it('answers no frame within its own page', async () => {
    const answers = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      await webContents.executeJavaScript(
        "document.body.append(Object.assign(document.createElement('iframe'), { id: 'inner' })); 0",
      )
      const handlers = (
        ipcMain as unknown as {
          _invokeHandlers: Map<
            string,
            (event: object, ...args: unknown[]) => Promise<{ ok: boolean; error?: object }>
          >
        }
      )._invokeHandlers
      const ask = handlers.get('stet:call')!
      const [inner] = webContents.mainFrame.frames
      const origin = inner?.origin
      const [own, within, gone] = await Promise.all(
        [webContents.mainFrame, inner, null].map((senderFrame) =>
          ask({ sender: webContents, senderFrame }, 'app.start', undefined),
        ),
      )
      await webContents.executeJavaScript("document.getElementById('inner').remove()")
      return { origin, own: own!.ok, within: within!.error, gone: gone!.error }
    })
    const refusal = { kind: 'invalid', message: 'This page may not ask anything of Stet.' }
    expect(answers).toEqual({ origin: 'app://stet', own: true, within: refusal, gone: refusal })
  })

  it('serves the files of the window and no others', async () => {
    const climbs = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '%252e%252e%252f',
      './../',
      '....//',
      '..;/',
    ]
    const aims = [
      'package.json',
      'main/main.cjs',
      'etc/passwd',
      'cli/stet.cjs',
      'preload/preload.cjs',
      'workers/db-worker.cjs',
    ]
    const addresses = climbs.flatMap((climb) =>
      aims.flatMap((aim) => [1, 3].map((times) => `app://stet/assets/${climb.repeat(times)}${aim}`)),
    )
    const served = await running.page.evaluate(async (list) => {
      const found: string[] = []
      for (const address of list) {
        const answer = await fetch(address).catch(() => null)
        if (answer?.ok) found.push(`${address} ${(await answer.text()).slice(0, 80)}`)
      }
      return found
    }, addresses)
    expect(served).toEqual([])
    expect(addresses.length).toBeGreaterThanOrEqual(100)
  })

  it('keeps the page without Node, in its sandbox, and with its policy', async () => {
    const { page, app } = running
    expect(
      await page.evaluate(() => [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ]),
    ).toEqual(['undefined', 'undefined'])
    const settings = await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const asked = (
        webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences()
      return [asked.sandbox, asked.contextIsolation, asked.nodeIntegration, asked.webviewTag]
    })
    expect(settings).toEqual([true, true, false, false])
    const [policy, sniffing] = await page.evaluate(async () => {
      const { headers } = await fetch('app://stet/index.html')
      return [headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')]
    })
    expect(sniffing).toBe('nosniff')
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default stet-preview ProseMirrorClipboard",
    )
    const markup = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<img src=x>'
        return 'taken'
      } catch (error) {
        return (error as Error).name
      }
    })
    expect(markup).toBe('TypeError')
    const permissions = await page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
          async (name) => {
            const status = await navigator.permissions
              .query({ name: name as PermissionName })
              .catch(() => null)
            return status?.state ?? 'denied'
          },
        ),
      ),
    )
    expect(new Set(permissions)).toEqual(new Set(['denied']))
  })
})
