import type Database from 'better-sqlite3'
import type { TextRange } from '../shared/document/paragraphs.js'
import { StetError } from '../shared/ipc/result.js'
import type { Row, Sql, SqlValue } from './sql.js'
import { storageError } from './storage-error.js'
import { indexDigest, matchRanges, textsDigest } from './word-index.js'

/** An open case file that can only be read. */
export interface ReadableDb {
  /** The case file, for messages. */
  readonly path: string
  /** The first row, or null. */
  get(query: Sql): Row | null
  all(query: Sql): Row[]
  /** Hands over one row after the other, so that they need not all be held; `take` must not use the database. */
  each(query: Sql, take: (row: Row) => void): void
  /** Where a full-text expression matches in each text, see word-index.ts; these three write to no file. */
  matchRanges(expression: string, texts: ReadonlyMap<number, string>): Map<number, TextRange[]>
  /** A digest of the words of the file's search index. */
  indexDigest(): string
  /** The digest that the search index would have, held it these texts under these numbers. */
  textsDigest(texts: ReadonlyMap<number, string>): string
  close(): void
}

/** An open case file that can also be written. A function that takes a `ReadableDb` cannot write. */
export interface WritableDb extends ReadableDb {
  /** Runs a statement that writes; the number of rows that it changed. */
  run(statement: Sql): number
  /**
   * Runs `act` in one transaction: when it throws, nothing was changed; when it returns, all is on the disk. Inside
   * another transaction it is part of that one, and undone alone when it throws.
   */
  transaction<T>(act: () => T): T
  /** Moves what the write-ahead log holds into the file and empties the log, so that the file alone is the case. */
  checkpoint(): void
  /** Writes all of it into a new, single file. */
  vacuumInto(path: string): void
}

const full = 2

/** Statements on a connection of better-sqlite3, each prepared once; its errors become `StetError`s. */
export class CaseDatabase implements WritableDb {
  readonly path: string
  readonly #raw: Database.Database
  readonly #close: () => void
  readonly #statements = new Map<string, Database.Statement<unknown[], Row>>()

  /** `close` closes `raw`, with what else is to be done then. */
  constructor(raw: Database.Database, path: string, close: () => void = () => raw.close()) {
    this.#raw = raw
    this.path = path
    this.#close = close
  }

  get(query: Sql): Row | null {
    return this.#translated(() => this.#reading(query).get(...query.values)) ?? null
  }

  all(query: Sql): Row[] {
    return this.#translated(() => this.#reading(query).all(...query.values))
  }

  each(query: Sql, take: (row: Row) => void): void {
    this.#translated(() => {
      for (const row of this.#reading(query).iterate(...query.values)) take(row)
    })
  }

  matchRanges(expression: string, texts: ReadonlyMap<number, string>): Map<number, TextRange[]> {
    return this.#translated(() => matchRanges(this.#raw, expression, texts))
  }

  indexDigest(): string {
    return this.#translated(() => indexDigest(this.#raw))
  }

  textsDigest(texts: ReadonlyMap<number, string>): string {
    return this.#translated(() => textsDigest(this.#raw, texts))
  }

  run(statement: Sql): number {
    statement.values.forEach(refuseHalfCharacter)
    return this.#translated(() => this.#prepared(statement.text).run(...statement.values).changes)
  }

  transaction<T>(act: () => T): T {
    const whole = (): T => {
      const result = act()
      this.#requireFullSync()
      return result
    }
    return this.#translated(() => this.#raw.transaction(whole).immediate())
  }

  checkpoint(): void {
    const rows = this.#translated(() => this.#raw.pragma('wal_checkpoint(TRUNCATE)')) as { busy: number }[]
    if (rows[0]?.busy) {
      throw new StetError(
        'locked',
        `${this.path} is read by another program. All is saved, but not yet in one file.`,
      )
    }
  }

  vacuumInto(path: string): void {
    this.#translated(() => this.#raw.prepare('VACUUM INTO ?').run(path))
  }

  close(): void {
    this.#statements.clear()
    this.#translated(this.#close)
  }

  /**
   * Below FULL a commit can be lost with the power although it was answered, and the SQLite of better-sqlite3 lowers
   * it by itself in WAL mode unless it was set: so no transaction ends without this.
   */
  #requireFullSync(): void {
    if (this.#raw.pragma('synchronous', { simple: true }) !== full) {
      throw new StetError(
        'internal',
        `${this.path} is not written safely (synchronous is not FULL). Nothing was saved.`,
      )
    }
  }

  #reading(query: Sql): Database.Statement<unknown[], Row> {
    const statement = this.#prepared(query.text)
    if (!statement.readonly) throw new TypeError(`A read would write: ${query.text}`)
    return statement
  }

  #prepared(text: string): Database.Statement<unknown[], Row> {
    const known = this.#statements.get(text)
    if (known) return known
    const statement = this.#raw.prepare<unknown[], Row>(text)
    this.#statements.set(text, statement)
    return statement
  }

  #translated<T>(act: () => T): T {
    try {
      return act()
    } catch (thrown) {
      throw storageError(thrown, this.path)
    }
  }
}

const halfCharacter = /\p{Surrogate}/u

/** Half a surrogate pair has no UTF-8: SQLite would store another character in its place without a word. */
function refuseHalfCharacter(value: SqlValue): void {
  if (typeof value === 'string' && halfCharacter.test(value)) {
    throw new StetError(
      'invalid',
      'A text ends or begins within a character and cannot be saved. Nothing was saved.',
    )
  }
}
