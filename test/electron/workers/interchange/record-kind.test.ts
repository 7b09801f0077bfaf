import { expect, it } from 'vitest'
import { recordKindOf } from '../../../../electron/workers/interchange/record-kind.js'

const kindOf = (start: string, name: string) => recordKindOf(Buffer.from(start, 'latin1'), name)

it.each([
  ['SQLite format 3\0', 'a.stet', 'case'],
  ['SQLite format 3\0', 'a.sqlite', null],
  ['', 'a.stet', 'case'],
  ['[{"id": 1}]', 'a.json', 'json'],
  ['\xef\xbb\xbf {"type": "AnnotationPage"}', 'a.jsonld', 'json'],
  ['[{"selector": {"type": "TextQuoteSelector"}}]', 'notes.txt', 'json'],
  ['[Sic] he said, and left.', 'letter.txt', null],
  ['{\\rtf1 text}', 'letter.rtf', null],
  ['TY  - JOUR\r\nER  - ', 'library.txt', 'ris'],
  ['TI  - One', 'library.ris', 'ris'],
  ['Quote,Verdict\nOne,supported', 'claims.csv', 'table'],
  ['Quote,Verdict\nOne,supported', 'claims.txt', null],
  ['\xff\xfeQ\0u\0o\0t\0e\0', 'claims.tsv', 'table'],
  ['%PDF-1.7', 'claims.csv.pdf', null],
  ['Once upon a time', 'story', null],
])('takes %j named %s for %s', (start, name, kind) => {
  expect(kindOf(start, name)).toBe(kind)
})
