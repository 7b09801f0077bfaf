import { standsAt } from '../../../shared/anchoring/selector.js'
import type { FindingsDelta, SettledFindings } from '../../../shared/domain/case.js'
import { findingSchema, type Finding } from '../../../shared/domain/finding.js'
import type { Source } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { firstIssue } from '../../stored-record.js'
import {
  addFinding,
  allStoredFindings,
  moveFinding,
  removeFinding,
  settledFindings,
  type StoredFinding,
} from '../../tables/findings.js'
import { currentText } from '../reading/live-records.js'
import { liveSources } from '../reading/read-case.js'

/**
 * Puts the findings of a check of the whole case in the place of those before; what came and what went (a finding that
 * changed under the same fingerprint does both). Findings are derived: this is neither logged nor undone, and decisions
 * about them stay.
 *
 * A finding whose quotes do not stand in the current texts is left out: a text was changed or removed while it was
 * checked, and the check that follows says it anew. Of two with the same fingerprint the first counts.
 */
export function storeFindings(db: WritableDb, findings: readonly Finding[]): FindingsDelta {
  return db.transaction(() => replaceFindings(db, allStoredFindings(db), standingFindings(db, findings)))
}

/**
 * The same for what a check is certain of before it is over: only what it settled is replaced, and the rest stays. A
 * finding elsewhere that has the fingerprint of a new one gives way to it; the check finds it anew under another.
 */
export function storeSettledFindings(db: WritableDb, settled: SettledFindings): FindingsDelta {
  return db.transaction(() =>
    replaceFindings(db, settledFindings(db, settled), standingFindings(db, settled.findings)),
  )
}

interface Standing {
  finding: Finding
  position: number
  /** The text version of each source that it was found in. */
  texts: Map<string, string>
}

/** Rows that say the same already are not touched, so that a check that changes little writes little. */
function replaceFindings(
  db: WritableDb,
  before: readonly StoredFinding[],
  after: ReadonlyMap<string, Standing>,
): FindingsDelta {
  const delta: FindingsDelta = { added: [], removed: [] }
  const kept = new Set<string>()
  for (const { fingerprint, finding, position } of before) {
    const next = after.get(fingerprint)
    const isSame = finding !== null && next !== undefined && sameJson(finding, next.finding)
    if (!isSame) delta.removed.push(fingerprint)
    else if (position !== next.position) moveFinding(db, fingerprint, next.position)
    if (isSame) kept.add(fingerprint)
    else removeFinding(db, fingerprint)
  }
  for (const { finding, position, texts } of after.values()) {
    if (kept.has(finding.fingerprint)) continue
    removeFinding(db, finding.fingerprint)
    addFinding(db, finding, position, texts)
    delta.added.push(finding)
  }
  return delta
}

function standingFindings(db: ReadableDb, findings: readonly Finding[]): Map<string, Standing> {
  const sources = new Map<string, Source>(liveSources(db).map((source) => [source.id, source]))
  const order = new Map([...sources.keys()].map((id, index) => [id, index]))
  const turns = new Map<number, number>()
  const standing = new Map<string, Standing>()
  for (const finding of findings) {
    requireFinding(finding)
    const texts = textsOf(db, finding, sources)
    if (!texts || standing.has(finding.fingerprint)) continue
    const [span] = finding.spans
    const place = placeOf(order.get(span?.source ?? '') ?? 0, span?.start ?? 0)
    const turn = turns.get(place) ?? 0
    turns.set(place, Math.min(turn + 1, turnsOfPlace - 1))
    standing.set(finding.fingerprint, { finding, texts, position: place + turn })
  }
  return standing
}

/** How many findings that begin at one place are told apart in their order. */
const turnsOfPlace = 16

/**
 * The order of findings: by source, by where they begin, and by their turn among those that begin there. A finding has
 * its place without a look at the others, so that it can come before they do. Safe up to 131,072 sources of 4 GB.
 */
function placeOf(sourceIndex: number, start: number): number {
  return (sourceIndex * 2 ** 32 + start) * turnsOfPlace
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
