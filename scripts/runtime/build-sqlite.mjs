import { copyFileSync, cpSync, existsSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { progress } from './progress.mjs'
import { inProject } from './project-folder.mjs'
import { runAsNode } from './run-as-node.mjs'
import { runCommand, tail } from './run-command.mjs'

const BUILD_LIMIT_MS = 20 * 60 * 1000

/**
 * Builds better-sqlite3 from its own source for an Electron whose Node-API is older than its binaries ask for, and
 * tries the result there.
 * @param {string} folder where `better_sqlite3.node` goes
 * @param {string} executable the Electron
 */
export async function buildSqlite(folder, executable) {
  progress('building SQLite for this Electron (about 80 s, once) ...')
  const source = copySource(folder)
  await compile(source)
  const binding = path.join(folder, 'better_sqlite3.node')
  copyFileSync(path.join(source, 'build', 'Release', 'better_sqlite3.node'), binding)
  rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true })
  await checkBinding(binding, executable)
  progress('SQLite is built')
}

/** A copy, because node_modules may be read-only and a build there would replace the binary for Node. @param {string} folder */
function copySource(folder) {
  const modules = path.join(folder, 'node_modules')
  for (const name of ['better-sqlite3', 'node-addon-api']) {
    cpSync(inProject('node_modules', name), path.join(modules, name), {
      recursive: true,
      filter: (file) => path.basename(file) !== 'prebuilds',
    })
  }
  return path.join(modules, 'better-sqlite3')
}

/** @param {string} source */
async function compile(source) {
  const nodeGyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const headers = localNodeHeaders()
  const args = [nodeGyp, 'rebuild', '--release', '--jobs=max', '--force_build=1']
  if (headers !== null) args.push(`--nodedir=${headers}`)
  const { code, output, timedOut } = await runCommand(process.execPath, args, {
    cwd: source,
    // The package asks for Node-API 10 by name; what it uses of it is in older runtimes as "experimental".
    env: { ...process.env, CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL' },
    timeoutMs: BUILD_LIMIT_MS,
  })
  if (code === 0) return
  throw new Error(
    `SQLite could not be built for this Electron${timedOut ? ' in time' : ''}. It needs python3, make, a C++ ` +
      `compiler and Node's header files.\n${tail(output, 20)}`,
  )
}

/**
 * Node's header files lie beside the Node that the system installed, not beside the one in node_modules.
 * @returns {string | null} the installation's prefix, or null to have node-gyp download them
 */
function localNodeHeaders() {
  const candidates = [process.env.npm_node_execpath, process.execPath]
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    candidates.push(path.join(folder, 'node'))
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue
    const prefix = path.resolve(path.dirname(realpathSync(candidate)), '..')
    if (existsSync(path.join(prefix, 'include', 'node', 'node_api.h'))) return prefix
  }
  return null
}

/** @param {string} binding @param {string} executable */
async function checkBinding(binding, executable) {
  const library = inProject('node_modules', 'better-sqlite3')
  const source = `
    const Database = require(${JSON.stringify(library)})
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} })
    process.stdout.write(String(db.prepare('SELECT 6 * 7').pluck().get()))`
  const answer = await runAsNode(executable, source)
  if (answer !== '42') throw new Error(`The SQLite built for ${executable} does not answer: ${answer}`)
}
