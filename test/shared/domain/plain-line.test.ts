import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainLine, written } from '../../../shared/domain/plain-line.js'

it('shows a name as it ends, not as it pretends to', () => {
  expect(plainLine('invoice\u202efdp.exe')).toBe('invoice\\u202efdp.exe')
  expect(plainLine('a\u2067b\u2069.txt')).toBe('a\\u2067b\\u2069.txt')
})

it('leaves no second line', () => {
  expect(plainLine('a.txt” is open.\n\nAll is well:\r\n “b\u2028c\td')).toBe(
    'a.txt” is open. All is well: “b c\td',
  )
})

it('leaves the letters of every language as they are', () => {
  const names = ['שלום.txt', 'می‌خواهم', '👩‍👧', 'Zoë', 'עברית\u200f (2).pdf']
  expect(names.map(plainLine)).toEqual(names)
})

it('writes what JSON reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(written(JSON.stringify(text)))).toBe(text)
      expect(plainLine(text)).not.toMatch(/[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
