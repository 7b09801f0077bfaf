import type { CaseInfo, CaseRecords, CaseSnapshot } from '../../../shared/domain/case.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import type { LogExtract } from '../../../shared/report/log-extract.js'
import { staleSignOffs } from '../signing/signed-content.js'

interface RecordLists extends Omit<CaseRecords, 'staleSignOffs'> {
  texts: TextVersion[]
}

/** Some records of a case, of one kind or several. What is in order in the case comes in that order, also from part to part. */
export type CasePart = Partial<RecordLists>

/** What a case is called, and the end of its log. */
export interface CaseHead {
  info: CaseInfo
  log: LogExtract
}

/** What comes of a case that is handed over: its head first, then its records and texts. */
export type HandedPart = CaseHead | CasePart

/** Puts a case together that comes in parts. It needs no case file, and can be done in another thread than the reading. */
export class CaseAssembly {
  readonly #lists: RecordLists = {
    sources: [],
    claims: [],
    notes: [],
    evidence: [],
    relations: [],
    findings: [],
    decisions: [],
    people: [],
    rounds: [],
    assessments: [],
    signOffs: [],
    preferences: [],
    texts: [],
    damaged: [],
  }

  add(part: CasePart): void {
    for (const [kind, records] of Object.entries(part)) {
      const list: unknown[] = this.#lists[kind as keyof RecordLists]
      for (const record of records) list.push(record)
    }
  }

  /** Everything in the case but the texts: claims in the order of the texts, the rest oldest first. */
  records(): CaseRecords {
    const { texts: _texts, ...lists } = this.#lists
    const records = {
      ...lists,
      claims: inTextOrder(lists.sources, lists.claims),
      notes: lists.notes.sort(byAge),
      evidence: lists.evidence.sort(byAge),
      relations: lists.relations.sort(byAge),
      assessments: lists.assessments.sort(byAge),
    }
    return { ...records, staleSignOffs: staleSignOffs(lists.signOffs, records) }
  }

  /** The same with the texts; a source whose text did not come is left out. */
  snapshot(info: CaseInfo): CaseSnapshot {
    const { texts } = this.#lists
    const { sources, ...records } = this.records()
    const versions = new Set(texts.map(({ id }) => id))
    const readable = sources.filter(({ currentVersionId }) => versions.has(currentVersionId))
    return { info, sources: readable, ...records, texts }
  }
}

type Order<T> = (one: T, other: T) => number

/** The claims of these sources, those of each source by their passages; others are left out. */
function inTextOrder(sources: readonly Source[], claims: readonly Claim[]): Claim[] {
  const bySource = new Map<string, Claim[]>(sources.map(({ id }) => [id, []]))
  for (const claim of claims) bySource.get(claim.sourceId)?.push(claim)
  return [...bySource.values()].flatMap((ofSource) => ofSource.sort(byPassage))
}

const byPassage: Order<Claim> = (one, other) =>
  one.selector.start - other.selector.start || one.selector.end - other.selector.end || byAge(one, other)

/** The oldest first. */
const byAge: Order<{ createdAt: string; id: string }> = (one, other) =>
  compare(one.createdAt, other.createdAt) || compare(one.id, other.id)

const compare: Order<string> = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
