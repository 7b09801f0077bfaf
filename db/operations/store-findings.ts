import { standsAt } from '../../shared/anchoring/selector.js'
import type { FindingsDelta } from '../../shared/domain/case.js'
import { findingSchema, type Finding } from '../../shared/domain/finding.js'
import type { Source } from '../../shared/domain/source.js'
import { StetError } from '../../shared/ipc/result.js'
import { sameJson } from '../canonical-json.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { firstIssue } from '../stored-record.js'
import { addFinding, allFindings, clearFindings } from '../tables/findings.js'
import { currentText } from './live-records.js'
import { liveSources } from './read-case.js'

/**
 * Puts the findings of a check of the whole case in the place of those before, in their order; what came and what went
 * (a finding that changed under the same fingerprint does both). Findings are derived: this is neither logged nor
 * undone, and decisions about them stay.
 *
 * A finding whose quotes do not stand in the current texts is left out: a text was changed or removed while it was
 * checked, and the check that follows says it anew. Of two with the same fingerprint the first counts.
 */
export function storeFindings(db: WritableDb, findings: readonly Finding[]): FindingsDelta {
  return db.transaction(() => {
    const before = new Map(allFindings(db).map((finding) => [finding.fingerprint, finding]))
    const after = standingFindings(db, findings)
    clearFindings(db)
    let position = 0
    for (const { finding, texts } of after.values()) addFinding(db, finding, position++, texts)
    const isSame = (finding: Finding | undefined, other: Finding | undefined) =>
      finding !== undefined && other !== undefined && sameJson(finding, other)
    return {
      added: [...after.values()]
        .map(({ finding }) => finding)
        .filter((it) => !isSame(before.get(it.fingerprint), it)),
      removed: [...before.values()]
        .filter((it) => !isSame(after.get(it.fingerprint)?.finding, it))
        .map(({ fingerprint }) => fingerprint),
    }
  })
}

interface Standing {
  finding: Finding
  /** The text version of each source that it was found in. */
  texts: Map<string, string>
}

function standingFindings(db: ReadableDb, findings: readonly Finding[]): Map<string, Standing> {
  const sources = new Map<string, Source>(liveSources(db).map((source) => [source.id, source]))
  const standing = new Map<string, Standing>()
  for (const finding of findings) {
    requireFinding(finding)
    const texts = textsOf(db, finding, sources)
    if (texts && !standing.has(finding.fingerprint)) standing.set(finding.fingerprint, { finding, texts })
  }
  return standing
}

/** The text versions of a finding's sources; null when one of its quotes does not stand there. */
function textsOf(
  db: ReadableDb,
  finding: Finding,
  sources: ReadonlyMap<string, Source>,
): Map<string, string> | null {
  const texts = new Map<string, string>()
  for (const { source: id, start, end, quote } of finding.spans) {
    const source = sources.get(id)
    if (!source || !standsAt(currentText(db, source), { start, end, exact: quote })) return null
    texts.set(id, source.currentVersionId)
  }
  return texts
}

function requireFinding(finding: Finding): void {
  const parsed = findingSchema.safeParse(finding)
  if (parsed.success) return
  throw new StetError(
    'invalid',
    `The findings were not saved: one of rule ${finding.rule}: ${firstIssue(parsed.error)}.`,
  )
}
