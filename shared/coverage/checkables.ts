import { z } from 'zod'

/** What a text can be asked to have a claim for, in the order in which it is listed. `sign` stands for it in the margin. */
export const checkableKinds = [
  { id: 'sentence', label: 'Sentences', one: 'sentence', sign: 'S' },
  { id: 'date', label: 'Dates', one: 'date', sign: 'D' },
  { id: 'number', label: 'Numbers', one: 'number', sign: '#' },
  { id: 'name', label: 'Names', one: 'name', sign: 'N' },
  { id: 'quotation', label: 'Quotations', one: 'quotation', sign: '”' },
] as const

export type CheckableKind = (typeof checkableKinds)[number]['id']

export const allCheckableKinds: CheckableKind[] = checkableKinds.map(({ id }) => id)

export const checkableKindSchema = z.enum(allCheckableKinds)

/** Something in a text that can be checked: [`start`, `end`) in UTF-16 code units of the text. */
export interface Checkable {
  kind: CheckableKind
  start: number
  end: number
}

/**
 * Many of them, packed so that they cross between processes at little cost; the i-th entries belong together. In reading
 * order: by start, then the longest first, then by kind. `kinds` holds places in `checkableKinds`.
 */
export interface Checkables {
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
}

/** The checkables of one text version. */
export interface VersionCheckables extends Checkables {
  versionId: string
}

const places = new Map<CheckableKind, number>(checkableKinds.map(({ id }, place) => [id, place]))

export function kindPlace(kind: CheckableKind): number {
  return places.get(kind) ?? 0
}

/** Packs checkables of any order, each kind at each place once. */
export function packCheckables(list: readonly Checkable[]): Checkables {
  const sorted = list
    .toSorted(inReadingOrder)
    .filter((one, at, all) => !at || inReadingOrder(all[at - 1]!, one))
  return {
    starts: Int32Array.from(sorted, ({ start }) => start),
    ends: Int32Array.from(sorted, ({ end }) => end),
    kinds: Uint8Array.from(sorted, ({ kind }) => kindPlace(kind)),
  }
}

function inReadingOrder(one: Checkable, other: Checkable): number {
  return one.start - other.start || other.end - one.end || kindPlace(one.kind) - kindPlace(other.kind)
}

export function checkableAt({ starts, ends, kinds }: Checkables, place: number): Checkable {
  return { kind: checkableKinds[kinds[place]!]!.id, start: starts[place]!, end: ends[place]! }
}
