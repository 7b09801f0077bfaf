import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reportResources } from '../../../electron/service/report-jobs.js'
import type { ReportHandlers } from '../../../electron/workers/report-handlers.js'
import { startWorker } from '../../../electron/workers/start-worker.js'
import { usualRequest } from '../../../shared/report/forms.js'
import { noMaterial } from '../../../shared/report/material.js'
import { largeCase } from '../../bench/export/large-case.js'
import { workers } from '../built-program.js'
import { filesIn, temporaryFolder } from '../temporary-folder.js'
import { addText, startWithCase } from './running-service.js'

it('that is cancelled leaves no file, no temporary one, and what was there before', async () => {
  const started = await startWithCase()
  await addText(started)
  const folder = temporaryFolder()
  const path = join(folder, 'report.html')
  writeFileSync(path, 'there before')
  const before = filesIn(folder)
  started.person.report = path
  started.listen((name, event) => {
    if (name !== 'report.progress' || !event) return
    if ((event as { stage: string }).stage === 'building') void started.ask('report.cancel')
  })
  expect(await started.refusal('report.save', usualRequest('html'))).toMatchObject({ kind: 'cancelled' })
  expect(filesIn(folder)).toEqual(before)
})

it('of a very large case is made within the memory that its worker has', async () => {
  const { snapshot } = largeCase({ claims: 20_000, bytes: 2_000_000 })
  const { remote, stop } = startWorker<ReportHandlers>(workers, 'report-worker', {
    resourceLimits: reportResources,
  })
  const path = join(temporaryFolder(), 'claims.csv')
  writeFileSync(path, '')
  const origin = { checker: 'Ada', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet' }
  await remote.write(path, 'claims.csv', snapshot, usualRequest('csv'), origin, noMaterial)
  await stop()
  expect((await readFile(path, 'utf8')).match(/\r\n/g)).toHaveLength(20_001)
})
