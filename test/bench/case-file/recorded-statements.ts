import type Database from 'better-sqlite3'
import { CaseDatabase } from '../../../db/database.js'
import type { Row, Sql } from '../../../db/sql.js'

type Recorded = { does: 'get' | 'all' | 'each' | 'run'; statement: Sql } | { does: 'begin' | 'commit' }

/** A case file that remembers every statement that it was given. */
export class RecordingDatabase extends CaseDatabase {
  #depth = 0
  #recorded: Recorded[] = []

  /** The statements since it was last asked. */
  taken(): Recorded[] {
    const recorded = this.#recorded
    this.#recorded = []
    return recorded
  }

  override get(statement: Sql): Row | null {
    this.#recorded.push({ does: 'get', statement })
    return super.get(statement)
  }

  override all(statement: Sql): Row[] {
    this.#recorded.push({ does: 'all', statement })
    return super.all(statement)
  }

  override each(statement: Sql, take: (row: Row) => void): void {
    this.#recorded.push({ does: 'each', statement })
    super.each(statement, take)
  }

  override run(statement: Sql): number {
    this.#recorded.push({ does: 'run', statement })
    return super.run(statement)
  }

  override transaction<T>(act: () => T): T {
    if (this.#depth === 0) this.#recorded.push({ does: 'begin' })
    this.#depth++
    try {
      return super.transaction(act)
    } finally {
      this.#depth--
      if (this.#depth === 0) this.#recorded.push({ does: 'commit' })
    }
  }
}

/** Gives the same statements to better-sqlite3 alone, each prepared once, and does nothing with the answers. */
export class Replay {
  readonly #raw: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(raw: Database.Database) {
    this.#raw = raw
  }

  run(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      if ('statement' in one) this.#run(one)
      else this.#prepared(one.does === 'begin' ? 'BEGIN IMMEDIATE' : 'COMMIT').run()
    }
  }

  #run({ does, statement: { text, values } }: Extract<Recorded, { statement: Sql }>): void {
    const prepared = this.#prepared(text)
    if (does !== 'each') prepared[does](...values)
    else for (const _row of prepared.iterate(...values));
  }

  #prepared(text: string): Database.Statement {
    const statement = this.#statements.get(text) ?? this.#raw.prepare(text)
    this.#statements.set(text, statement)
    return statement
  }
}
