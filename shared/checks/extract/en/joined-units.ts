import type { Token } from '../tokens.js'
import { currencies, measureUnits } from './quantity-words.js'

/** A number with the letters that touch it: "3.9bn", "45km". `factor` is that of the unit, and 1 for counts. */
export interface JoinedCount {
  value: number
  factor: number
  unit: string
}

const parts = /^(\d[\d,]*(?:\.\d+)?)([a-zé]{1,3}²?)$/

const scales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])

/** Words behind "5m" that are counted: then it is five million, and not five metres. */
const counted =
  /^(people|users|customers|children|voters|viewers|readers|passengers|homes|jobs|copies|doses|vehicles|cars|visitors|tonnes|barrels|euros|dollars|pounds|kronor|kroner|francs|litres|hectares|acres|followers|subscribers|adults|residents|households|tourists|refugees)$/

/** A number that letters touch, with the sign of its currency before it or without one. Null for "4th", "1980s", "7am". */
export function joinedCount(tokens: readonly Token[], at: number): JoinedCount | null {
  const token = tokens[at]
  const [, digits = '', letters = ''] = (token?.kind === 'mixed' && parts.exec(token.lower)) || []
  if (!token || !digits) return null
  const value = Number(digits.replaceAll(',', ''))
  const isSum = !token.spaced && currencies.has(tokens[at - 1]?.lower ?? '')
  if (letters === 'pc') return { value, factor: 1, unit: '%' }
  if (letters === 'p' && !isSum) return { value: value / 100, factor: 0.01, unit: 'GBP' }
  const scale = scales.get(letters)
  const isScale = isSum || letters.length > 1 || letters === 'k' || counted.test(tokens[at + 1]?.lower ?? '')
  if (scale && isScale) return { value: value * scale, factor: 1, unit: '' }
  const measure = measureUnits.get(letters)
  return measure && !isSum
    ? { value: value * measure.factor, factor: measure.factor, unit: measure.base }
    : null
}
