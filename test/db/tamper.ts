import { copyFileSync, existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Works on a closed case file past Stet, as another program or a stranger could. */
export function tamper(path: string, act: (database: Database.Database) => void): void {
  const database = new Database(path)
  try {
    database.unsafeMode(true)
    database.pragma('foreign_keys = OFF')
    act(database)
  } finally {
    database.close()
  }
}

/** The same, with our own triggers out of the way and put back letter for letter. */
export function tamperPastTriggers(path: string, script: string): void {
  tamper(path, (database) => {
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
      )
      .all()
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    database.exec(script)
    for (const { sql } of triggers) database.exec(sql)
  })
}

/** What a crash leaves: a copy of a case that is open, with its write-ahead log. */
export function crashedCopy(path: string, copy: string): void {
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
}
