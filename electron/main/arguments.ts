import { fileURLToPath } from 'node:url'
import { commandNames } from '../cli/command-names.js'

/** What the program was started to do: a command of the command line, or a window with files to open. */
export type StartRequest =
  { mode: 'command'; args: string[] } | { mode: 'window'; cases: string[]; texts: string[] }

const commands = new Set<string>([...commandNames, 'help', '--help', '-h', '--version'])

/**
 * Reads the arguments after the executable's own name; `folderFirst` says that the first one that is no flag is the
 * program's folder. Flags that belong to Chromium are passed over.
 */
export function readArguments(args: readonly string[], folderFirst: boolean): StartRequest {
  const own = args.filter((arg) => !isChromiumFlag(arg))
  if (folderFirst) own.splice(Math.max(0, own.findIndex(isNoFlag)), 1)
  if (own[0] && commands.has(own[0])) return { mode: 'command', args: own }
  const files = own.filter(isNoFlag).map(asPath)
  return {
    mode: 'window',
    cases: files.filter((file) => /\.stet$/i.test(file)),
    texts: files.filter((file) => !/\.stet$/i.test(file)),
  }
}

/** Linux desktops name the files of a double click by their `file:` addresses, as the entry of the program (`%U`) allows. */
function asPath(arg: string): string {
  if (!/^file:\/\//i.test(arg)) return arg
  try {
    // A file of another computer would be asked for over the network.
    return new URL(arg).host === '' && !arg.includes('%00') ? fileURLToPath(arg) : arg
  } catch {
    return arg
  }
}

const isNoFlag = (arg: string): boolean => !arg.startsWith('-')

function isChromiumFlag(arg: string): boolean {
  return /^--(no-sandbox|ozone-platform|user-data-dir|inspect|remote-debugging|enable-|disable-|force-|lang=|allow-file-access)/.test(
    arg,
  )
}
