import { plainLine } from '../domain/plain-line.js'

export const errorKinds = [
  'invalid', // the request or a file's content is not what it must be
  'not-found', // the record or file is not there
  'conflict', // the record has changed since; nothing was written
  'unsupported', // a kind of file that Stet does not open
  'too-large', // past a stated limit
  'unsure', // a person has to decide first, for example which encoding a file has
  'locked', // another window, process or machine has the case open
  'newer', // written by a newer version of Stet
  'foreign', // not a case file
  'damaged', // a case file that cannot be read soundly
  'io', // the system refused: permissions, disk full, medium gone
  'cancelled', // a person stopped it
  'internal', // a mistake of ours
] as const

export type ErrorKind = (typeof errorKinds)[number]

/** An error as it crosses processes: plain data. `message` says what happened, to what, and what to do. */
export interface AppError {
  kind: ErrorKind
  message: string
}

/** The answer to a call across processes. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

/** An error with a kind, thrown inside a layer and turned into an `AppError` at its boundary. */
export class StetError extends Error {
  readonly kind: ErrorKind

  constructor(kind: ErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StetError'
    this.kind = kind
  }
}

/** What to send across a boundary for anything that was thrown. Its message is one line, whatever names it quotes. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof StetError) return { kind: thrown.kind, message: plainLine(thrown.message) }
  return {
    kind: 'internal',
    message: plainLine(`Something went wrong inside Stet: ${messageOf(thrown)}. Nothing was changed.`),
  }
}

/** Anything can be thrown, also what cannot be written as text. */
function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } catch {
    return 'an error without a message'
  }
}

/** The value of a result, or its error thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new StetError(result.error.kind, result.error.message)
}
