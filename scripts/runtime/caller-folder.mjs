/**
 * `npm run` moves into the project's folder first; file names on its command line are meant from where the person is.
 * Only the script that npm itself started may trust INIT_CWD: the programs it starts inherit the variable.
 * @param {string} scriptName as in package.json
 * @returns {string}
 */
export function callerFolder(scriptName) {
  const startedByNpm = process.env.npm_lifecycle_event === scriptName && process.env.INIT_CWD
  return startedByNpm || process.cwd()
}
