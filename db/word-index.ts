import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import type { TextRange } from '../shared/document/paragraphs.js'

/** How words are told apart and folded; the same as in the index of the case file (migrations/0002). */
const tokenize = `tokenize='unicode61 remove_diacritics 2'`

/** Stand around a match while SQLite marks it; the texts must not hold them. */
const marks = { start: '\u0001', end: '\u0002' }

/**
 * Where a full-text expression matches in each text, in UTF-16 code units, in order and without overlaps. The texts are
 * made `searchable` first. Works in temporary tables, which leave the file alone.
 */
export function matchRanges(
  database: Database.Database,
  expression: string,
  texts: ReadonlyMap<number, string>,
): Map<number, TextRange[]> {
  const found = new Map<number, TextRange[]>()
  withTemporaryIndex(database, texts, '', (name) => {
    const marked = database.prepare<[string], { id: number; text: string }>(
      `SELECT rowid AS id, highlight(${name}, 0, char(1), char(2)) AS text FROM temp.${name} WHERE ${name} MATCH ?`,
    )
    for (const { id, text } of marked.all(expression)) found.set(id, markedRanges(text))
  })
  return found
}

/** A digest over every word of the file's index, with where it stands. */
export function indexDigest(database: Database.Database): string {
  return vocabularyDigest(database, 'main', 'search')
}

/** The same over the words that these texts (made `searchable`) have under their numbers. */
export function textsDigest(database: Database.Database, texts: ReadonlyMap<number, string>): string {
  return withTemporaryIndex(database, texts, "content='',", (name) =>
    vocabularyDigest(database, 'temp', name),
  )
}

function withTemporaryIndex<T>(
  database: Database.Database,
  texts: ReadonlyMap<number, string>,
  options: string,
  act: (name: string) => T,
): T {
  const name = 'some_texts'
  database.exec(`CREATE VIRTUAL TABLE temp.${name} USING fts5(body, ${options} ${tokenize})`)
  try {
    const insert = database.prepare(`INSERT INTO temp.${name} (rowid, body) VALUES (?, ?)`)
    database.transaction(() => {
      for (const [id, text] of texts) insert.run(id, text)
    })()
    return act(name)
  } finally {
    database.exec(`DROP TABLE temp.${name}`)
  }
}

function vocabularyDigest(database: Database.Database, schema: 'main' | 'temp', index: string): string {
  database.exec(`CREATE VIRTUAL TABLE temp.some_words USING fts5vocab(${schema}, ${index}, instance)`)
  try {
    const hash = createHash('sha256')
    const words = database.prepare<[], [string, number, number]>(
      'SELECT term, doc, offset FROM temp.some_words ORDER BY term, doc, offset',
    )
    for (const word of words.raw().iterate()) hash.update(`${word.join('\t')}\n`)
    return hash.digest('hex')
  } finally {
    database.exec('DROP TABLE temp.some_words')
  }
}

function markedRanges(text: string): TextRange[] {
  const ranges: TextRange[] = []
  let seen = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === marks.start) start = at - seen++
    else if (text[at] === marks.end) ranges.push({ start, end: at - seen++ })
  }
  return ranges
}
