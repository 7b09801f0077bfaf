/** Writes to standard output, with a line break; answers the exit code of success. */
export function print(text: string): 0 {
  process.stdout.write(`${text}\n`)
  return 0
}

/** Writes to standard error, with a line break. */
export function printError(text: string): void {
  process.stderr.write(`stet: ${text}\n`)
}

/** A reader that leaves early (such as `head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
