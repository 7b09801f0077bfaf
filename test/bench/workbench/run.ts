import { writeFileSync } from 'node:fs'
import { argv, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { measureFloors, type FloorSamples } from './measure-floors.js'
import { measureWorkbench, type WorkbenchSamples } from './measure-workbench.js'
import { workbenchTable } from './workbench-table.js'

/*
 * Measures the lists, the claims table, the timeline and the triage of the built program with a large case, and in turns
 * bare pages that draw as many elements.
 */

const text = { type: 'string' } as const
const { values } = parseArgs({
  args: argv.slice(2),
  options: { short: { type: 'boolean' }, claims: text, findings: text, runs: text, json: text },
})
const size = {
  claims: Number(values.claims ?? (values.short ? 1000 : 10_000)),
  findings: Number(values.findings ?? (values.short ? 200 : 2000)),
}
const count = Number(values.runs ?? (values.short ? 1 : 3))
const runs: WorkbenchSamples[] = []
const floors: FloorSamples[] = []
for (let run = 0; run < count; run++) {
  const { samples, drawn } = await measureWorkbench(size)
  runs.push(samples)
  floors.push(await measureFloors(size.claims, drawn))
  stderr.write('.')
}
stdout.write(
  `\n${size.claims.toLocaleString('en')} claims, ${size.findings.toLocaleString('en')} findings, medians of ${count}, milliseconds\n\n`,
)
stdout.write(`${workbenchTable(runs, floors)}\n`)
if (values.json) writeFileSync(values.json, JSON.stringify({ size, runs, floors }, null, 2))
