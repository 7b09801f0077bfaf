#!/usr/bin/env node
// The command line, from a checkout: builds when the sources changed, then is `out/cli/stet.cjs`.
import { callerFolder } from './runtime/caller-folder.mjs'
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runCli } = await import('./start/run-cli.mjs')
  process.chdir(callerFolder('stet'))
  await runCli(process.argv.slice(2))
})
