/**
 * JSON with one spelling for each value: keys in code-unit order, no white space, undefined members left out (as in
 * RFC 8785). Hashes and comparisons of records are made over it. Throws a TypeError on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const copy = inOrder(value)
  return copy === undefined ? spelled(value) : JSON.stringify(copy)
}

/** Whether two values have the same canonical JSON. */
export function sameJson(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other)
}

/** How deep a document or a note may nest, in levels of JSON; whatever walks it can then do so by recursion. */
export const deepestContent = 1000

/** Whether a JSON value nests deeper than so many levels of arrays and objects. */
export function nestsDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => nestsDeeperThan(levels - 1, member))
}

/**
 * The value with the keys of its objects in order, so that JSON.stringify alone gives its spelling, which takes half as
 * long; undefined when an object has a key that does not stay where it is put.
 */
function inOrder(value: unknown): unknown {
  if (isLeaf(value)) return value
  return Array.isArray(value) ? arrayInOrder(value) : objectInOrder(value as Record<string, unknown>)
}

function arrayInOrder(list: readonly unknown[]): unknown[] | undefined {
  const copy: unknown[] = []
  for (const member of list) {
    const ordered = inOrder(member)
    if (ordered === undefined) return undefined
    copy.push(ordered)
  }
  return copy
}

function objectInOrder(value: Readonly<Record<string, unknown>>): object | undefined {
  const keys = keyOrder(value)
  if (keys === null) return undefined
  const copy: Record<string, unknown> = {}
  for (const key of keys) {
    const member = value[key]
    if (member === undefined) continue
    const ordered = inOrder(member)
    if (ordered === undefined) return undefined
    copy[key] = ordered
  }
  return copy
}

/** The orders found last, by the number of keys: records of one kind, which come in rows, have the same keys. */
const lastOrders: { keys: readonly string[]; order: readonly string[] | null }[] = []
const mostKeysKept = 40

/** The keys of an object in order; null when one of them does not stay where it is put. */
function keyOrder(value: object): readonly string[] | null {
  const keys = Object.keys(value)
  const last = lastOrders[keys.length]
  if (last && keys.every((key, place) => key === last.keys[place])) return last.order
  const order = keys.some((key) => startsWithDigit(key) || key === '__proto__') ? null : [...keys].sort()
  if (keys.length < mostKeysKept) lastOrders[keys.length] = { keys, order }
  return order
}

/** Numbers among the keys of an object come first, whatever the order in which they were set. */
function startsWithDigit(key: string): boolean {
  const first = key.charCodeAt(0)
  return first >= 0x30 && first <= 0x39
}

/** The same spelling for any keys. */
function spelled(value: unknown): string {
  if (isLeaf(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`
  const members = value as Record<string, unknown>
  const keys = Object.keys(members).filter((key) => members[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${spelled(members[key])}`)
    .join(',')}}`
}

/** Whether a value has no members; a TypeError for one that JSON cannot hold. */
function isLeaf(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number' && Number.isFinite(value)) return true
  if (Array.isArray(value) || isPlainObject(value)) return false
  throw new TypeError(`A value of type ${typeof value} has no JSON`)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
