/** What the program was started to do: a command of the command line, or a window with files to open. */
export type StartRequest =
  | { mode: 'command'; args: string[] }
  | { mode: 'window'; cases: string[]; texts: string[] }

const commands = new Set(['check', 'extract', 'report', 'help', '--help', '-h', '--version'])

/**
 * Reads the arguments after the program's own name. Flags that belong to Chromium are passed over, unless a command of
 * ours comes first.
 */
export function readArguments(args: readonly string[]): StartRequest {
  const own = args.filter((arg) => !isChromiumFlag(arg))
  if (own[0] && commands.has(own[0])) return { mode: 'command', args: own }
  const files = own.filter((arg) => !arg.startsWith('-'))
  return {
    mode: 'window',
    cases: files.filter((file) => /\.stet$/i.test(file)),
    texts: files.filter((file) => !/\.stet$/i.test(file)),
  }
}

function isChromiumFlag(arg: string): boolean {
  return /^--(no-sandbox|user-data-dir|inspect|remote-debugging|enable-|disable-|force-|lang=|allow-file-access)/.test(arg)
}
