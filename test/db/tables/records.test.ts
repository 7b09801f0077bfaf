import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../db/sql.js'
import { claimFromRow, claimToRow } from '../../../db/tables/claims.js'
import { decisionFromRow, decisionToRow } from '../../../db/tables/decisions.js'
import { evidenceFromRow, evidenceToRow } from '../../../db/tables/evidence.js'
import { findingFromRow, findingToRow } from '../../../db/tables/findings.js'
import { noteFromRow, noteToRow } from '../../../db/tables/notes.js'
import { relationFromRow, relationToRow } from '../../../db/tables/relations.js'
import { sourceFromRow, sourceToRow } from '../../../db/tables/sources.js'
import { textVersionFromRow, textVersionToRow } from '../../../db/tables/text-versions.js'
import { sha256 } from '../../../db/digest.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import type { Note } from '../../../shared/domain/note.js'
import { findingOf, idOf, importOf, instant, noteBody, refusal } from '../case-fixture.js'

const times = { createdAt: instant(1), updatedAt: instant(2) }
const selector = {
  textVersionId: idOf<never>(2),
  start: 3,
  end: 10,
  exact: 'Tuesday',
  prefix: 'On ',
  suffix: ' the',
}
const claim: Claim = {
  ...unjudged,
  id: idOf<never>(10),
  sourceId: idOf<never>(1),
  selector,
  tags: ['a', 'é "x"'],
  ...times,
}
const note: Note = {
  id: idOf<never>(11),
  claimId: idOf<never>(10),
  body: noteBody('Ask'),
  text: 'Ask',
  visibility: 'public',
  author: 'Ada',
  ...times,
}
const evidence = {
  id: idOf<never>(12),
  claimId: idOf<never>(10),
  stance: 'supports' as const,
  title: 'Minutes',
  url: 'https://example.org/?a=1&b=2',
  archivedUrl: null,
  accessed: '2022-02-24?',
  quote: 'Tuesday',
  reliability: 'A' as const,
  credibility: '6' as const,
  sourceId: idOf<never>(1),
  selector,
  ...times,
}
const citation = { ...evidence, sourceId: null, selector: null }
const relation = {
  id: idOf<never>(13),
  fromClaimId: idOf<never>(10),
  toClaimId: idOf<never>(14),
  type: 'same-as' as const,
  fingerprint: null,
  createdAt: instant(1),
}
const decision = {
  fingerprint: 'findingone',
  state: 'dismissed' as const,
  reason: 'No',
  decidedAt: instant(1),
  decidedBy: 'Ada',
}
const { record, document, text } = importOf('One.\nTwo.')
const source = {
  ...record,
  id: idOf<never>(1),
  position: 0,
  fileName: null,
  mediaType: 'text/plain' as const,
  encoding: 'utf-8',
  originalSha256: sha256('x'),
  partStart: 0,
  partEnd: 9,
  currentVersionId: idOf<never>(2),
  createdAt: instant(1),
  removedAt: null,
}
const version = {
  id: idOf<never>(2),
  sourceId: idOf<never>(1),
  number: 1,
  text,
  document,
  sha256: sha256(text),
  reason: null,
  createdAt: instant(1),
}
const finding = findingOf('findingone', idOf(1), [3, 10])

const tables: [string, object, Row, (row: Row) => unknown][] = [
  ['claim', claim, claimToRow(claim), claimFromRow],
  ['note', note, noteToRow(note), noteFromRow],
  ['evidence', evidence, evidenceToRow(evidence), evidenceFromRow],
  ['evidence', citation, evidenceToRow(citation), evidenceFromRow],
  ['relation', relation, relationToRow(relation), relationFromRow],
  ['decision', decision, decisionToRow(decision), decisionFromRow],
  ['source', source, sourceToRow(source), sourceFromRow],
  ['text', version, textVersionToRow(version), textVersionFromRow],
  ['finding', finding, findingToRow(finding, 0), findingFromRow],
]

describe.each(tables)('a row of a %s', (name, record, row, fromRow) => {
  it('holds the whole record', () => {
    expect(fromRow(row)).toEqual(record)
  })

  for (const column of Object.keys(row).filter((column) => name !== 'finding' || column !== 'position')) {
    it(`is refused, by name, when ${column} is not what was written`, () => {
      const others = [null, 0, 1, '', 'x', '[]', '{}', 'null', new Uint8Array(2)].filter(
        (value) => value !== row[column],
      )
      const one = typeof row[column] === 'string' ? `${row[column]} ` : 7
      for (const value of [...others, one]) {
        if (typeof value === 'string' && value.trim() === row[column] && /^[[{]/.test(value)) continue
        const refused = refusal(() => fromRow({ ...row, [column]: value }))
        expect(refused).toMatchObject({ kind: 'damaged', message: expect.stringContaining(name) as string })
      }
    })
  }
})

it('claims and notes hold any text that has UTF-8', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 50 })
  fc.assert(
    fc.property(texts, fc.array(texts.filter((tag) => tag.length > 0)), (text, tags) => {
      const odd = { ...claim, claimant: text, correction: text, tags }
      expect(claimFromRow(claimToRow(odd))).toEqual(odd)
      const body = noteBody(text)
      expect(noteFromRow(noteToRow({ ...note, text, body }))).toEqual({ ...note, text, body })
    }),
  )
})

it('JSON that nests without end is damage, not a crash', () => {
  for (const depth of [2000, 200_000]) {
    const deep = '['.repeat(depth) + ']'.repeat(depth)
    expect(refusal(() => noteFromRow({ ...noteToRow(note), body: deep })).message).toMatch(
      /note .* nests too deep/,
    )
  }
})
