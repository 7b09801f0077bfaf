import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareSeal, holdsAll, type SignedState } from '../../../../shared/report/seal/compare-seal.js'
import { readSeal, sealElement, type Seal } from '../../../../shared/report/seal/seal.js'
import { verifiedReport } from '../../../../shared/report/seal/verified-report.js'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as never
const hash = (letter: string) => letter.repeat(64)

const signature = (number: number, claim: number | null, letter: string): Seal['signatures'][number] => ({
  id: id(number),
  name: 'Ada "A" <b>',
  role: 'editor',
  at: '2026-02-03T09:00:00.000Z',
  claim: claim === null ? null : { id: id(claim), number: claim },
  signedSha256: hash(letter),
})

const seal: Seal = {
  format: 'stet-seal-1',
  caseId: 'a-case',
  generatedAt: '2026-02-03T10:00:00.000Z',
  program: 'Stet 1',
  signatures: [signature(1, 10, 'a'), signature(2, 11, 'b'), signature(3, 12, 'c'), signature(4, null, 'd')],
  contentSha256: '',
}

const head = '<!doctype html>\n<html><head><title>A report</title>'
const rest = '</head><body>Tuesday</body></html>\n'
const page = head + rest

function sealedPage(): string {
  const contentSha256 = digest(head + sealElement(seal, '') + rest)
  return head + sealElement(seal, contentSha256) + rest
}

it('is read back from a page as it was put in, and the page shows nothing of it', () => {
  const html = sealedPage()
  const read = readSeal(html, digest)
  expect(read).toMatchObject({
    isUnaltered: true,
    seal: { ...seal, contentSha256: expect.any(String) as string },
  })
  expect(html).not.toContain('Ada "A" <b>')
  expect(html.replace(/<meta name="stet-seal"[^>]*>/, '')).toBe(page)
})

it('tells of any change of a page, of a second seal, and of one that cannot be read', () => {
  const html = sealedPage()
  fc.assert(
    fc.property(fc.nat(html.length - 1), fc.constantFrom('x', 'y', '<', '7'), (place, letter) => {
      if (html[place] === letter) return
      const altered = html.slice(0, place) + letter + html.slice(place + 1)
      expect(['altered', 'none']).toContain(verifiedReport('r.html', altered, digest, null).file)
    }),
    { numRuns: 500 },
  )
  expect(readSeal(html.replace('</head>', '<meta name="stet-seal" content="x" /></head>'), digest)).toBe(
    'unreadable',
  )
  expect(readSeal(html.replace(/content="[^"]*" \/><\/head>/, 'content="%zz" /></head>'), digest)).toBe(
    'unreadable',
  )
  expect(readSeal(page, digest)).toBeNull()
})

it('compares each signature with the case: matching, changed since, gone, withdrawn', () => {
  const state: SignedState = {
    caseId: 'a-case',
    title: 'The case',
    claims: {
      [id(10)]: { sha256: hash('a'), quote: 'Tuesday' },
      [id(11)]: { sha256: hash('f'), quote: 'the mayor' },
    },
    caseSha256: hash('d'),
    signOffs: [id(1), id(2), id(4)],
  }
  const comparison = compareSeal(seal, state)
  expect(
    comparison.signatures.map(({ standing, isWithdrawn, quote }) => [standing, isWithdrawn, quote]),
  ).toEqual([
    ['matches', false, 'Tuesday'],
    ['changed', false, 'the mayor'],
    ['gone', true, null],
    ['matches', false, null],
  ])
  expect(holdsAll(comparison)).toBe(false)
  expect(holdsAll(compareSeal({ ...seal, signatures: [signature(1, 10, 'a')] }, state))).toBe(true)
  expect(holdsAll(compareSeal({ ...seal, caseId: 'another', signatures: [] }, state))).toBe(false)
})
