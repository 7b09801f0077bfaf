import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RecordImports } from '../../../../electron/service/imports/record-imports.js'
import type { RecordsPreview } from '../../../../shared/domain/record-import.js'
import { usualRequest } from '../../../../shared/report/forms.js'
import { workers } from '../../built-program.js'
import { addText, startWithCase } from '../running-service.js'

it('reads no more files than there is room for, until those that wait are decided on', async () => {
  const started = await startWithCase()
  const { ask, person, folder } = started
  await addText(started)
  const path = join(folder, 'mill.html')
  person.report = path
  await ask('report.save', usualRequest('html'))

  let offered: RecordsPreview[] = []
  const records = new RecordImports(
    {
      workers,
      emit: (_name, event) => (offered = event as RecordsPreview[]),
      shell: {} as never,
      session: () => null,
      openCase: () => Promise.resolve(),
    },
    20,
  )
  const text = join(folder, 'more.txt')
  writeFileSync(text, 'Another text.')
  expect(await records.offer([path, text, path])).toEqual([text])
  expect(offered).toMatchObject([
    { outcome: { ok: true } },
    {
      outcome: {
        ok: false,
        error: { kind: 'too-large', message: expect.stringContaining('“mill.html” was not read') },
      },
    },
  ])
  records.discard()
  await records.offer([path])
  expect(offered).toMatchObject([{ outcome: { ok: true } }])
})
