/**
 * JSON with one spelling for each value: keys in code-unit order, no white space, undefined members left out (as in
 * RFC 8785). Hashes and comparisons of records are made over it. Throws a TypeError on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) return `{${members(value).join(',')}}`
  throw new TypeError(`A value of type ${typeof value} has no JSON`)
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

function members(value: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return keys.sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
