import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { handOver } from './hand-over.mjs'
import { inProject } from './project-folder.mjs'
import { progress } from './progress.mjs'

const OLDEST = [22, 12]

/**
 * The tools here need a newer Node than some systems have. On Linux and Windows the project brings one, as an optional
 * dependency of the platform. A script calls this first and does the rest in `work`, which may import anything.
 * @param {string} scriptUrl the script's `import.meta.url`
 * @param {() => Promise<unknown>} work
 */
export async function underModernNode(scriptUrl, work) {
  if (isModern(process.versions.node)) return work().catch(sayWhyAndFail)
  const node = ownNode()
  if (!existsSync(node)) {
    progress(
      `this needs Node ${OLDEST.join('.')} or newer, and ${process.versions.node} runs it. Install a newer Node, or ` +
        'run "npm ci", which brings one for Linux and for Windows.',
    )
    process.exitCode = 1
    return
  }
  const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter)
  handOver(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { ...process.env, PATH })
}

function ownNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  return inProject('node_modules', name, 'bin', windows ? 'node.exe' : 'node')
}

// An error that was thrown on purpose carries a message for a person; of any other, the place matters.
/** @param {unknown} error */
function sayWhyAndFail(error) {
  const onPurpose = error instanceof Error && error.name === 'Error' && !('code' in error)
  const text = onPurpose ? error.message : String((error instanceof Error && error.stack) || error)
  // Some tools colour their messages without asking whether that is a terminal.
  progress(process.stderr.isTTY ? text : stripVTControlCharacters(text))
  process.exitCode = 1
}

/** @param {string} version */
function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}
