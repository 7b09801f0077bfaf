import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSample } from '../../../../electron/service/cases/sample.js'
import { runChecks } from '../../../../shared/checks/run-checks.js'
import { sourceRecordSchema } from '../../../../shared/domain/source.js'
import { workers } from '../../built-program.js'
import { temporaryFolder } from '../../temporary-folder.js'

const samples = new URL('../../../../samples', import.meta.url).pathname

describe('the sample case', () => {
  it('has texts of which something is known, and something to find', async () => {
    const { title, imports } = await readSample(workers, samples)
    expect(title).not.toBe('')
    for (const { record } of imports) expect(sourceRecordSchema.parse(record)).toEqual(record)
    const sources = imports.map(({ record, text }, index) => ({ ...record, id: String(index), text }))
    expect(runChecks(sources).length).toBeGreaterThan(2)
  })

  it('is refused when it is not whole', async () => {
    const folder = temporaryFolder()
    cpSync(samples, folder, { recursive: true })
    const { imports } = await readSample(workers, folder)
    rmSync(join(folder, imports[0]!.fileName!))
    await expect(readSample(workers, folder)).rejects.toThrow()
    writeFileSync(join(folder, 'sample.json'), '{ "title": "Sample" }')
    await expect(readSample(workers, folder)).rejects.toThrow()
  })
})
