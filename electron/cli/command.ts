import type { PrintPages } from '../service/reports/report.js'

/** An option as it is typed after a command, and what `--help` says of it. */
export interface Option {
  type: 'string' | 'boolean'
  short?: string
  /** It may be typed several times. */
  multiple?: true
  /** What stands for its value in the help. */
  value?: string
  /** The only values that it takes; capital letters make no difference. */
  choices?: readonly string[]
  help: string
}

export type Options = Readonly<Record<string, Option>>

type Value<O extends Option> = O extends { choices: readonly (infer Choice)[] } ? Choice : string

type AnyTyped = boolean | string | string[] | null

/** What was typed for an option; false, an empty list or null when nothing was. */
export type Typed<O extends Option> = Option extends O
  ? AnyTyped
  : O extends { type: 'boolean' }
    ? boolean
    : O extends { multiple: true }
      ? Value<O>[]
      : Value<O> | null

export type TypedOptions<O extends Options> = { [Name in keyof O]: Typed<O[Name]> }

/** What the process around the command line can do; Node alone can draw no pages. */
export interface CommandLineHost {
  printPages?: PrintPages
}

/** What a command was asked: the files and words after its name, and its options. */
export interface CommandRequest<O extends Options> {
  files: string[]
  options: TypedOptions<O>
  host: CommandLineHost
}

export interface Command<O extends Options = Options> {
  /** What follows the command's name, as `FILE...`. */
  takes: string
  /** What it does, in one line. */
  summary: string
  /** What is to be known besides its options. */
  about?: string
  options: O
  /** Resolves with the exit code; throws a StetError when the command cannot be carried out. */
  run(request: CommandRequest<O>): Promise<number>
}

/** A command whose `run` gets its own options, each by its type. */
export function command<const O extends Options>(definition: Command<O>): Command<O> {
  return definition
}
