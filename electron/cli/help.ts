import type { Command, Option } from './command.js'

/** How wide help is, in letters. */
const width = 118

/** What `stet --help` prints. */
export function programHelp(commands: readonly (readonly [string, Command])[]): string {
  const rows = commands.map(([name, { takes, summary }]): Row => [`stet ${name} ${takes}`, summary])
  return [
    'Stet reads texts as a careful checker would. Everything stays on this machine.',
    '',
    ...table(rows),
    '',
    '  FILE is a text, web page, Word, PDF or other document; a text that holds several between rules is read as several',
    '  sources. CASE is a case file (.stet).',
    '',
    '  stet COMMAND --help tells the options of a command, stet --version the version of the program.',
    '',
    '  Exit codes: 0 done; 1 findings at or above --fail-on, a case or report that is not as it was, conflicts that are',
    '  left, or an import that left something out; 2 not carried out, with the reason on standard error; 130 stopped by',
    '  Ctrl+C, with nothing changed.',
  ].join('\n')
}

/** What `stet COMMAND --help` prints. */
export function commandHelp(name: string, { takes, summary, about, options }: Command): string {
  const rows = Object.entries(options).map(([option, rest]): Row => [signature(option, rest), helpOf(rest)])
  return [
    `stet ${name} ${takes}`,
    ...wrapped(`${capitalised(summary)}.${about ? ` ${about}` : ''}`, width - 2).map((line) => `  ${line}`),
    '',
    ...table(rows),
  ].join('\n')
}

type Row = [string, string]

function table(rows: readonly Row[]): string[] {
  const indent = Math.max(...rows.map(([left]) => left.length)) + 4
  return rows.flatMap(([left, right]) =>
    wrapped(right, width - indent).map(
      (line, index) => (index === 0 ? `  ${left}` : '').padEnd(indent) + line,
    ),
  )
}

function signature(name: string, { type, short, value, choices }: Option): string {
  const asked = value ?? (choices && choices.length <= 4 ? choices.join('|') : 'FORM')
  return `${short ? `-${short}, ` : ''}--${name}${type === 'boolean' ? '' : ` ${asked}`}`
}

const helpOf = ({ help, multiple }: Option): string => (multiple ? `${help}; as often as needed` : help)

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function wrapped(text: string, length: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > length) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}
