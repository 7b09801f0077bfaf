import { StetError } from '../../../shared/ipc/result.js'

/** A file that is not whole, or breaks the rules of its format. `what` ends a sentence: "its list of parts is missing". */
export function damaged(name: string, what: string, cause?: unknown): StetError {
  return new StetError(
    'invalid',
    `“${name}” is damaged: ${what}. Open it in the program that made it and save it anew, or get another copy.`,
    { cause },
  )
}

/** A file past a limit. `what` names the measure and the limit: "has 3,000 pages; the limit is 2,000". */
export function pastLimit(name: string, what: string): StetError {
  return new StetError(
    'too-large',
    `“${name}” ${what}. Split it into smaller files, or copy its text and paste it.`,
  )
}

/** A file that is sound but of a kind that cannot be read; `wayOut` is what a person can do. */
export function notOpened(name: string, what: string, wayOut: string): StetError {
  return new StetError('unsupported', `“${name}” ${what}. ${wayOut}`)
}

/** 1234567 as `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
