/** The items by a key of theirs, in the order in which the keys come up first. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Disjoint sets of strings (union with path halving). A string that was never joined is a set of its own. */
export interface DisjointSets {
  join(a: string, b: string): void
  /** The same string for all members of a set. */
  rootOf(member: string): string
}

export function disjointSets(): DisjointSets {
  const parents = new Map<string, string>()
  const rootOf = (member: string): string => {
    let at = member
    for (let above = parents.get(at); above !== undefined; above = parents.get(at)) {
      const further = parents.get(above)
      if (further !== undefined) parents.set(at, further)
      at = above
    }
    return at
  }
  return {
    join(a, b) {
      const [x, y] = [rootOf(a), rootOf(b)]
      if (x !== y) parents.set(x, y)
    },
    rootOf,
  }
}
