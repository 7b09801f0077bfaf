/** Marks the members of a longest ascending subsequence of distinct numbers (patience sorting). */
export function longestChain(values: readonly number[]): Uint8Array {
  const tops: number[] = []
  const before = new Int32Array(values.length).fill(-1)
  values.forEach((value, index) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tops[middle]!]! < value) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tops[low - 1]!
    tops[low] = index
  })
  const inChain = new Uint8Array(values.length)
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) inChain[at] = 1
  return inChain
}
