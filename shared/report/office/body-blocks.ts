import type { SourceEntry } from '../report-model.js'
import type { Label, Wording } from '../wording.js'

/** A table of texts with a head row. `shares` are the widths of its columns as parts of the whole. */
export interface BodyTable {
  kind: 'table'
  shares: readonly number[]
  head: readonly string[]
  /** Made as they are asked for; they can be taken once. */
  rows: Iterable<readonly string[]>
  /** Whether its rows have the height that a hand needs to write in them. */
  isToFill?: true
}

/** Centimetres that a hand needs to sign in. */
export const heightToSign = 1.3

/** What is known of something: a term, and what it says. */
export interface Fact {
  label: string
  text: string
}

/** A part of a report as word processors have them, in no file format yet. */
export type BodyBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** One that `keepsNext` stands on the page on which what follows begins. */
  | { kind: 'paragraph'; text: string; keepsNext?: true }
  | (Fact & { kind: 'fact'; keepsNext?: true })
  /** A passage that what follows is about, on whose page it stands. */
  | { kind: 'passage'; text: string }
  /** The whole text of a source, with its claims. */
  | { kind: 'text'; source: SourceEntry }
  | BodyTable

export function paragraph(text: string): BodyBlock {
  return { kind: 'paragraph', text }
}

/** What introduces a table. */
export function lead(text: string): BodyBlock {
  return { kind: 'paragraph', text, keepsNext: true }
}

export function factBlock(fact: Fact): BodyBlock {
  return { kind: 'fact', ...fact }
}

/** Facts that stand on one page. */
export function factsTogether(facts: readonly Fact[]): BodyBlock[] {
  return facts.map((fact, index) => {
    return { kind: 'fact', ...fact, ...(index < facts.length - 1 && { keepsNext: true }) }
  })
}

/** What stands where there is nothing to list. */
export function empty(label: Label, words: Wording): BodyBlock[] {
  return [paragraph(words.say(label))]
}

export function tableOf(
  columns: readonly (readonly [Label, number])[],
  rows: Iterable<readonly string[]>,
  words: Wording,
): BodyTable {
  const head = columns.map(([label]) => words.say(label))
  return { kind: 'table', shares: columns.map(([, share]) => share), head, rows }
}

export function* rowsOf<T>(entries: Iterable<T>, row: (entry: T) => string[]): Generator<string[], void> {
  for (const entry of entries) yield row(entry)
}
