import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

const text = 'The mill burned on Monday.\n\nThe board said no.\n'

/** A folder with files in it by their names. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const note = (exact: string, id = 'urn:1') => ({
  id,
  type: 'Annotation',
  target: { source: 'https://example.org/mill', selector: { type: 'TextQuoteSelector', exact } },
  bodyValue: 'Who says so?',
})

it('makes a case of texts, and puts claims on them', async () => {
  const table = 'Quote,Source,Verdict\nThe board said no,mill.txt,supported\n'
  const folder = folderWith({
    'mill.txt': text,
    'claims.csv': table,
    'notes.jsonld': JSON.stringify(note('burned on Monday')),
  })
  const made = await stet(folder, [
    'import',
    'new.stet',
    'mill.txt',
    '--published',
    '2021-03-03',
    '--title',
    'Mill fire',
  ])
  expect(made).toMatchObject({ code: 0, stdout: 'mill.txt: 1 source\n', stderr: '' })
  const claims = await stet(folder, [
    'import',
    'new.stet',
    'claims.csv',
    'notes.jsonld',
    '--source',
    'mill.txt',
    '--format',
    'json',
  ])
  expect(claims.code).toBe(0)
  expect(JSON.parse(claims.stdout)).toMatchObject({
    case: 'new.stet',
    files: [
      { kind: 'claims', claims: 1, places: { exact: 1 }, skipped: [], error: null },
      { kind: 'claims', claims: 1, places: { exact: 1 } },
    ],
  })
  const again = await stet(folder, ['import', 'new.stet', 'mill.txt', 'notes.jsonld', '--source', 'mill.txt'])
  expect(again.code).toBe(1)
  expect(again.stdout).toContain('the same file is in the case already')
  expect(again.stdout).toContain(
    'notes.jsonld: 0 claims (0 exactly, 0 by search, 0 not found, 1 there already',
  )
  expect((await stet(folder, ['verify', 'new.stet'])).code).toBe(0)
})

it('round-trips a case through its own exports', async () => {
  const folder = folderWith({
    'mill.txt': text,
    'notes.json': JSON.stringify([note('burned on Monday'), note('said no', 'urn:2')]),
  })
  await stet(folder, ['import', 'a.stet', 'mill.txt'])
  await stet(folder, ['import', 'a.stet', 'notes.json', '--source', 'mill.txt', '--checker', 'Bea'])
  await stet(folder, ['export', 'a.stet', '--format', 'json-ld', '--notes', 'all', '-o', 'a.jsonld'])
  await stet(folder, ['export', 'a.stet', '--format', 'ris', '-o', 'a.ris'])
  await stet(folder, ['import', 'b.stet', 'mill.txt'])
  const { code, stdout } = await stet(folder, ['import', 'b.stet', 'a.jsonld', 'a.ris'])
  expect(code).toBe(0)
  expect(stdout).toContain('a.jsonld: 2 claims (2 exactly')
  await stet(folder, ['export', 'b.stet', '--format', 'json-ld', '--notes', 'all', '-o', 'b.jsonld'])
  const copied = await stet(folder, ['import', 'c.stet', 'a.stet', '--format', 'json'])
  expect(JSON.parse(copied.stdout)).toMatchObject({ files: [{ kind: 'case', sources: 1, claims: 2 }] })
})

it('reads the columns that are named, and says what is left out', async () => {
  const folder = folderWith({
    'mill.txt': text,
    'odd.csv': 'a;b\nThe board said no;fire\nNobody said that at all;x\n',
  })
  await stet(folder, ['import', 'a.stet', 'mill.txt'])
  const mapped = ['--source', 'mill.txt', '--map', 'a=quote,2=tags', '--orphans', 'leave']
  const { code, stdout } = await stet(folder, ['import', 'a.stet', 'odd.csv', ...mapped])
  expect(code).toBe(1)
  expect(stdout).toContain('odd.csv: 1 claim (1 exactly, 0 by search, 1 not found')
  expect(stdout).toContain('row 3: not in the text: “Nobody said that at all”')
  const wrong = await stet(folder, ['import', 'a.stet', 'odd.csv', '--map', 'c=quote'])
  expect(wrong).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('a column “c” that the table has not') as string,
  })
})

it('ends with 2 for what cannot be imported', async () => {
  const folder = folderWith({ 'mill.txt': text, 'odd.json': '{"a": 1}' })
  const refused = await stet(folder, ['import', 'a.stet', 'odd.json', 'mill.txt', 'absent.txt'])
  expect(refused.code).toBe(2)
  expect(refused.stdout).toContain('odd.json: not imported. “odd.json” is JSON, but holds neither')
  expect(refused.stdout).toContain('mill.txt: 1 source')
  expect((await stet(folder, ['import', 'a.stet'])).code).toBe(2)
  expect((await stet(folder, ['import', 'mill.txt', 'odd.json'])).stderr).toContain('is no case file')
})

it('makes a case of a saved report, and puts its claims on the texts of a case that has some', async () => {
  const folder = folderWith({ 'mill.txt': text, 'notes.json': JSON.stringify(note('burned on Monday')) })
  await stet(folder, ['import', 'a.stet', 'mill.txt', '--title', 'Mill fire'])
  await stet(folder, ['import', 'a.stet', 'notes.json', '--source', 'mill.txt'])
  await stet(folder, ['report', 'a.stet', '-o', 'a.html'])
  const made = await stet(folder, ['import', 'b.stet', 'a.html'])
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toContain('a.html: 1 source, 1 claim (1 exactly')
  expect((await stet(folder, ['verify', 'b.stet'])).code).toBe(0)
  expect((await stet(folder, ['export', 'b.stet', '--format', 'json', '-o', 'b.json'])).stderr).toBe('')
  expect(readFileSync(join(folder, 'b.json'), 'utf8')).toContain('"title": "Mill fire"')

  await stet(folder, ['import', 'c.stet', 'mill.txt'])
  const claims = await stet(folder, ['import', 'c.stet', 'a.html', '--format', 'json'])
  expect(JSON.parse(claims.stdout)).toMatchObject({ files: [{ kind: 'claims', claims: 1, sources: 0 }] })

  const altered = readFileSync(join(folder, 'a.html'), 'utf8').replace('Mill fire', 'Mill flood')
  writeFileSync(join(folder, 'altered.html'), altered)
  const told = await stet(folder, ['import', 'd.stet', 'altered.html'])
  expect(told.code).toBe(1)
  expect(told.stdout).toContain('was changed after Stet saved it')
})
