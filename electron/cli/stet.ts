import { runCommandLine } from './run.js'

// Until it is known; a command that never comes to an end has not done what it was asked.
process.exitCode = 2
void runCommandLine(process.argv.slice(2)).then((code) => void (process.exitCode = code))
