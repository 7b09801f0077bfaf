import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { z } from 'zod'
import { reportPages } from '../../../electron/workers/write-report.js'
import { usualRequest } from '../../../shared/report/forms.js'
import { noMaterial } from '../../../shared/report/material.js'
import { launchTarget } from '../../helpers/electron-runtime.js'
import { quantile } from '../case-file/measure.js'
import { largeCase } from './large-case.js'

/*
 * Prints the PDF report of a case in a real Electron as the program does, beside `printToPDF` of the same page in the same
 * process, in turns.
 */
const option = (name: string, usual: number): number =>
  Number(argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual)

const sizes = { claims: option('claims', 600), bytes: option('bytes', 100_000) }
const runs = option('runs', 3)
const origin = { checker: 'Ada', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet' }

const printedSchema = z.object({
  pages: z.int().positive(),
  times: z.object({ bare: z.array(z.number()), tagged: z.array(z.number()), stet: z.array(z.number()) }),
})

/** Bundles the program that prints into a folder that Electron can start. */
async function bundled(folder: string): Promise<void> {
  await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      ssr: fileURLToPath(new URL('./printing/main.ts', import.meta.url)),
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  })
  const manifest = { name: 'stet-bench-printing', version: '0.0.0', type: 'module', main: 'main.mjs' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-printing-'))
try {
  const page = join(folder, 'report.html')
  const { html } = reportPages(largeCase(sizes).snapshot, usualRequest('pdf'), origin, noMaterial)
  writeFileSync(page, html)
  const program = join(folder, 'program')
  await bundled(program)
  const { executablePath, args, env } = launchTarget()
  const flags = args.filter((argument) => argument.startsWith('--'))
  const output = execFileSync(executablePath, [...flags, program, page, String(runs)], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 600_000,
  })
  const { pages, times } = printedSchema.parse(JSON.parse(/^PRINTED (.*)$/m.exec(output)?.[1] ?? 'null'))
  const [bare, tagged, stet] = [times.bare, times.tagged, times.stet].map((all) => quantile(all, 0.5))
  stdout.write(
    [
      `${pages} pages from ${(html.length / 1e6).toFixed(1)} MB of HTML, median of ${runs}`,
      '| printToPDF, ms | tagged, ms | Stet, ms | to the bare one | to the tagged one | goal |',
      '| ---: | ---: | ---: | ---: | ---: | ---: |',
      `| ${bare!.toFixed(0)} | ${tagged!.toFixed(0)} | ${stet!.toFixed(0)} | ${(stet! / bare!).toFixed(2)} | ${(stet! / tagged!).toFixed(2)} | <= 1.2 |`,
      '',
    ].join('\n'),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
