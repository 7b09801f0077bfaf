import type { Statement } from './statement.js'

/** Whether a statement names somebody or something that the other does not speak of. */
export function lacks(names: ReadonlySet<string>, subjects: ReadonlySet<string>): boolean {
  for (const name of names) if (!subjects.has(name)) return true
  return false
}

/** How many names of one statement the other speaks of. */
export function sharedNames(a: Statement, b: Statement): number {
  return countIn(a.names, b.subjects)
}

/** How many of some words are among others. */
export function countIn(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0
  for (const word of words) if (others.has(word)) count++
  return count
}
