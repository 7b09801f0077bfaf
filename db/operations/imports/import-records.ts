import { makeSelector } from '../../../shared/anchoring/selector.js'
import type { Quote } from '../../../shared/anchoring/quote.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim, Selector } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import {
  evidenceIdSchema,
  noteIdSchema,
  type ClaimId,
  type SourceId,
  type TextVersionId,
} from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import type { Relation } from '../../../shared/domain/relation.js'
import type { Source, SourceRecord } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { WritableDb } from '../../database.js'
import { claims } from '../../tables/claims.js'
import { evidence } from '../../tables/evidence.js'
import { notes } from '../../tables/notes.js'
import { relationBetween, relations } from '../../tables/relations.js'
import { applyChanges } from '../acts/apply-changes.js'
import type { ImportAct } from './import-sources.js'
import { currentText, liveClaim, liveSource } from '../reading/live-records.js'
import { withStaleClaims } from '../signing/mark-stale.js'
import { noteBodyOf } from './note-body.js'
import { settleWriting } from '../acts/note-burst.js'
import { keepOrphanQuotes, type OrphanQuotes } from './orphan-quotes.js'
import { changedFields, patched, type Plan } from '../acts/plan.js'

/** When a record was made and changed; null where the file does not say, and the time of the import counts. */
interface Dated {
  createdAt: string | null
  updatedAt: string | null
}

type Undated<T> = Omit<T, 'createdAt' | 'updatedAt'> & Dated

/** A claim with the place that was found for it in the text `baseVersionId`; null for a quote that was not found there. */
export type ImportedClaim = Undated<Omit<Claim, 'selector'>> & {
  /** Its identifier where `id` is that of a claim of a source that was removed. */
  otherId: ClaimId
  baseVersionId: TextVersionId
  place: TextRange | null
  quote: Pick<Quote, 'exact' | 'prefix' | 'suffix'>
}

export type ImportedNote = Undated<Omit<Note, 'body' | 'author'>> & { author: string | null }

export type ImportedEvidence = Undated<Omit<Evidence, 'selector' | 'sourceId'>> & {
  /** A passage of a source's current text instead of a citation. */
  passage: (TextRange & { sourceId: SourceId }) | null
}

/** What a file brings into the case, as one act. */
export interface RecordBatch {
  /** For a person: "Import 12 claims". */
  label: string
  fileName: string
  /** None that is in the case already. */
  claims: ImportedClaim[]
  notes: ImportedNote[]
  evidence: ImportedEvidence[]
  relations: Omit<Relation, 'createdAt' | 'fingerprint'>[]
  /** What becomes of the records of sources. */
  sources: { id: SourceId; fields: Partial<SourceRecord> }[]
}

/**
 * Adds what a file brings, in one transaction and one log entry. The quotes of claims without a place are kept as a text of
 * their own beside the source's texts (see orphan-quotes.ts), so that they are orphans and nothing of them is lost. Throws
 * 'conflict' when a text was replaced since the places were found, 'not-found' for sources and claims that are not there, and
 * 'invalid', with nothing written.
 */
export function importRecords(db: WritableDb, batch: RecordBatch, act: ImportAct): Plan {
  return db.transaction(() => {
    settleWriting(db)
    const changes = new BatchPlan(db, batch, act).changes()
    const plan = withStaleClaims({ db, at: act.at, actor: act.actor }, { label: batch.label, changes })
    const action = `${batch.label} (${batch.fileName})`
    if (plan.changes.length) applyChanges(db, plan.changes, { at: act.at, actor: act.actor, action })
    return plan
  })
}

class BatchPlan {
  readonly #db: WritableDb
  readonly #batch: RecordBatch
  readonly #act: ImportAct
  readonly #sources = new Map<SourceId, { source: Source; text: string }>()
  /** The identifiers that the claims of this batch get, by those that they came with. */
  readonly #added = new Map<string, ClaimId>()
  /** The identifiers of what hangs on them: a file may give two things the same one. */
  readonly #given = new Set<string>()

  constructor(db: WritableDb, batch: RecordBatch, act: ImportAct) {
    this.#db = db
    this.#batch = batch
    this.#act = act
  }

  changes(): Change[] {
    const { claims, notes, evidence, relations, sources } = this.#batch
    const orphans = this.#orphans()
    return [
      ...sources.flatMap((one) => this.#recordChange(one)),
      ...claims.map((one) => this.#claimChange(one, orphans)),
      ...notes.map((one) => this.#noteChange(one)),
      ...evidence.map((one) => this.#evidenceChange(one)),
      ...relations.flatMap((one) => this.#relationChange(one)),
    ]
  }

  #source(id: SourceId) {
    const known = this.#sources.get(id)
    if (known) return known
    const source = liveSource(this.#db, id)
    const opened = { source, text: currentText(this.#db, source) }
    this.#sources.set(id, opened)
    return opened
  }

  #orphans(): ReadonlyMap<SourceId, OrphanQuotes> {
    const bySource = new Map<SourceId, string[]>()
    for (const { sourceId, place, quote } of this.#batch.claims) {
      if (place) continue
      const quotes = bySource.get(sourceId) ?? []
      quotes.push(quote.exact)
      bySource.set(sourceId, quotes)
    }
    const reason = `Quotes of “${this.#batch.fileName}” that are not in the text`
    return new Map(
      [...bySource].map(([id, quotes]) => [
        id,
        keepOrphanQuotes(this.#db, this.#source(id).source, { quotes, reason }, this.#act),
      ]),
    )
  }

  #claimChange(imported: ImportedClaim, orphans: ReadonlyMap<SourceId, OrphanQuotes>): Change {
    const { baseVersionId, place, quote, otherId: _otherId, createdAt, updatedAt, ...fields } = imported
    const { source } = this.#source(imported.sourceId)
    if (source.currentVersionId !== baseVersionId) {
      throw new StetError(
        'conflict',
        `The text of “${source.title}” was replaced meanwhile. Nothing was imported. Import it again.`,
      )
    }
    const id = this.#freeId(imported)
    this.#added.set(imported.id, id)
    const selector = place
      ? this.#selector(imported.sourceId, place)
      : orphans.get(imported.sourceId)!.selector(quote)
    const after: Claim = { ...fields, id, selector, ...this.#dates({ createdAt, updatedAt }) }
    return { kind: 'claim', key: after.id, before: null, after }
  }

  #noteChange({ author, createdAt, updatedAt, ...note }: ImportedNote): Change {
    const isFree = notes.find(this.#db, note.id) === null && this.#takes(`note ${note.id}`)
    const id = isFree ? note.id : noteIdSchema.parse(this.#act.newId())
    const after: Note = {
      ...note,
      id,
      claimId: this.#claimId(note.claimId),
      body: noteBodyOf(note.text),
      author: author ?? this.#act.actor,
      ...this.#dates({ createdAt, updatedAt }),
    }
    return { kind: 'note', key: after.id, before: null, after }
  }

  #evidenceChange({ passage, createdAt, updatedAt, ...fields }: ImportedEvidence): Change {
    const isFree = evidence.find(this.#db, fields.id) === null && this.#takes(`evidence ${fields.id}`)
    const selector = passage && this.#selector(passage.sourceId, passage)
    const after: Evidence = {
      ...fields,
      id: isFree ? fields.id : evidenceIdSchema.parse(this.#act.newId()),
      claimId: this.#claimId(fields.claimId),
      ...(selector && { quote: selector.exact }),
      sourceId: passage?.sourceId ?? null,
      selector,
      ...this.#dates({ createdAt, updatedAt }),
    }
    return { kind: 'evidence', key: after.id, before: null, after }
  }

  #relationChange(relation: RecordBatch['relations'][number]): Change[] {
    const { id, type } = relation
    const [fromClaimId, toClaimId] = [this.#claimId(relation.fromClaimId), this.#claimId(relation.toClaimId)]
    if (relations.find(this.#db, id) || relationBetween(this.#db, fromClaimId, toClaimId, type)) return []
    if (!this.#takes(`relation ${id}`)) return []
    const after: Relation = {
      ...relation,
      fromClaimId,
      toClaimId,
      fingerprint: null,
      createdAt: this.#act.at,
    }
    return [{ kind: 'relation', key: id, before: null, after }]
  }

  /** Gives out an identifier; false when it is given already. */
  #takes(name: string): boolean {
    const isFree = !this.#given.has(name)
    this.#given.add(name)
    return isFree
  }

  #recordChange({ id, fields }: RecordBatch['sources'][number]): Change[] {
    const before = liveSource(this.#db, id)
    const after: Source = patched(before, fields as Partial<Source>)
    return changedFields(before, after) ? [{ kind: 'source', key: id, before, after }] : []
  }

  #selector(sourceId: SourceId, { start, end }: TextRange): Selector {
    const { source, text } = this.#source(sourceId)
    try {
      return makeSelector(text, source.currentVersionId, start, end)
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown
      throw new StetError('invalid', `${thrown.message} (source “${source.title}”). Nothing was imported.`)
    }
  }

  /** The identifier that a claim of the file has in the case. */
  #claimId(id: ClaimId): ClaimId {
    return this.#added.get(id) ?? liveClaim(this.#db, id).id
  }

  #freeId({ id, otherId }: ImportedClaim): ClaimId {
    const free = [id, otherId].find((one) => !claims.find(this.#db, one) && !this.#added.has(one))
    if (free) return free
    throw new StetError(
      'conflict',
      `The claim ${id} is in the case already. Nothing was imported. Import it again.`,
    )
  }

  #dates({ createdAt, updatedAt }: Dated): { createdAt: string; updatedAt: string } {
    const made = createdAt ?? this.#act.at
    return { createdAt: made, updatedAt: updatedAt ?? made }
  }
}
