/** A list that grows at its end and shares its beginning with the lists that it grew from; null is the empty list. */
export type Chain<T> = Link<T> | null

interface Link<T> {
  readonly last: T
  readonly before: Chain<T>
  readonly length: number
}

export function appended<T>(chain: Chain<T>, value: T): Link<T> {
  return { last: value, before: chain, length: chainLength(chain) + 1 }
}

export function chainLength(chain: Chain<unknown>): number {
  return chain?.length ?? 0
}

/** The values of a chain in order, without the first `skipped`. */
export function chainValues<T>(chain: Chain<T>, skipped = 0): T[] {
  const values: T[] = []
  for (let link = chain; link && link.length > skipped; link = link.before) values.push(link.last)
  return values.reverse()
}
