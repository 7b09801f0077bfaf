import type { Statement } from './statement.js'

/** Whether a statement names somebody or something that the other does not speak of. */
export function lacks(names: ReadonlySet<string>, subjects: ReadonlySet<string>): boolean {
  return [...names].some((name) => !subjects.has(name))
}

/** How many names of one statement the other speaks of. */
export function sharedNames(a: Statement, b: Statement): number {
  return [...a.names].filter((name) => b.subjects.has(name)).length
}

/** How many of some words are among others. */
export function countIn(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...words].filter((word) => others.has(word)).length
}
