import type { ReadableDb, WritableDb } from '../database.js'
import { sha256 } from '../digest.js'
import { sql } from '../sql.js'
import { damagedRecord } from '../stored-record.js'

/** Keeps the bytes of a file, once for each content; their SHA-256. */
export function keepOriginal(db: WritableDb, bytes: Uint8Array): string {
  const digest = sha256(bytes)
  db.run(
    sql`INSERT INTO originals (sha256, bytes) VALUES (${digest}, ${bytes}) ON CONFLICT (sha256) DO NOTHING`,
  )
  return digest
}

/** The bytes with this SHA-256, or null. Throws 'damaged' when they no longer have it. */
export function originalBytes(db: ReadableDb, digest: string): Uint8Array | null {
  const row = db.get(sql`SELECT bytes FROM originals WHERE sha256 = ${digest}`)
  if (!row) return null
  if (!(row.bytes instanceof Uint8Array) || sha256(row.bytes) !== digest) {
    throw damagedRecord(`original ${digest}`, 'its bytes are not those that were imported')
  }
  return new Uint8Array(row.bytes)
}
