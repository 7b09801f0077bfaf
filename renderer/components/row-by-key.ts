/** The row that a key goes to from another, of `count` rows and `page` of them in view; null when the key goes nowhere. */
export function rowByKey(key: string, from: number, count: number, page: number): number | null {
  const to = target(key, from, count, Math.max(1, page))
  return to === null || count === 0 ? null : Math.min(Math.max(to, 0), count - 1)
}

function target(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from - 1
    case 'PageDown':
      return from + page
    case 'PageUp':
      return from - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
