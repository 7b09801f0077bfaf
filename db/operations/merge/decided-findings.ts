import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { findFinding } from '../../tables/findings.js'
import { trusted } from '../reading/sound-records.js'

/** What the findings say that somebody has answered, by their fingerprints; those that no check reports any more are left out. */
export function decidedFindings(db: ReadableDb): Record<string, string> {
  const said: Record<string, string> = {}
  for (const { fingerprint } of db.all(sql`SELECT fingerprint FROM decisions`)) {
    const key = String(fingerprint)
    const finding = trusted(() => findFinding(db, key), { kind: 'findings', key }, [])
    if (finding) said[key] = finding.message
  }
  return said
}
