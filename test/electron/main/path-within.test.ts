import { isAbsolute, relative, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathWithin } from '../../../electron/main/path-within.js'

const folder = resolve('/program/renderer')
const inFolder = (name: string): string => resolve(folder, name)

describe('the file that an address of the window stands for', () => {
  it.each([
    ['app://stet/', 'index.html'],
    ['app://stet/index.html', 'index.html'],
    ['app://stet/assets/a.js?x=1#y', 'assets/a.js'],
    ['app://stet/assets/a%20b.woff2', 'assets/a b.woff2'],
    ['app://stet/assets/../index.html', 'index.html'],
    ['app://stet/../../index.html', 'index.html'],
  ])('%s is %s', (address, name) => {
    expect(pathWithin(folder, address)).toBe(inFolder(name))
  })

  it.each([
    'app://other/index.html',
    'app://stet.example.org/index.html',
    'app://stet:80/index.html',
    'app://stet/..%2f..%2fetc/passwd',
    'app://stet/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://stet/..%2frenderer-secrets/key',
    'app://stet/assets/..%2f..%2fsecret',
    'app://stet/%00index.html',
    'app://stet/index.html%00.png',
    'app://stet/%E0%A4%A',
    'no address',
    '',
  ])('%s is none', (address) => {
    expect(pathWithin(folder, address)).toBe(null)
  })

  it('never lies outside the folder, whatever is asked', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '/',
        '\\',
        '%5c',
        '%00',
        '%252e%252e%252f',
        'assets',
        'a.js',
        '~',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', '/'), (pieces, between) => {
        const path = pathWithin(folder, `app://stet/${pieces.join(between)}`)
        if (path === null) return
        const within = relative(folder, path)
        expect(isAbsolute(within) || within.split(sep)[0] === '..').toBe(false)
        expect(path).not.toContain('\0')
      }),
      { numRuns: 2000 },
    )
  })
})
