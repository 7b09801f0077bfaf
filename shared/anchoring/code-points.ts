/**
 * Offsets in code points for offsets in UTF-16 code units of a text, in the given order. An offset in the middle of a
 * surrogate pair counts the pair; half a pair on its own is one code point. One walk over the text, whatever the
 * number of offsets. Throws a RangeError on an offset outside the text.
 */
export function toCodePoints(text: string, offsets: readonly number[]): number[] {
  const found = Array.from<number>({ length: offsets.length })
  let [unit, point] = [0, 0]
  for (const index of ascending(offsets)) {
    const offset = offsets[index]!
    if (!(offset >= 0 && offset <= text.length)) {
      throw new RangeError(`The offset ${offset} is not inside a text of ${text.length} characters`)
    }
    for (; unit < offset; point++) unit += unitsAt(text, unit)
    found[index] = point
  }
  return found
}

/**
 * Offsets in UTF-16 code units for offsets in code points, in the given order; null for one that no place in the text
 * has. One walk over the text.
 */
export function fromCodePoints(text: string, offsets: readonly number[]): (number | null)[] {
  const found = Array.from<number | null>({ length: offsets.length })
  let [unit, point] = [0, 0]
  for (const index of ascending(offsets)) {
    const offset = offsets[index]!
    for (; point < offset && unit < text.length; point++) unit += unitsAt(text, unit)
    found[index] = point === offset ? unit : null
  }
  return found
}

/** The indices of a list in ascending order of what stands there; what is no number comes last. */
function ascending(offsets: readonly number[]): number[] {
  const rank = (index: number) => (Number.isNaN(offsets[index]) ? Infinity : offsets[index]!)
  return Array.from(offsets, (_, index) => index).sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a < b ? -1 : Number(a > b)
  })
}

const unitsAt = (text: string, unit: number): number => ((text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1)
