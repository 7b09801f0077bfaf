import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor, freeCasePath } from '../../../../electron/service/files/free-name.js'
import { temporaryFolder } from '../../temporary-folder.js'

describe('the name of a file for a title', () => {
  it.each([
    ['The mill fire', 'The mill fire'],
    ['Who said it? “Him”: a/b\\c', 'Who said it “Him” a b c'],
    ['  many   spaces\n', 'many spaces'],
    ['Ends with dots...', 'Ends with dots'],
    ['../../etc/passwd', 'etc passwd'],
    ['.hidden', 'hidden'],
    ['数字 – émigré', '数字 – émigré'],
    ['CON', 'Untitled'],
    ['con.txt', 'Untitled'],
    ['Contracts', 'Contracts'],
    ['lpt1', 'Untitled'],
    ['...', 'Untitled'],
    ['', 'Untitled'],
    ['\u202egpj.exe', 'gpj.exe'],
  ])('%j is %j', (title, name) => {
    expect(fileNameFor(title)).toBe(name)
  })

  it('is one that every system takes, whatever the title', () => {
    const title = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 }))
    fc.assert(
      fc.property(title, (title) => {
        const name = fileNameFor(title)
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|[. ]$|^ /u)
        expect(name).not.toMatch(/^(|con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i)
        expect(name.length).toBeLessThanOrEqual(80)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/\p{Cs}/u)
        expect(fileNameFor(name)).toBe(name)
      }),
      {
        numRuns: 500,
        examples: [
          ['🚒'.repeat(60)],
          ['事'.repeat(80)],
          ['a'.repeat(79) + '🚒'],
          ['con.txt'],
          ['a'.repeat(79) + ' b'],
        ],
      },
    )
  })
})

describe('a free path for a case', () => {
  it('is the name itself, or the name with the first free number', async () => {
    const folder = temporaryFolder()
    const names: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const path = await freeCasePath(folder, 'Mill')
      names.push(basename(path))
      writeFileSync(path, '')
    }
    expect(names).toEqual(['Mill.stet', 'Mill 2.stet', 'Mill 3.stet'])
  })

  it('is not one beside which the log of another case was left', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'Mill.stet-wal'), 'of another one')
    writeFileSync(join(folder, 'Mill 2.stet-journal'), 'of another one')
    writeFileSync(join(folder, 'Mill 3.stet-wal'), '')
    expect(await freeCasePath(folder, 'Mill')).toBe(join(folder, 'Mill 3.stet'))
  })

  it('can be in a folder that is not there yet', async () => {
    const folder = join(temporaryFolder(), 'new')
    expect(await freeCasePath(folder, 'Mill')).toBe(join(folder, 'Mill.stet'))
  })
})
