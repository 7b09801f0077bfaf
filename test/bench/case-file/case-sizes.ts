import { parseArgs } from 'node:util'

/** How large the case of a run is, and how often each act is measured. */
export interface CaseSizes {
  sources: number
  claims: number
  notes: number
  runs: number
}

const usual: CaseSizes = { sources: 100, claims: 10_000, notes: 10_000, runs: 30 }
const full: CaseSizes = { sources: 1000, claims: 100_000, notes: 100_000, runs: 30 }

/** The sizes from a command line: `--full`, or `--sources=`, `--claims=`, `--notes=` and `--runs=`. */
export function sizesFrom(args: readonly string[]): CaseSizes {
  const number = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { full: { type: 'boolean' }, sources: number, claims: number, notes: number, runs: number },
  })
  const base = values.full ? full : usual
  const sizeOf = (name: keyof CaseSizes) => positive(name, values[name] ?? String(base[name]))
  return {
    sources: sizeOf('sources'),
    claims: sizeOf('claims'),
    notes: sizeOf('notes'),
    runs: sizeOf('runs'),
  }
}

function positive(name: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} must be a whole number above 0`)
  return number
}
