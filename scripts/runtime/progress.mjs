/**
 * Says what is going on, on stderr: the standard output belongs to the programs that are started.
 * @param {string} line
 */
export function progress(line) {
  process.stderr.write(`stet: ${line}\n`)
}
