import { execFileSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFirstLook } from '../../../electron/main/first-look.js'
import { defaultLook } from '../../../electron/main/look-in.js'
import { temporaryFolder } from '../temporary-folder.js'

/** What a start finds where the program keeps its own, made by `make`. */
function lookBehind(make: (path: string) => void) {
  const folder = temporaryFolder()
  make(join(folder, 'stet.json'))
  return readFirstLook(folder)
}

describe('a first look at what is kept', () => {
  it('reads it', () => {
    const look = lookBehind((path) => writeFileSync(path, '{"preferences":{"theme":"dark"}}'))
    expect(look).toEqual({ ...defaultLook, theme: 'dark' })
  })

  it('is that of a first start where there is none', () => {
    expect(readFirstLook(join(temporaryFolder(), 'none'))).toEqual(defaultLook)
  })

  it('is that of a first start where it is not to be read', () => {
    expect(lookBehind((path) => writeFileSync(path, '{"preferences":'))).toEqual(defaultLook)
    expect(lookBehind((path) => mkdirSync(path))).toEqual(defaultLook)
  })

  it('does not read what is too large to be it', () => {
    const look = lookBehind((path) => {
      writeFileSync(path, '{"preferences":{"theme":"dark"}}')
      truncateSync(path, 20 * 1024 * 1024)
    })
    expect(look).toEqual(defaultLook)
  })

  it.skipIf(process.platform === 'win32')('waits for no pipe', () => {
    expect(lookBehind((path) => execFileSync('mkfifo', [path]))).toEqual(defaultLook)
  })
})
