import { execFileSync } from 'node:child_process'
import { copyFileSync, linkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdCase, isOpenCase } from '../../../../electron/service/cases/open-cases.js'
import { commandLine } from '../../built-program.js'
import { addText, startService, startWithCase } from '../running-service.js'

/** Whether another program can open a case file to write into it. */
function canBeWritten(path: string): boolean {
  const text = join(path, '..', 'other.txt')
  copyFileSync(import.meta.filename, text)
  try {
    execFileSync(process.execPath, [commandLine, 'import', path, text], { stdio: 'pipe' })
    return true
  } catch (thrown) {
    const { stderr } = thrown as { stderr: Buffer }
    if (!/open in another window or program/.test(String(stderr))) throw thrown
    return false
  }
}

/**
 * SQLite's lock on an open case is given up for the whole process as soon as anything in it opens and closes the same file
 * once more. Whatever is done with an open case, nobody else may get in.
 */
describe.runIf(process.platform !== 'win32')('a case that is open', () => {
  it('stays noted when somebody who had it open before takes back the note a second time', () => {
    const path = import.meta.filename
    const before = holdCase(path)
    before()
    const now = holdCase(path)
    before()
    expect(isOpenCase(path)).toBe(true)
    now()
    expect(isOpenCase(path)).toBe(false)
  })

  it('stays locked when it is dropped on the window as a file to import', async () => {
    const { service, path, events } = await startWithCase()
    await service.offerFiles([path])
    expect(JSON.stringify(events.at(-1))).toMatch(/is the one that is open/)
    expect(canBeWritten(path)).toBe(false)
  })

  it('stays locked when it is chosen under another name: to import, to merge, to open', async () => {
    const { service, path, events, person, refusal } = await startWithCase()
    const link = join(path, '..', 'link.stet')
    const second = join(path, '..', 'second.stet')
    symlinkSync(path, link)
    linkSync(path, second)
    for (const other of [link, second]) {
      await service.offerFiles([other])
      expect(JSON.stringify(events.at(-1))).toMatch(/is a case that is open in Stet|is the one that is open/)
      person.case = other
      expect((await refusal('merge.choose')).kind).toMatch(/conflict|locked/)
      expect(await refusal('case.open')).toMatchObject({ kind: 'locked' })
      expect(canBeWritten(path)).toBe(false)
    }
  })

  it('stays locked whatever another window of the program does with it', async () => {
    const { path, folder } = await startWithCase()
    const other = await startService(join(folder, 'other'))
    other.person.newCase = join(folder, 'Other.stet')
    await other.ask('case.create')
    await other.service.offerFiles([path])
    other.person.case = path
    for (const call of ['merge.choose', 'case.open', 'case.salvage', 'case.open-copy'])
      expect((await other.refusal(call)).kind, call).toBe('locked')
    expect(canBeWritten(path)).toBe(false)
  })

  it('is not replaced by a copy of another one, whoever has it open', async () => {
    const { path, folder, ask } = await startWithCase()
    const other = await startService(join(folder, 'other'))
    other.person.newCase = join(folder, 'Other.stet')
    await other.ask('case.create')
    await addText(other)
    symlinkSync(path, join(folder, 'link.stet'))
    for (const target of [path, join(folder, 'link.stet')]) {
      other.person.newCase = target
      expect((await other.refusal('case.save-copy')).kind).toBe('locked')
    }
    await ask('case.rename', { title: 'Still there' })
    await ask('case.close')
    other.person.case = path
    expect((await other.ask('case.open'))?.info.title).toBe('Still there')
  })

  it('can be opened and replaced once it is closed', async () => {
    const { path, folder, ask } = await startWithCase()
    await ask('case.close')
    expect(canBeWritten(path)).toBe(true)
    const other = await startService(join(folder, 'other'))
    other.person.newCase = join(folder, 'Other.stet')
    await other.ask('case.create')
    other.person.newCase = path
    expect(await other.ask('case.save-copy')).toMatchObject({ fileName: 'Mill.stet', problems: [] })
  })
})
