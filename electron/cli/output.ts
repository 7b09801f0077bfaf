/**
 * Signs that would steer a terminal (colours, the cursor, its title, its clipboard) or turn the order of the letters after them.
 * What is printed quotes texts of strangers, and file names are theirs too.
 */
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Everything between two lines of a text, so that none of it can pass for a line of ours. */
const lineBreak = /\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g

/** A text with those signs written out as `\u001b`, which JSON reads back as what they were. Tabs and line feeds stay. */
export function printable(text: string): string {
  return text.replace(steering, (sign) =>
    sign === '\n' || sign === '\t' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const asLine = (text: string): string => printable(text.replace(lineBreak, ' '))

/** Writes a value to standard output as one line of JSON; answers the exit code of success. */
export function printJson(value: object): 0 {
  return print(JSON.stringify(value))
}

/** Writes our own words to standard output, with a line break; answers the exit code of success. */
export function print(text: string): 0 {
  process.stdout.write(`${printable(text)}\n`)
  return 0
}

/** Writes texts that quote others to standard output, each as one line; answers the exit code of success. */
export function printLines(texts: readonly string[]): 0 {
  return print(texts.map(asLine).join('\n'))
}

/** Writes to standard error, as one line. */
export function printError(text: string): void {
  process.stderr.write(`stet: ${asLine(text)}\n`)
}

/** A reader that leaves early (such as `head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
