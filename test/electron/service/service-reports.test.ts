import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { usualRequest } from '../../../shared/report/forms.js'
import { addText, contentOf, startWithCase } from './running-service.js'
import { filesIn } from '../temporary-folder.js'

describe('the report', () => {
  it('is written whole where a person says, and shown there on demand', async () => {
    const started = await startWithCase()
    await addText(started)
    await started.ask('report.reveal')
    expect(started.shown).toEqual([])
    const path = join(started.folder, 'report.html')
    started.person.report = path
    expect(await started.ask('report.save', usualRequest('html'))).toEqual({ fileName: 'report.html' })
    expect(readFileSync(path, 'utf8')).toContain('The repair cost £38 million')
    expect(Object.keys(filesIn(join(started.folder, 'cases')))).not.toContain('report.html')
    await started.ask('report.reveal')
    expect(started.shown).toEqual([path])
  })

  it('is not written when a person leaves the dialog', async () => {
    const { ask } = await startWithCase()
    expect(await ask('report.save', usualRequest('html'))).toBe(null)
  })

  it('is written in the form that was asked for, which the place is asked for by name', async () => {
    const started = await startWithCase()
    await addText(started)
    started.person.report = join(started.folder, 'claims.jsonld')
    await started.ask('report.save', usualRequest('json-ld'))
    expect(started.asked).toEqual([{ name: 'Mill - claims.jsonld', extension: 'jsonld' }])
    expect(JSON.parse(readFileSync(started.person.report, 'utf8'))).toMatchObject({
      type: 'AnnotationCollection',
    })
  })

  it('that needs to know more asks for it, and for no place', async () => {
    const started = await startWithCase()
    expect(await started.refusal('report.save', usualRequest('claim-review'))).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('the name of who publishes it') as string,
    })
    expect(started.asked).toEqual([])
  })

  it('is printed to pages by who can draw them', async () => {
    const started = await startWithCase()
    expect(await started.refusal('report.save', usualRequest('pdf'))).toMatchObject({ kind: 'invalid' })
    started.person.printer = async (html) => new TextEncoder().encode(`%PDF of ${html.length}`)
    started.person.report = join(started.folder, 'report.pdf')
    await started.ask('report.save', usualRequest('pdf'))
    expect(readFileSync(started.person.report, 'utf8')).toMatch(/^%PDF of \d{4}/)
  })

  it('that cannot be written leaves nothing behind, and the case open', async () => {
    const started = await startWithCase()
    const before = await contentOf(started)
    for (const path of [
      join(started.folder, 'no', 'such', 'folder.html'),
      join(started.path, 'in a file.html'),
    ]) {
      started.person.report = path
      expect(await started.refusal('report.save', usualRequest('html'))).toMatchObject({ kind: 'io' })
    }
    expect(await contentOf(started)).toEqual(before)
    expect(await started.ask('case.rename', { title: 'Still here' })).toMatchObject({ title: 'Still here' })
  })
})
