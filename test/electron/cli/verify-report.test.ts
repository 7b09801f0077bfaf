import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { idOf, instant } from '../../db/case-fixture.js'
import { commonCase, workOn } from '../../db/copies.js'
import { stet } from './stet-process.js'

/** A case with signatures over claim 10, claim 11 and the case, and its report. */
async function signedReport(): Promise<{ folder: string; path: string; report: string }> {
  const path = commonCase()
  workOn(path, (store) => {
    for (const [id, claim] of [
      [70, 10],
      [71, 11],
      [72, null],
    ] as const) {
      store.perform(
        {
          do: 'sign',
          id: idOf(id),
          personId: idOf(60),
          roundId: null,
          claimId: claim && idOf(claim),
          comment: null,
        },
        'Ada',
        instant(id),
      )
    }
  })
  const folder = dirname(path)
  const report = join(folder, 'report.html')
  expect((await stet(folder, ['report', path, '-o', report])).code).toBe(0)
  return { folder, path, report }
}

it('says that a report is unaltered, and that the case still says what was signed', async () => {
  const { folder, path, report } = await signedReport()
  const alone = await stet(folder, ['verify', report])
  expect([alone.code, alone.stderr]).toEqual([0, ''])
  expect(alone.stdout).toMatch(/^report\.html: unaltered \(made .* with Stet .*, 3 signatures\)\n$/)
  const { code, stdout } = await stet(folder, ['verify', report, '--case', path])
  expect(code).toBe(0)
  expect(stdout).toContain('[matches] claim 1 “Tuesday”, signed by Ada (editor)')
  expect(stdout).toContain('[matches] the case, signed by Ada (editor)')
})

it('says which signed claims have changed or are gone since', async () => {
  const { folder, path, report } = await signedReport()
  workOn(path, (store) => {
    store.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } }, 'Ada', instant(80))
    store.perform({ do: 'withdraw-sign-off', id: idOf(71) }, 'Ada', instant(81))
    store.perform({ do: 'remove-claim', id: idOf(11) }, 'Ada', instant(82))
  })
  const { code, stdout } = await stet(folder, ['verify', report, '--case', path])
  expect(code).toBe(1)
  expect(stdout).toContain('[changed since] claim 1 “Tuesday”')
  expect(stdout).toMatch(/\[gone\] claim 2, signed by Ada \(editor\) .*, withdrawn since/)
  expect(stdout).toContain('[changed since] the case')
})

it('sees a change of one letter anywhere in the report, but not that mail wrote its line breaks anew', async () => {
  const { folder, report } = await signedReport()
  const html = readFileSync(report, 'utf8')
  writeFileSync(report, html.replaceAll('\n', '\r\n'))
  expect((await stet(folder, ['verify', report])).code).toBe(0)
  const places = [html.indexOf('Tuesday'), html.indexOf('stet-seal') + 40, html.length - 20]
  for (const place of places) {
    const letter = html[place] === 'x' ? 'y' : 'x'
    writeFileSync(report, html.slice(0, place) + letter + html.slice(place + 1))
    const { code, stdout } = await stet(folder, ['verify', report])
    expect([code, stdout]).toEqual([1, expect.stringContaining('altered') as string])
  }
})

it('ends with 1 for another case, and with 2 for a page without a seal', async () => {
  const { folder, path } = await signedReport()
  writeFileSync(join(folder, 'mill.txt'), 'The mill burned on Monday, 3 March 2021.')
  const other = join(folder, 'other.html')
  expect((await stet(folder, ['report', 'mill.txt', '-o', other])).code).toBe(0)
  const compared = await stet(folder, ['verify', other, '--case', path])
  expect([compared.code, compared.stdout]).toEqual([1, expect.stringContaining('on another case') as string])
  const page = join(folder, 'page.html')
  writeFileSync(page, '<!doctype html><title>A page</title>')
  const { code, stderr } = await stet(folder, ['verify', page])
  expect([code, stderr]).toEqual([2, expect.stringContaining('has no seal') as string])
})
