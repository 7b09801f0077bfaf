import type { Quantity } from '../extract/quantities.js'

/**
 * How one number may have become another: two digits in the wrong order, one digit wrong, near in size, or none of these.
 */
export type SlipLikeness = 'swap' | 'digit' | 'near' | 'far'

/** How much larger one of two numbers may be that are near in size. */
const nearRatio = 1.6

/** The least number whose digits tell of a slip, and the least that is compared by its size. */
const least = { digits: 12, size: 3 }

export function slipLikenessOf(a: Quantity, b: Quantity): SlipLikeness {
  const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value]
  if (a.factor === b.factor) {
    const [x, y] = [digitsOf(a), digitsOf(b)]
    if ((low >= least.digits || x.includes('.')) && isSwapped(x, y)) return 'swap'
    if (x.length >= 3 && differing(x, y).length === 1) return 'digit'
    if (low >= least.digits && high === low * 10) return 'digit'
  }
  return low >= least.size && high <= low * nearRatio ? 'near' : 'far'
}

/** Whether one wrong digit, or two in the wrong order, makes one number of the other; equal numbers too. */
export function areSlipsOfEachOther(a: number, b: number): boolean {
  const [x, y] = [a, b].map((value) => String(Math.round(value * 1000) / 1000)) as [string, string]
  return differing(x, y).length <= 1 || isSwapped(x, y)
}

function digitsOf({ value, factor }: Quantity): string {
  return String(Math.round((value / factor) * 1000) / 1000)
}

/** Whether two digits in the wrong order make one whole number of the other. */
export function areSwapped(a: number, b: number): boolean {
  return isSwapped(String(a), String(b))
}

/** Whether two digits changed places: 46 and 64, 1,846 and 1,864. */
function isSwapped(a: string, b: string): boolean {
  const places = differing(a, b)
  const [first, last] = places
  if (places.length !== 2 || first === undefined || last === undefined) return false
  return a[first] === b[last] && a[last] === b[first]
}

/** The places in which two numbers of one length differ; more than any slip has for other lengths. */
function differing(a: string, b: string): number[] {
  if (a.length !== b.length) return [0, 1, 2]
  return [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]))
}
