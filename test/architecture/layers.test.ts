import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * Who may import whom is enforced by the linter and by the project references. Each row plants one violation in a copy
 * of the rooms and says which of the two must refuse it: a check that lets its violation through is no check.
 */
interface Violation {
  rule: string
  file: string
  code: string
  lint: boolean
  types: boolean
}

const violations: Violation[] = [
  row('shared imports no database', 'shared/domain/planted.ts', "import '../../db/marker.js'", true, true),
  row(
    'shared imports no process',
    'shared/domain/planted-b.ts',
    "import '../../electron/service/marker.js'",
    true,
    true,
  ),
  row(
    'shared imports no window',
    'shared/domain/planted-c.ts',
    "import '../../renderer/marker.js'",
    true,
    true,
  ),
  row('shared knows no Node', 'shared/domain/planted-d.ts', "import 'node:fs'", true, false),
  row(
    'shared has no Node globals',
    'shared/domain/planted-e.ts',
    'export const a = process.pid',
    false,
    true,
  ),
  row('shared has no DOM', 'shared/domain/planted-f.ts', 'export const a = document.title', false, true),
  row('shared imports no Electron', 'shared/domain/planted-g.ts', "import 'electron'", true, false),
  row('db imports no process', 'db/planted.ts', "import '../electron/service/marker.js'", true, true),
  row('db imports no window', 'db/planted-b.ts', "import '../renderer/marker.js'", true, true),
  row('db has no DOM', 'db/planted-c.ts', 'export const a = document.title', false, true),
  row('tables import no other table', 'db/tables/planted.ts', "import './marker.js'", true, false),
  row('only db opens SQLite', 'electron/service/planted.ts', "import 'better-sqlite3'", true, false),
  row('the service knows no Electron', 'electron/service/planted-b.ts', "import 'electron'", true, false),
  row(
    'the service imports no window',
    'electron/service/planted-c.ts',
    "import '../../renderer/marker.js'",
    true,
    true,
  ),
  row('workers know no Electron', 'electron/workers/planted.ts', "import 'electron'", true, false),
  row(
    'workers import no service',
    'electron/workers/planted-b.ts',
    "import '../service/marker.js'",
    false,
    true,
  ),
  row('the command line knows no Electron', 'electron/cli/planted.ts', "import 'electron'", true, false),
  row(
    'only ipc.ts uses ipcMain',
    'electron/main/planted.ts',
    "import { ipcMain } from 'electron'\nipcMain.emit('x')",
    true,
    false,
  ),
  row(
    'only the preload bridges',
    'electron/main/planted-b.ts',
    "import { contextBridge } from 'electron'\nvoid contextBridge",
    true,
    false,
  ),
  row(
    'the preload imports no database',
    'electron/preload/planted.ts',
    "import '../../db/marker.js'",
    true,
    true,
  ),
  row(
    'the window imports no database',
    'renderer/panels/planted.ts',
    "import '../../db/marker.js'",
    true,
    true,
  ),
  row(
    'the window imports no process',
    'renderer/panels/planted-b.ts',
    "import '../../electron/service/marker.js'",
    true,
    true,
  ),
  row('the window knows no Node', 'renderer/panels/planted-c.ts', "import 'node:fs'", true, false),
  row('the editor knows no React', 'renderer/editor/planted.ts', "import 'react'", true, false),
  row('the editor knows no store', 'renderer/editor/planted-b.ts', "import '../store/marker.js'", true, true),
  row(
    'the editor knows no bridge',
    'renderer/editor/planted-c.ts',
    "import '../bridge/marker.js'",
    true,
    true,
  ),
]

function row(rule: string, file: string, code: string, lint: boolean, types: boolean): Violation {
  return { rule, file, code, lint, types }
}

/** Something harmless to import, in every room that a violation reaches for. */
const markers = ['db', 'db/tables', 'electron/service', 'renderer', 'renderer/store', 'renderer/bridge']

const project = resolve(import.meta.dirname, '../..')
const rooms = [
  'shared',
  'db',
  'electron/service',
  'electron/workers',
  'electron/cli',
  'electron/preload',
  'electron/main',
]
const projects = [...rooms, 'renderer/editor', 'renderer']

describe('who may import whom', () => {
  let folder: string
  let lint: string
  let types: string

  // A copy for each tool: an import that only the linter refuses may bring in types that hide another violation.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-layers-'))
    const forLint = await plant(
      join(folder, 'lint'),
      violations.filter((one) => one.lint),
    )
    const forTypes = await plant(
      join(folder, 'types'),
      violations.filter((one) => one.types),
    )
    ;[lint, types] = await Promise.all([
      output(forLint, 'oxlint/bin/oxlint', ['--format=unix']),
      output(forTypes, 'typescript/bin/tsc', ['--build', '--force']),
    ])
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(violations.filter((one) => one.lint))('the linter refuses it: $rule', ({ file }) => {
    expect(linesAbout(lint, file).filter((line) => line.includes('no-restricted-imports'))).not.toEqual([])
  })

  it.each(violations.filter((one) => one.types))('the project references refuse it: $rule', ({ file }) => {
    expect(linesAbout(types, file)).not.toEqual([])
  })

  it('refuses nothing that is allowed', () => {
    for (const room of markers) {
      expect(linesAbout(lint, `${room}/marker.ts`)).toEqual([])
      expect(linesAbout(types, `${room}/marker.ts`)).toEqual([])
    }
    expect(linesAbout(lint, 'electron/main/allowed.ts'), lint).toEqual([])
    expect(linesAbout(types, 'electron/main/allowed.ts'), types).toEqual([])
  })
})

/** The rooms with their own rules, empty but for the markers, the violations, and one import that is in order. */
async function plant(folder: string, planted: readonly Violation[]): Promise<string> {
  await mkdir(folder)
  await Promise.all(
    ['.oxlintrc.json', 'tsconfig.json'].map((file) => cp(join(project, file), join(folder, file))),
  )
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  await write(
    folder,
    'test/tsconfig.json',
    JSON.stringify({ extends: '../tsconfig.json', files: ['marker.ts'] }),
  )
  await write(folder, 'test/marker.ts', 'export {}')
  for (const room of projects) {
    await mkdir(join(folder, room), { recursive: true })
    await cp(join(project, room, 'tsconfig.json'), join(folder, room, 'tsconfig.json'))
    await write(folder, `${room}/present.ts`, 'export {}')
  }
  for (const room of markers) await write(folder, `${room}/marker.ts`, 'export const marker = 1')
  for (const { file, code } of planted) await write(folder, file, `${code}\nexport {}\n`)
  await write(
    folder,
    'electron/main/allowed.ts',
    "import { marker } from '../../db/marker.js'\nexport const own = marker\n",
  )
  return folder
}

async function write(folder: string, file: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), content)
}

function output(cwd: string, program: string, args: string[]): Promise<string> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(project, 'node_modules', program), ...args],
      { cwd },
      (_error, out, err) => done(out + err),
    )
  })
}

const linesAbout = (report: string, file: string): string[] =>
  report.split('\n').filter((line) => new RegExp(`^(.*/)?${file}[:(]`).test(line.replaceAll('\\', '/')))
