import { runCommandLine } from './run.js'

void runCommandLine(process.argv.slice(2)).then((code) => void (process.exitCode = code))
