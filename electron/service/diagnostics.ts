import { arch, cpus, freemem, release, totalmem, type } from 'node:os'

/** What can be said of the program and of a case without saying anything of what is in it. */
export interface DiagnosticFacts {
  version: string
  /** Of the open case; null while none is open. */
  openCase: { sources: number; claims: number; findings: number; bytes: number } | null
  /** The newest lines of the log, the oldest first. */
  log: readonly string[]
}

const mebibyte = 1024 * 1024

/** A text for a report of a fault: versions, sizes and the log. No text, no title, no name of a file or person. */
export function diagnosticsText({ version, openCase, log }: DiagnosticFacts): string {
  const { electron = 'none', chrome = 'none', node } = process.versions
  const inMebibytes = (bytes: number): string => `${Math.round(bytes / mebibyte)} MiB`
  return [
    `Stet ${version}`,
    `Electron ${electron}, Chromium ${chrome}, Node.js ${node}`,
    `${type()} ${release()} ${arch()}, ${cpus().length} processors, ${inMebibytes(totalmem())} of memory, ${inMebibytes(freemem())} free`,
    `Main process ${inMebibytes(process.memoryUsage().rss)}, running for ${Math.round(process.uptime())} s`,
    openCase
      ? `Case: ${openCase.sources} sources, ${openCase.claims} claims, ${openCase.findings} findings, ${inMebibytes(openCase.bytes)}`
      : 'No case open',
    '',
    'Log:',
    ...(log.length ? log : ['(empty)']),
    '',
  ].join('\n')
}
