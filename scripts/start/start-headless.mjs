import { readdirSync } from 'node:fs'
import path from 'node:path'
import { progress } from '../runtime/progress.mjs'
import { inProject } from '../runtime/project-folder.mjs'
import { callCli } from './run-cli.mjs'

const REPORT = 'stet-sample-report.html'

/**
 * The app's main job without a window: checks texts and writes the report on them into `folder`.
 * @param {string[]} args files to check; without any, the sample texts
 * @param {string} folder
 */
export async function startHeadless(args, folder) {
  const given = args.filter((arg) => !arg.startsWith('-'))
  const texts = given.length > 0 ? given : sampleTexts()
  progress(`checking ${given.length > 0 ? 'these texts' : 'the sample texts'} on the command line instead`)
  for (const cliArguments of headlessCommands(texts)) {
    const code = await callCli(cliArguments, folder)
    if (code !== 0) {
      progress(`"stet ${cliArguments.join(' ')}" failed with exit code ${code}`)
      process.exitCode = code
      return
    }
  }
  progress(`the report is ${path.join(folder, REPORT)}`)
}

// -- What the command line is asked to do. This follows electron/cli/help.ts. ------------------------------------------

/** @param {string[]} texts @returns {string[][]} the arguments of each call */
function headlessCommands(texts) {
  return [
    ['check', ...texts],
    ['report', ...texts, '--output', REPORT],
  ]
}

// -------------------------------------------------------------------------------------------------------------------

function sampleTexts() {
  const folder = inProject('samples')
  return readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}
