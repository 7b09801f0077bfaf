import type { SourceEntry } from '../report-model.js'
import type { Label, Wording } from '../wording.js'

/** A table of texts with a head row. `shares` are the widths of its columns as parts of the whole. */
export interface BodyTable {
  kind: 'table'
  shares: readonly number[]
  head: readonly string[]
  /** Made as they are asked for; they can be taken once. */
  rows: Iterable<readonly string[]>
}

/** A part of a report as word processors have them, in no file format yet. */
export type BodyBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'quotation'; text: string }
  /** The whole text of a source, with its claims. */
  | { kind: 'text'; source: SourceEntry }
  | BodyTable

export function paragraph(text: string): BodyBlock {
  return { kind: 'paragraph', text }
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
