import { plainLine, written } from '../../shared/domain/plain-line.js'

/** Writes a value to standard output as one line of JSON; answers the exit code of success. */
export function printJson(value: object): 0 {
  return print(JSON.stringify(value))
}

/** Writes our own words to standard output, with a line break; answers the exit code of success. */
export function print(text: string): 0 {
  process.stdout.write(`${written(text)}\n`)
  return 0
}

/** Writes texts that quote others to standard output, each as one line; answers the exit code of success. */
export function printLines(texts: readonly string[]): 0 {
  return print(texts.map(plainLine).join('\n'))
}

/** Writes to standard error, as one line. */
export function printError(text: string): void {
  process.stderr.write(`stet: ${plainLine(text)}\n`)
}

/** A reader that leaves early (such as `head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
