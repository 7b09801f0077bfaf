/**
 * The edit distance (Levenshtein) of a whole text to every beginning of another: entry `n` is the distance to the first
 * `n` code units. Takes time in the product of the lengths, so that callers bound them.
 */
export function distancesToBeginnings(text: string, other: string): Int32Array {
  const row = Int32Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let diagonal = i
    row[0] = i + 1
    for (let j = 1; j <= other.length; j++) {
      const cost = unit === other.charCodeAt(j - 1) ? diagonal : 1 + Math.min(diagonal, row[j]!, row[j - 1]!)
      diagonal = row[j]!
      row[j] = cost
    }
  }
  return row
}

/** The edit distance of a whole text to every ending of another: entry `n` is the distance to what follows `n` units. */
export function distancesToEndings(text: string, other: string): Int32Array {
  return distancesToBeginnings(reversed(text), reversed(other)).reverse()
}

/** The edit distance of two texts. */
export function editDistance(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length)
  let from = 0
  while (from < shortest && one.charCodeAt(from) === other.charCodeAt(from)) from++
  let same = 0
  while (
    same < shortest - from &&
    one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)
  ) {
    same++
  }
  const [a, b] = [one.slice(from, one.length - same), other.slice(from, other.length - same)]
  return distancesToBeginnings(a, b)[b.length]!
}

/** Where a pattern stands in a window with the fewest edits: `start` and `end` are indices of the window. */
export interface Fit {
  start: number
  end: number
  distance: number
}

/**
 * The best approximate place of a pattern in a window (Sellers' algorithm): of several equally good ones the one whose
 * length is nearest to the pattern's, then the first.
 */
export function bestFit(pattern: Uint16Array, window: Uint16Array): Fit {
  const row = new Int32Array(window.length + 1)
  const origin = Int32Array.from({ length: window.length + 1 }, (_, at) => at)
  for (let i = 0; i < pattern.length; i++) fitUnit(pattern[i]!, i, window, row, origin)
  let best: Fit = { start: 0, end: 0, distance: pattern.length }
  for (let end = 0; end <= window.length; end++) {
    const fit = { start: origin[end]!, end, distance: row[end]! }
    if (
      fit.distance < best.distance ||
      (fit.distance === best.distance && isCloser(fit, best, pattern.length))
    ) {
      best = fit
    }
  }
  return best
}

function fitUnit(unit: number, i: number, window: Uint16Array, row: Int32Array, origin: Int32Array): void {
  let diagonal = row[0]!
  let diagonalOrigin = origin[0]!
  row[0] = i + 1
  for (let j = 1; j <= window.length; j++) {
    const above = row[j]! + 1
    const left = row[j - 1]! + 1
    const across = diagonal + (unit === window[j - 1] ? 0 : 1)
    diagonal = row[j]!
    const aboveOrigin = origin[j]!
    if (across <= above && across <= left) {
      row[j] = across
      origin[j] = diagonalOrigin
    } else if (above <= left) {
      row[j] = above
    } else {
      row[j] = left
      origin[j] = origin[j - 1]!
    }
    diagonalOrigin = aboveOrigin
  }
}

function isCloser(fit: Fit, best: Fit, length: number): boolean {
  return Math.abs(fit.end - fit.start - length) < Math.abs(best.end - best.start - length)
}

function reversed(text: string): string {
  let turned = ''
  for (let at = text.length - 1; at >= 0; at--) turned += text[at]
  return turned
}
