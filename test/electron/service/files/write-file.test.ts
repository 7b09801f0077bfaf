import { linkSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceFile, writeFileWhole } from '../../../../electron/service/files/write-file.js'
import { reasonOf } from '../../../../electron/workers/system-refusal.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { filesIn, temporaryFolder } from '../../temporary-folder.js'

describe('a file written whole', () => {
  it('holds what was given, as text or bytes, and takes the place of what was there', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'report.html')
    await writeFileWhole(path, 'An old, longer report')
    await writeFileWhole(path, 'A report 🚒')
    expect(readFileSync(path, 'utf8')).toBe('A report 🚒')
    await writeFileWhole(path, Uint8Array.from([1, 2, 3]))
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(Object.keys(filesIn(folder))).toEqual(['report.html'])
  })

  it('is one of two that are written at once, never a mixture', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'report.html')
    const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(200_000))
    await Promise.all(contents.map((content) => writeFileWhole(path, content)))
    expect(contents).toContain(readFileSync(path, 'utf8'))
    expect(Object.keys(filesIn(folder))).toEqual(['report.html'])
  })

  it('is not written, and what is there stays, when the system refuses', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'there before')
    mkdirSync(join(folder, 'full'))
    writeFileSync(join(folder, 'full', 'inside'), 'there before')
    const before = [filesIn(join(folder, 'full')), readFileSync(join(folder, 'file'), 'utf8')]
    for (const path of ['full', 'none/report.html', 'file/report.html', `${'x'.repeat(300)}.html`]) {
      await expect(writeFileWhole(join(folder, path), 'new')).rejects.toMatchObject({ kind: 'io' })
    }
    expect([filesIn(join(folder, 'full')), readFileSync(join(folder, 'file'), 'utf8')]).toEqual(before)
  })

  it('takes the place of a link or of a second name, and leaves the file that it led to', async () => {
    const folder = temporaryFolder()
    const [precious, link, second] = ['precious.txt', 'link.html', 'second.html'].map((n) => join(folder, n))
    writeFileSync(precious!, 'precious')
    symlinkSync(precious!, link!)
    linkSync(precious!, second!)
    for (const path of [link!, second!]) {
      await writeFileWhole(path, 'A report')
      expect(readFileSync(path, 'utf8')).toBe('A report')
      expect(readFileSync(precious!, 'utf8')).toBe('precious')
    }
    expect(lstatSync(link!).isFile()).toBe(true)
  })

  it('can have the longest name that there is, in a folder of a long path', async () => {
    const folder = join(temporaryFolder(), ...Array.from({ length: 14 }, () => 'f'.repeat(250)))
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${'事'.repeat(83)}.html`)
    await writeFileWhole(path, 'A report')
    expect(readFileSync(path, 'utf8')).toBe('A report')
  })

  it('is begun under a name that cannot be known before', async () => {
    const folder = temporaryFolder()
    const names = new Set<string>()
    for (let times = 0; times < 2; times++) {
      await replaceFile(join(folder, 'report.html'), async (temporary) => void names.add(temporary))
    }
    expect(names.size).toBe(2)
    for (const name of names) expect(name).toMatch(/\.report\.html\.[0-9a-f-]{36}\.tmp$/)
  })

  it('names the file and the way out when it could not be written', async () => {
    const path = join(temporaryFolder(), 'none', 'report.html')
    await expect(writeFileWhole(path, 'new')).rejects.toThrow(
      '“report.html” could not be written: the file or its folder is not there any more.',
    )
  })
})

describe('a file that is filled piece by piece', () => {
  it('is not there, and leaves nothing, when filling it was stopped', async () => {
    const folder = temporaryFolder()
    const stopped = replaceFile(join(folder, 'report.html'), async (temporary) => {
      writeFileSync(temporary, 'half of it')
      throw new StetError('cancelled', 'The report was cancelled.')
    })
    await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' })
    expect(filesIn(folder)).toEqual({})
  })
})

describe('the reason that the system gives', () => {
  it('is said in words where it is a known one', () => {
    expect(reasonOf(Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' }))).toContain(
      'the disk is full',
    )
    expect(reasonOf(new Error('the tape tore'))).toBe('the tape tore')
    expect(reasonOf(null)).toBe('null')
  })
})
