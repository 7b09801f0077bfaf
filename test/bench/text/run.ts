import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import type { ElectronApplication } from 'playwright'
import { quantile } from '../case-file/measure.js'
import { appTable } from './app-table.js'
import { benchOptions, sizeName, type BenchOptions } from './bench-options.js'
import { launchElectron } from './bench-window.js'
import { buildPage } from './build-page.js'
import { measureApp, type AppSamples } from './measure-app.js'
import { measureDesign, type DesignResult, type Samples } from './measure-design.js'
import { designTable } from './design-table.js'
import type { TextSize } from './text-data.js'

/*
 * Measures the text view beside other ways of showing a text with claims, in one Electron, each in windows of its own, in
 * turns; then the built program with a large source.
 */

/** What was measured at a size, by design. */
type SizeResults = Record<string, DesignResult>

async function measureSize(
  app: ElectronApplication,
  page: string,
  size: TextSize,
  { designs, runs, limit }: BenchOptions,
): Promise<SizeResults> {
  const results: SizeResults = {}
  for (let run = 0; run < runs; run++) {
    for (const design of inTurn(designs, run)) {
      const before = results[design]
      if (before?.tooSlow) continue
      const { samples, tooSlow } = await measureDesign(app, page, design, size, limit)
      results[design] = { samples: joined(before?.samples ?? {}, samples), tooSlow }
      stderr.write('.')
    }
  }
  return results
}

/** Another one begins in each run, so that none is always the first in a fresh Electron. */
function inTurn(designs: readonly string[], run: number): string[] {
  const first = run % designs.length
  return [...designs.slice(first), ...designs.slice(0, first)]
}

function joined(before: Samples, more: Samples): Samples {
  const names = Object.keys({ ...before, ...more }) as (keyof Samples)[]
  return Object.fromEntries(names.map((name) => [name, [...(before[name] ?? []), ...(more[name] ?? [])]]))
}

async function measureDesigns(folder: string, options: BenchOptions): Promise<Record<string, SizeResults>> {
  const page = await buildPage(join(folder, 'page'))
  const app = await launchElectron()
  const all: Record<string, SizeResults> = {}
  try {
    for (const size of options.sizes) {
      const results = await measureSize(app, page, size, options)
      all[sizeName(size)] = results
      stdout.write(`\n${sizeName(size)}\n\n${designTable(size, results)}\n`)
    }
  } finally {
    await app.close()
  }
  return all
}

/** The largest of the sizes that a goal speaks of: 1 MB and 10,000 claims, or what there is below. */
function appSize(sizes: readonly TextSize[]): TextSize {
  const fitting = sizes.filter(({ length }) => length <= 1_000_000)
  return fitting.at(-1) ?? sizes[0]!
}

async function measureProgram(
  { sizes, runs }: BenchOptions,
  designs: Record<string, SizeResults>,
): Promise<AppSamples> {
  const size = appSize(sizes)
  const samples = await measureApp(size, runs)
  const view = quantile(designs[sizeName(size)]?.stet?.samples['open, wall'] ?? [], 0.5)
  stdout.write(`\nThe built program, a source of ${sizeName(size)}\n\n${appTable(samples, view)}\n`)
  return samples
}

const options = benchOptions(argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-text-'))
try {
  const designs = options.designsToo ? await measureDesigns(folder, options) : {}
  const app = options.app ? await measureProgram(options, designs) : null
  if (options.json) writeFileSync(options.json, JSON.stringify({ designs, app }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
