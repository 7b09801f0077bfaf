import { carryRanges } from '../anchoring/carry.js'
import { makeSelector } from '../anchoring/selector.js'
import type { Claim, Selector } from '../domain/claim.js'
import type { Evidence } from '../domain/evidence.js'
import type { Source } from '../domain/source.js'
import type { KindRecord } from './record-fields.js'
import type { Steps } from './steps.js'

/** The passages of a merge, and the texts in which they stand. */
export interface ReAnchoring {
  records: ReadonlyMap<string, KindRecord>
  /** Whether a text version was the current one of its source in one of the copies: a passage elsewhere was lost before. */
  wasCurrent: (textVersionId: string) => boolean
  /** The words of a text version. */
  textOf: (textVersionId: string) => string
  /** When the merge is done. */
  at: string
}

/** What became of passages that stood in a text that is not the one of its source any more. */
export interface ReAnchored {
  records: Map<string, KindRecord>
  counts: { unchanged: number; changed: number; orphan: number }
}

/** Whoever checked a claim saw other words than now stand there. */
const finished: ReadonlySet<Claim['status']> = new Set(['checked', 'reviewed', 'signed-off'])

/**
 * Carries claims and evidence of one copy over to the text that the other gave their source. What is not found there is an
 * orphan: it stays with the version that it was made in, which is kept. A finished claim whose quote is another is stale. Each
 * pair of texts is a step.
 */
export function* reAnchoring({ records, wasCurrent, textOf, at }: ReAnchoring): Steps<ReAnchored> {
  const result: ReAnchored = { records: new Map(records), counts: { unchanged: 0, changed: 0, orphan: 0 } }
  const lost = [...lostPassages(records, wasCurrent)]
  for (const [done, [key, names]] of lost.entries()) {
    yield done / lost.length
    const [from = '', to = ''] = key.split(' ')
    const passages = names.map((name) => records.get(name)!)
    const text = textOf(to)
    const found = carryRanges(
      textOf(from),
      text,
      passages.map((one) => selectorOf(one)!),
    )
    for (const [place, name] of names.entries()) {
      const range = found[place]
      if (!range) {
        result.counts.orphan++
        continue
      }
      const selector = makeSelector(text, to as Selector['textVersionId'], range.start, range.end)
      const before = passages[place]!
      const isSame = selector.exact === selectorOf(before)!.exact
      result.counts[isSame ? 'unchanged' : 'changed']++
      result.records.set(name, { kind: before.kind, record: movedTo(before, selector, isSame, at) })
    }
  }
  return result
}

/** The names of passages that do not stand in the text of their source, by the texts from which and to which they go. */
function lostPassages(
  records: ReadonlyMap<string, KindRecord>,
  wasCurrent: (textVersionId: string) => boolean,
): Map<string, string[]> {
  const lost = new Map<string, string[]>()
  for (const [name, record] of records) {
    const selector = selectorOf(record)
    const sourceId = (record.record as Claim).sourceId
    const source = records.get(`source ${sourceId}`)?.record as Source | undefined
    if (!selector || !source || selector.textVersionId === source.currentVersionId) continue
    if (!wasCurrent(selector.textVersionId)) continue
    const key = `${selector.textVersionId} ${source.currentVersionId}`
    const names = lost.get(key)
    if (names) names.push(name)
    else lost.set(key, [name])
  }
  return lost
}

function selectorOf({ kind, record }: KindRecord): Selector | null {
  return kind === 'claim' || kind === 'evidence' ? (record as Claim | Evidence).selector : null
}

function movedTo(
  { kind, record }: KindRecord,
  selector: Selector,
  isSame: boolean,
  at: string,
): KindRecord['record'] {
  if (kind === 'evidence') return { ...(record as Evidence), selector, quote: selector.exact, updatedAt: at }
  const claim = record as Claim
  const status = !isSame && finished.has(claim.status) ? 'stale' : claim.status
  return { ...claim, selector, status, updatedAt: at }
}
