import { expect, it } from 'vitest'
import { factsIn } from '../../../electron/main/facts-in.js'

it.each([
  [{ homepage: 'https://stet.example/releases' }, 'https://stet.example/releases'],
  [{ homepage: 'https://stet.example' }, 'https://stet.example/'],
  [{}, null],
  [{ homepage: '' }, null],
  [{ homepage: 'http://stet.example' }, null],
  [{ homepage: 'file:///etc/passwd' }, null],
  [{ homepage: 'javascript:alert(1)' }, null],
  [{ homepage: ['https://stet.example'] }, null],
  [null, null],
])('finds in %j the page of releases %j', (manifest, page) => {
  expect(factsIn(manifest).releasesPage).toBe(page)
})

it('takes a package for one of the tests only when it says so', () => {
  expect(factsIn({ isTestPackage: true }).isTestPackage).toBe(true)
  for (const isTestPackage of ['true', 1, null, undefined])
    expect(factsIn({ isTestPackage }).isTestPackage).toBe(false)
})
