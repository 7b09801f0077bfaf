import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { originalName } from '../../../../electron/service/imports/originals.js'
import { mediaTypes, type Source } from '../../../../shared/domain/source.js'
import type { SourceId } from '../../../../shared/domain/ids.js'
import { startService, type RunningService } from '../running-service.js'

/** A case with one file as its source. */
async function caseWith(
  fileName: string,
  bytes: string | Buffer,
): Promise<{ running: RunningService; id: SourceId }> {
  const running = await startService()
  const file = join(running.folder, fileName)
  writeFileSync(file, bytes)
  running.person.newCase = join(running.folder, 'case.stet')
  await running.ask('case.create')
  running.person.texts = [file]
  const [preview] = await running.ask('import.choose')
  const { added } = await running.ask('import.commit', [{ id: preview!.id, parts: null }])
  return { running, id: added[0]! }
}

const odd = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('Gr\u00fc\u00dfe,\r\nthe mayor spoke.\r\n')])

describe('the original of a source', () => {
  it('is saved byte for byte where the person says, under its own name', async () => {
    const { running, id } = await caseWith('Minutes of May.txt', odd)
    running.person.report = join(running.folder, 'taken out.txt')
    expect(await running.ask('source.save-original', { id })).toEqual({ fileName: 'taken out.txt' })
    expect(running.asked).toEqual([{ name: 'Minutes of May.txt', extension: 'txt' }])
    expect(readFileSync(running.person.report)).toEqual(odd)
    await running.ask('report.reveal')
    expect(running.shown).toEqual([running.person.report])
  })

  it('is not saved when the person says no', async () => {
    const { running, id } = await caseWith('a.txt', odd)
    expect(await running.ask('source.save-original', { id })).toBeNull()
  })

  it('is opened as a copy that can only be read, which goes with the window', async () => {
    const { running, id } = await caseWith('Minutes.txt', odd)
    expect(await running.ask('source.open-original', { id })).toBe(true)
    expect(await running.ask('source.open-original', { id })).toBe(true)
    const [copy, again] = running.shown
    expect(again).toBe(copy)
    expect(basename(copy!)).toBe('Minutes.txt')
    expect(readFileSync(copy!)).toEqual(odd)
    expect(statSync(copy!).mode & 0o222).toBe(0)
    await running.service.close()
    expect(() => statSync(copy!)).toThrow()
  })

  it('is only saved when it could run something where it is opened', async () => {
    const page = '<!doctype html><title>Page</title><p>The mayor spoke at length on Tuesday.</p>'
    const { running, id } = await caseWith('page.html', page)
    expect(await running.refusal('source.open-original', { id })).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('Save the original') as string,
    })
    expect(running.shown).toEqual([])
    running.person.report = join(running.folder, 'out.html')
    await running.ask('source.save-original', { id })
    expect(readFileSync(running.person.report, 'utf8')).toBe(page)
  })

  it('is refused when its bytes are not those that were imported', async () => {
    const { running, id } = await caseWith('a.txt', odd)
    await running.service.close()
    const file = new Database(running.person.newCase!)
    file.exec("DROP TRIGGER originals_are_not_edited; UPDATE originals SET bytes = x'00'")
    file.exec(`CREATE TRIGGER originals_are_not_edited BEFORE UPDATE ON originals
BEGIN SELECT RAISE(ABORT, 'an original never changes'); END`)
    file.close()
    await running.service.openCase(running.person.newCase!)
    running.person.report = join(running.folder, 'out.txt')
    expect(await running.refusal('source.save-original', { id })).toMatchObject({ kind: 'damaged' })
    expect(await running.refusal('source.open-original', { id })).toMatchObject({ kind: 'damaged' })
    expect(() => statSync(running.person.report!)).toThrow()
  })
})

describe('the name of an original', () => {
  const named = (fileName: string | null, mediaType: Source['mediaType']) =>
    originalName({ fileName, title: 'The minutes: part 1/2', mediaType })

  it('is that of the file where that is safe', () => {
    expect(named('Report 2021.PDF', 'application/pdf')).toBe('Report 2021.pdf')
    expect(named('page.htm', 'text/html')).toBe('page.htm')
    expect(named(null, 'text/plain')).toBe('The minutes part 1 2.txt')
  })

  it('ends in what the file is, whatever it was called', () => {
    expect(named('setup.exe', 'text/plain')).toBe('setup.exe.txt')
    expect(
      named(
        'letter.docm',
        mediaTypes.find((type) => type.endsWith('document'))!,
      ),
    ).toBe('letter.docm.docx')
    expect(named('report.pdf', 'text/html')).toBe('report.pdf.html')
    expect(named('.bashrc', 'text/plain')).toBe('bashrc.txt')
  })

  it('leads nowhere else', () => {
    expect(named('../../etc/passwd', 'text/plain')).toBe('passwd.txt')
    expect(named('C:\\Windows\\System32\\con.txt', 'text/plain')).toBe('Untitled.txt')
    expect(named('a\u202etxt.exe', 'text/plain')).toBe('a txt.exe.txt')
  })
})
