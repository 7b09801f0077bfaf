import { fileURLToPath } from 'node:url'
import { commandNames } from '../cli/command-names.js'

/** What the program was started to do: a command of the command line, or a window with files to open. */
export type StartRequest =
  | { mode: 'command'; args: string[] }
  /** `left` counts the files past what is opened at once. */
  | { mode: 'window'; cases: string[]; texts: string[]; left: number }

/** What is opened at once: each case has a window of its own, and each text waits in memory for a person's word. */
export const mostAtOnce = { cases: 10, texts: 1000 } as const

/** Bytes; Chromium ends a running program that does not answer, and it does not answer to more than 32 KiB. */
const mostHandedOver = 30_000

const commands = new Set<string>([...commandNames, 'help', '--help', '-h', '--version'])

/**
 * Reads the arguments after the executable's own name; `folderFirst` says that the first one that is no flag is the
 * program's folder. Flags that belong to Chromium are passed over.
 */
export function readArguments(args: readonly string[], folderFirst: boolean): StartRequest {
  const own = args.filter((arg) => !isChromiumFlag(arg))
  if (folderFirst) own.splice(Math.max(0, own.findIndex(isNoFlag)), 1)
  if (own[0] && commands.has(own[0])) return { mode: 'command', args: own }
  const files = [...new Set(own.filter(isNoFlag).map(asPath))]
  const cases = files.filter(isCase).slice(0, mostAtOnce.cases)
  const texts = files.filter((file) => !isCase(file)).slice(0, mostAtOnce.texts)
  return { mode: 'window', cases, texts, left: files.length - cases.length - texts.length }
}

/** Whether arguments, with the folder that they were given in, are few enough to be handed to a program that runs already. */
export function canBeHandedOver(args: readonly string[], folder: string): boolean {
  const bytes = [folder, ...args].reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0)
  return bytes <= mostHandedOver
}

const isCase = (file: string): boolean => /\.stet$/i.test(file)

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
