import { createResolver, type Resolver } from '../../../shared/anchoring/resolve.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import {
  adoptedScale,
  defaultCaseScale,
  scalePreference,
  type CaseScale,
} from '../../../shared/domain/case-scale.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim, Selector } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { noteIdSchema } from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import { takesScale, transferredVerdict } from '../../../shared/domain/verdict-transfer.js'
import type { WritableDb } from '../../database.js'
import { derivedId } from '../../digest.js'
import type { CaseExcerpt } from '../../read-other-case.js'
import { sql } from '../../sql.js'
import { claims } from '../../tables/claims.js'
import { evidence } from '../../tables/evidence.js'
import { notes } from '../../tables/notes.js'
import { keepOriginal } from '../../tables/originals.js'
import { people } from '../../tables/people.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { relationBetween, relations } from '../../tables/relations.js'
import { sources } from '../../tables/sources.js'
import { addTextVersion, findTextVersion, nextVersionNumber } from '../../tables/text-versions.js'
import { applyChanges } from '../acts/apply-changes.js'
import { currentText } from '../reading/live-records.js'
import { withStaleClaims } from '../signing/mark-stale.js'
import { noteBodyOf } from './note-body.js'
import { settleWriting } from '../acts/note-burst.js'
import type { Plan } from '../acts/plan.js'
import { caseRecords, liveSources } from '../reading/read-case.js'
import { withAssignee } from '../acts/plan-claim.js'

/** Who copies when. */
export interface CopyAct {
  at: string
  actor: string
}

/**
 * Copies sources of another case into this one, with their claims, notes, evidence and relations under the identifiers that
 * they have, in one transaction and one log entry. A source that is here already (the same identifier, or the same file)
 * stays as it is, and so does a claim: what is copied twice is there once. Claims of a source with another text here are
 * sought in that text; those that are not found are orphans. Verdicts of another scale become those of this case's that say the
 * same; the name of one that has no counterpart is kept in a note.
 */
export function copySources(db: WritableDb, excerpt: CaseExcerpt, act: CopyAct): Plan {
  return db.transaction(() => {
    settleWriting(db)
    const changes = new CopyPlan(db, excerpt, act).changes()
    const label = excerpt.sources.length === 1 ? 'Import source' : `Import ${excerpt.sources.length} sources`
    const plan = withStaleClaims({ db, ...act }, { label, changes })
    const action = `${label} from the case “${excerpt.title}”`
    if (plan.changes.length) applyChanges(db, plan.changes, { ...act, action })
    return plan
  })
}

/** A source of the other case in this one: which it is here, and where its passages are sought when the texts differ. */
interface Here {
  source: Source
  text: string
  resolver: Resolver
}

class CopyPlan {
  readonly #db: WritableDb
  readonly #excerpt: CaseExcerpt
  readonly #act: CopyAct
  /** What the claims of this case are judged by. */
  readonly #scale: CaseScale
  readonly #takesScale: boolean
  readonly #here = new Map<string, Here>()
  readonly #versions: ReadonlyMap<string, TextVersion>

  constructor(db: WritableDb, excerpt: CaseExcerpt, act: CopyAct) {
    this.#db = db
    this.#excerpt = excerpt
    this.#act = act
    this.#takesScale =
      takesScale(judgedIn(db), excerpt.scale) && excerpt.claims.some(({ verdict }) => verdict)
    this.#scale = this.#takesScale ? excerpt.scale : scaleOfCase(db)
    this.#versions = new Map(excerpt.versions.map((version) => [version.id, version]))
  }

  changes(): Change[] {
    const db = this.#db
    const excerpt = this.#excerpt
    const ofSources = this.#sourceChanges()
    const added = excerpt.claims.filter(
      ({ id, sourceId }) => this.#here.has(sourceId) && !claims.find(db, id),
    )
    const known = new Set<string>(added.map(({ id }) => id))
    const isNew = ({ claimId }: { claimId: string }) => known.has(claimId)
    return [
      ...this.#scaleChange(),
      ...ofSources,
      ...added.map((claim): Change => ({
        kind: 'claim',
        key: claim.id,
        before: null,
        after: this.#claim(claim),
      })),
      ...added.flatMap((claim) => this.#verdictNote(claim)),
      ...excerpt.notes
        .filter((note) => isNew(note) && !notes.find(db, note.id))
        .map((after): Change => ({ kind: 'note', key: after.id, before: null, after })),
      ...excerpt.evidence
        .filter((piece) => isNew(piece) && !evidence.find(db, piece.id))
        .map((piece): Change => ({
          kind: 'evidence',
          key: piece.id,
          before: null,
          after: this.#evidence(piece),
        })),
      ...excerpt.relations
        .filter(({ fromClaimId: from, toClaimId: to, id, type }) => {
          const isThere = (end: Claim['id']) => known.has(end) || claims.find(db, end) !== null
          return (
            isThere(from) && isThere(to) && !relations.find(db, id) && !relationBetween(db, from, to, type)
          )
        })
        .map((after): Change => ({
          kind: 'relation',
          key: after.id,
          before: null,
          after: { ...after, fingerprint: null },
        })),
    ]
  }

  /** A case in which nobody has judged yet is judged as the other one from now on. */
  #scaleChange(): Change[] {
    if (!this.#takesScale) return []
    const { former } = this.#scale
    const after = scalePreference(adoptedScale({ ...defaultCaseScale, former }, this.#scale))
    return [{ kind: 'preference', key: after.key, before: null, after }]
  }

  #sourceChanges(): Change[] {
    const live = liveSources(this.#db)
    let position = Number(this.#db.get(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM sources`)?.next)
    return this.#excerpt.sources.flatMap((source): Change[] => {
      const here = live.find((one) => one.id === source.id) ?? live.find((one) => isSameFile(one, source))
      if (here) {
        this.#keep(source, here)
        return []
      }
      const before = sources.find(this.#db, source.id)
      const after = before ? { ...before, removedAt: null } : this.#added(source, position++)
      this.#keep(source, after)
      return [{ kind: 'source', key: source.id, before, after }]
    })
  }

  /** A source that is new here brings its file and its texts. */
  #added(source: Source, position: number): Source {
    keepOriginal(this.#db, this.#excerpt.originals.get(source.originalSha256)!)
    for (const version of this.#excerpt.versions)
      if (version.sourceId === source.id) addTextVersion(this.#db, version)
    return { ...source, position, removedAt: null }
  }

  #keep(source: Source, here: Source): void {
    const own = this.#versions.get(here.currentVersionId)
    const text = own?.text ?? currentText(this.#db, here)
    this.#here.set(source.id, { source: here, text, resolver: createResolver(text) })
  }

  #claim({ assigneeId, ...claim }: Claim): Claim {
    const { source } = this.#here.get(claim.sourceId)!
    const transferred = transferredVerdict(claim.verdict, this.#excerpt.scale, this.#scale)
    const copied: Claim = {
      ...claim,
      verdict: 'keptName' in transferred ? null : transferred.verdict,
      sourceId: source.id,
      selector: this.#selector(claim.sourceId, claim.selector),
    }
    return withAssignee(copied, assigneeId && people.find(this.#db, assigneeId) ? assigneeId : null)
  }

  /** A verdict that the scale of this case has nothing like is told to colleagues. */
  #verdictNote({ id: claimId, verdict }: Claim): Change[] {
    const { scale, title } = this.#excerpt
    const transferred = transferredVerdict(verdict, scale, this.#scale)
    if (!('keptName' in transferred)) return []
    const text = `Verdict in the case “${title}”: ${transferred.keptName} (scale “${scale.name}”).`
    const { actor: author, at } = this.#act
    const id = noteIdSchema.parse(derivedId(claimId, text))
    const dates = { createdAt: at, updatedAt: at }
    const after: Note = {
      id,
      claimId,
      body: noteBodyOf(text),
      text,
      visibility: 'internal',
      author,
      ...dates,
    }
    return notes.find(this.#db, id) ? [] : [{ kind: 'note', key: id, before: null, after }]
  }

  /** Evidence of a source that is not here becomes a citation with the quote. */
  #evidence(piece: Evidence): Evidence {
    if (!piece.sourceId || !piece.selector) return piece
    const here = this.#here.get(piece.sourceId)
    if (!here) return { ...piece, sourceId: null, selector: null, quote: piece.selector.exact }
    const selector = this.#selector(piece.sourceId, piece.selector)
    return { ...piece, sourceId: here.source.id, selector, quote: selector.exact }
  }

  /** Where a passage stands here: as it was in the same text, else where its words are found, else in the text it was in. */
  #selector(sourceId: string, selector: Selector): Selector {
    const { source, text, resolver } = this.#here.get(sourceId)!
    const of = this.#versions.get(selector.textVersionId)
    const wasCurrent = this.#excerpt.sources.some((one) => one.currentVersionId === selector.textVersionId)
    if (of?.text === text) return { ...selector, textVersionId: source.currentVersionId }
    const found = wasCurrent ? resolver.resolve(selector) : null
    if (found) return makeSelector(text, source.currentVersionId, found.start, found.end)
    return { ...selector, textVersionId: this.#keptVersion(of!, source).id }
  }

  /** A text of the other case as one that never was the current one here; the same each time. */
  #keptVersion(version: TextVersion, { id }: Source): TextVersion {
    const there = findTextVersion(this.#db, version.id)
    if (there?.sourceId === id) return there
    const kept = { ...version, sourceId: id, number: nextVersionNumber(this.#db, id) }
    addTextVersion(this.#db, kept)
    return kept
  }
}

function judgedIn(db: WritableDb) {
  const { claims, assessments, preferences } = caseRecords(db)
  return { claims, assessments, preferences }
}

function isSameFile(one: Source, other: Source): boolean {
  return (
    one.originalSha256 === other.originalSha256 &&
    one.partStart === other.partStart &&
    one.partEnd === other.partEnd
  )
}
