import type { Quantity } from './extract/quantities.js'

/** A number as an explanation writes it: grouped by thousands, with at most two decimals. */
export function numberInWords(value: number): string {
  const rounded = Math.round(value * 100) / 100
  const [whole = '', decimals] = String(rounded).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals ? `${grouped}.${decimals}` : grouped
}

/** The number of a quantity in the unit it was written in. */
export function shown({ value, factor }: Pick<Quantity, 'value' | 'factor'>): string {
  return numberInWords(value / factor)
}
