/** The milliseconds that an act took, one for each run, of Stet and of better-sqlite3 alone. */
export interface Measured {
  name: string
  stet: number[]
  raw: number[]
}

/** How long an act takes, in milliseconds. */
export function timed(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

/** The value below which so great a share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A table for people: medians, the slowest of twenty, and the ratio of the medians. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, stet, raw }) => {
    const ratio = quantile(stet, 0.5) / quantile(raw, 0.5)
    return [
      name,
      ...[quantile(raw, 0.5), quantile(stet, 0.5), quantile(stet, 0.95)].map(readable),
      readable(ratio),
    ]
  })
  const head = ['act', 'raw, ms', 'Stet, ms', 'Stet p95', 'ratio']
  const width = Math.max(...rows.map(([name = '']) => name.length))
  return [head, head.map(() => '---'), ...rows]
    .map(
      ([name = '', ...cells]) =>
        `| ${[name.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join(' | ')} |`,
    )
    .join('\n')
}

const readable = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
