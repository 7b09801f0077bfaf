import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagedTarget } from '../helpers/electron-runtime.js'
import {
  copyPackage,
  handToNobody,
  homeEnvironment,
  nobody,
  quitPackage,
  startPackage,
  type StartedPackage,
} from '../helpers/packaged-program.js'
import { temporaryHome } from '../helpers/running-app.js'

let home: Awaited<ReturnType<typeof temporaryHome>>
let started: StartedPackage | null = null
const isRoot = process.getuid?.() === 0

beforeEach(async () => {
  home = await temporaryHome()
})
afterEach(async () => {
  await started?.browser.close().catch(() => {})
  started?.program.kill('SIGKILL')
  started = null
  await home.remove()
})

const start = async (...args: string[]): Promise<StartedPackage> => {
  started = await startPackage(home.home, packagedTarget(args))
  return started
}

const titleOf = ({ page }: StartedPackage): Promise<string> =>
  page.getByRole('textbox', { name: 'Title of the case' }).inputValue()

/** The file of a sample case that was made and left. */
async function keptSample(): Promise<string> {
  const program = await start()
  await program.page.getByRole('button', { name: /Try the sample case/ }).click()
  await program.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
  await quitPackage(program)
  const names = readdirSync(home.home, { recursive: true, encoding: 'utf8' })
  return join(
    home.home,
    names.find((name) => name.endsWith('.stet'))!,
  )
}

/** The packaged program, as a person would start it: does it start, work, and keep what was done? */
describe('the packaged program', () => {
  it('opens the sample case, finds what is planted, and shows it again on the next start', async () => {
    const first = await start()
    const { page } = first
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    await quitPackage(first)
    const again = await start()
    await again.page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    expect(await titleOf(again)).toContain('storm gate')
  })

  it('opens a case that a double click hands over, and a second one in the program that is there', async () => {
    const sample = await keptSample()
    const other = join(home.home, 'Other.stet')
    copyFileSync(sample, other)

    const again = await start(other)
    await again.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
    // While a case is open its log lies beside it.
    expect(existsSync(`${other}-wal`)).toBe(true)
    const { executablePath, args, env } = packagedTarget([sample])
    const second = spawn(executablePath, args, { env: homeEnvironment(env, home.home), stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
    const pages = () => again.browser.contexts().flatMap((context) => context.pages())
    await expect.poll(() => pages().length).toBe(2)
  })

  it.runIf(isRoot)('works for somebody who may not write to its folder, in Chromium’s sandbox', async () => {
    const copy = copyPackage()
    try {
      const display = handToNobody(home.home, copy)
      execFileSync('chmod', ['-R', 'a-w,a+rX', copy.folder])
      const env = { ...packagedTarget().env, ...display }
      started = await startPackage(home.home, { executablePath: copy.executablePath, args: [], env }, nobody)
      await started.page.getByRole('button', { name: /Try the sample case/ }).click()
      await started.page.getByRole('tab', { name: /Findings [1-9]/ }).waitFor()
      const renderers = processesOf(copy.folder).filter(({ args }) => args.includes('--type=renderer'))
      expect(renderers.length).toBeGreaterThan(0)
      // 2 is a filter of system calls, which Chromium sets in its sandbox only.
      for (const { status } of renderers) expect(status).toMatch(/^Seccomp:\t2$/m)
      for (const { status } of renderers) expect(status).toMatch(/^NoNewPrivs:\t1$/m)
    } finally {
      started?.program.kill('SIGKILL')
      copy.remove()
    }
  })

  it.each([
    ['--inspect-brk=0'],
    ['--remote-debugging-pipe'],
    ['--js-flags=--expose-gc'],
    ['--disable-web-security'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
    ['--renderer-cmd-prefix=touch'],
    ['--gpu-launcher=touch'],
  ])('does not start with %s, and says so', (misuse) => {
    const { executablePath, args, env } = packagedTarget([misuse])
    const { status, stderr } = spawnSync(executablePath, args, {
      env: homeEnvironment(env, home.home),
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(status).toBe(2)
    expect(stderr).toContain(`Stet does not start with ${JSON.stringify(misuse)}`)
  })

  it.each([
    ['ELECTRON_RUN_AS_NODE', '1'],
    ['NODE_OPTIONS', ''],
    ['ELECTRON_ENABLE_LOGGING', '1'],
  ])('runs no code that %s brings in', async (name, value) => {
    const proof = join(home.home, 'it-ran')
    const script = join(home.home, 'script.cjs')
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'yes')`)
    const target = packagedTarget([script])
    target.env[name] = value || `--require=${script}`
    started = await startPackage(home.home, target)
    await started.page.getByRole('button', { name: /Try the sample case/ }).waitFor()
    expect(existsSync(proof)).toBe(false)
    // The control: the same script does run where nothing is fused.
    spawnSync(process.execPath, [script])
    expect(existsSync(proof)).toBe(true)
  })

  it('loads no SQLite that STET_SQLITE_BINDING brings in', async () => {
    // A copy is a case that it does not know, which a process of its own looks at before it is opened.
    const other = join(home.home, 'Other.stet')
    copyFileSync(await keptSample(), other)
    const proof = join(home.home, 'it-ran')
    // Node takes a folder of that name for a library too, and runs the script in it.
    const library = join(home.home, 'library.node')
    mkdirSync(library)
    writeFileSync(
      join(library, 'index.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'yes')`,
    )
    const target = packagedTarget([other])
    target.env['STET_SQLITE_BINDING'] = library
    const { page } = (started = await startPackage(home.home, target))
    const sources = page.getByRole('tab', { name: /Sources 3/ })
    await expect.poll(async () => existsSync(proof) || (await sources.isVisible())).toBe(true)
    expect(existsSync(proof)).toBe(false)
  })

  it.runIf(isRoot)('does not start without Chromium’s sandbox where it can have it, and says so', () => {
    const copy = copyPackage()
    try {
      const display = handToNobody(home.home, copy)
      const env = { ...packagedTarget().env, ...display, ELECTRON_DISABLE_SANDBOX: '1' }
      const { status, stderr } = spawnSync(copy.executablePath, [], {
        env: homeEnvironment(env, home.home),
        cwd: home.home,
        uid: nobody,
        gid: nobody,
        encoding: 'utf8',
        timeout: 20_000,
      })
      expect(status).toBe(2)
      expect(stderr).toContain('Stet does not start while the variable ELECTRON_DISABLE_SANDBOX is set')
    } finally {
      copy.remove()
    }
  })

  it('has its fuses as they are to be shipped', async () => {
    const { ENABLE: on, DISABLE: off } = FuseState
    expect(await getCurrentFuseWire(packagedTarget().executablePath)).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    })
  })

  it('says why it does not start where it can keep nothing of its own', async () => {
    const file = join(home.home, 'no-folder')
    writeFileSync(file, '')
    const { executablePath, args, env } = packagedTarget()
    const program = spawn(executablePath, args, {
      env: homeEnvironment(env, file),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    try {
      let said = ''
      program.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
      await expect
        .poll(() => said, { timeout: 20_000 })
        .toContain('which cannot be written to: a part of its path')
    } finally {
      program.kill('SIGKILL')
    }
  })

  it('opens a case by the address that a Linux desktop hands over, in folders of any name', async () => {
    const folder = join(home.home, 'Fälle № 3 & ☃')
    mkdirSync(folder)
    const sample = await keptSample()
    const other = join(folder, 'Der Fall #1 Ä.stet')
    copyFileSync(sample, other)
    const again = await start(pathToFileURL(other).href)
    await again.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
    expect(existsSync(`${other}-wal`)).toBe(true)
  })

  it('says what is wrong with an argument that is no case', async () => {
    const letter = join(home.home, 'letter.stet')
    writeFileSync(letter, 'Dear sir')
    const { page } = await start(letter)
    const dialog = page.getByRole('dialog', { name: 'The case was not opened' })
    await dialog.getByText('letter.stet', { exact: false }).waitFor()
  })

  it('holds the licences of what it is made of, and nothing of its sources', () => {
    const resources = join(packagedTarget().executablePath, '..', 'resources')
    const asar = readFileSync(join(resources, 'app.asar'))
    const header = asar.toString('utf8', 16, 16 + asar.readUInt32LE(12))
    const files = JSON.parse(header) as { files: Record<string, unknown> }
    expect(Object.keys(files.files).sort()).toEqual(['node_modules', 'out', 'package.json', 'samples'])
    expect(header).toContain('third-party-licenses.md')
    expect(header).not.toMatch(/\.(tsx?|map)"/)
  })
})

interface Process {
  args: string
  status: string
}

/** The processes that were started from a folder, as the system's own files tell of them. */
function processesOf(folder: string): Process[] {
  return readdirSync('/proc').flatMap((id): Process[] => {
    try {
      const args = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return args.startsWith(folder) ? [{ args, status: readFileSync(`/proc/${id}/status`, 'utf8') }] : []
    } catch {
      return []
    }
  })
}
