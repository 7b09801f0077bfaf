import type { CallName } from './contract.js'

/** How large what a call is asked may be; see `isLargerThan` for the measure. */
const usualMost = 1_000_000

/** A text that was typed or pasted, with what is said of it. */
const text = 6_000_000
/** What was chosen of a long list. */
const list = 50_000_000
/** A whole text with its structure, or a drawing. */
const whole = 250_000_000

const larger: Partial<Record<CallName, number>> = {
  'case.perform': text,
  'clipboard.write': text,
  'import.paste': text,
  'bundle.save': list,
  'import.commit': list,
  'import.discard': list,
  'merge.commit': list,
  'records.commit': list,
  'records.places': list,
  'draft.save': whole,
  'picture.save': whole,
  'source.correct': whole,
}

/** How large the argument of a call may be; of a call that there is none of, too. */
export function mostFor(name: string): number {
  return Object.hasOwn(larger, name) ? larger[name as CallName]! : usualMost
}

/**
 * Whether a value that can be sent is larger than `most`: a string counts its UTF-16 code units, a buffer its bytes, and
 * all else 8 each, with the names of an object's fields. No more of it is looked at than is needed.
 */
export function isLargerThan(value: unknown, most: number): boolean {
  const rest: unknown[] = [value]
  let size = 0
  while (rest.length > 0 && size <= most) {
    const next = rest.pop()
    if (typeof next === 'string') size += next.length
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) size += next.byteLength
    else {
      size += 8
      if (typeof next === 'object' && next !== null) for (const inner of inside(next)) rest.push(inner)
    }
  }
  return size > most
}

function inside(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value].flat()
  if (value instanceof Set || Array.isArray(value)) return value as Iterable<unknown>
  return Object.entries(value).flat()
}
