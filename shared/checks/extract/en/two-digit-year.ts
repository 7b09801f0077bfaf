/** A year of two digits: those up to 39 are of this century, the rest of the last. */
export function fullYear(short: number): number {
  return short < 40 ? 2000 + short : 1900 + short
}
