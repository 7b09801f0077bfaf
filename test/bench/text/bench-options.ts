import { parseArgs } from 'node:util'
import type { TextSize } from './text-data.js'

/** What a run of the bench measures. */
export interface BenchOptions {
  sizes: TextSize[]
  designs: string[]
  /** How often each design is opened and measured at each size. */
  runs: number
  /** After how many milliseconds a design counts as too slow at a size. */
  limit: number
  /** Whether the designs are measured. */
  designsToo: boolean
  /** Whether the built program is measured. */
  app: boolean
  /** A file for the numbers, or null. */
  json: string | null
}

const usualSizes = '100k:1000,1m:10000,5m:10000'
const fullSizes = ['100k', '1m', '5m'].flatMap((text) =>
  [100, 1000, 10_000].map((claims) => `${text}:${claims}`),
)

/**
 * From a command line: `--short` (one small size, one run), `--full` (nine sizes), `--sizes=1m:10000,...`, `--runs=`,
 * `--designs=stet,codemirror,...`, `--limit=` (seconds), `--only=designs` or `--only=app`, `--json=<file>`.
 */
export function benchOptions(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: flag,
      full: flag,
      sizes: text,
      runs: text,
      designs: text,
      limit: text,
      only: text,
      json: text,
    },
  })
  const sizes = values.sizes ?? (values.short ? '100k:1000' : values.full ? fullSizes.join() : usualSizes)
  return {
    sizes: sizes.split(',').map(sizeOf),
    designs: (values.designs ?? 'stet,codemirror,prosemirror,recogito').split(','),
    runs: positive('runs', values.runs ?? (values.short ? '1' : '5')),
    limit: positive('limit', values.limit ?? '60') * 1000,
    designsToo: values.only !== 'app',
    app: values.only !== 'designs',
    json: values.json ?? null,
  }
}

const units: Record<string, number> = { '': 1, k: 1000, m: 1_000_000 }

/** `1m:10000`: a million code units, ten thousand claims. */
function sizeOf(text: string): TextSize {
  const [, number, unit, claims] = /^(\d+)([km]?):(\d+)$/.exec(text) ?? []
  if (number === undefined || unit === undefined || claims === undefined)
    throw new RangeError(`A size is written like 1m:10000, not "${text}"`)
  return { length: Number(number) * units[unit]!, claims: Number(claims) }
}

function positive(name: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} must be a whole number above 0`)
  return number
}

/** `1 MB, 10,000 claims`. */
export function sizeName({ length, claims }: TextSize): string {
  const text = length < 1_000_000 ? `${length / 1000} KB` : `${length / 1_000_000} MB`
  return `${text}, ${claims.toLocaleString('en')} claims`
}
