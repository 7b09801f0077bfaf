import type {
  ImportedClaim,
  ImportedEvidence,
  ImportedNote,
  RecordBatch,
} from '../../../db/operations/imports/import-records.js'
import type { CaseRecords } from '../../../shared/domain/case.js'
import type { Claim } from '../../../shared/domain/claim.js'
import {
  claimIdSchema,
  evidenceIdSchema,
  noteIdSchema,
  relationIdSchema,
  type ClaimId,
  type PersonId,
} from '../../../shared/domain/ids.js'
import {
  mostListed,
  type PlaceCounts,
  type PlacesPreview,
  type Remark,
} from '../../../shared/domain/record-import.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type {
  IncomingClaim,
  IncomingClaims,
  IncomingEvidence,
  IncomingPassage,
} from '../../workers/interchange/incoming.js'
import { derivedId } from '../../workers/interchange/named-id.js'
import type { FoundPlace, SoughtText } from '../../workers/interchange/place-passages.js'
import type { UnknownVerdict } from '../../workers/interchange/unknown-verdicts.js'

/** Finds the places of passages in one text, here or in a worker. */
export type PlacePassages = (
  passages: IncomingPassage[],
  sought: SoughtText,
) => (FoundPlace | null)[] | Promise<(FoundPlace | null)[]>

/** What the case has, as far as an import must know it. */
export type KnownRecords = Pick<CaseRecords, 'claims' | 'people' | 'sources'>

/** A claim of a file with what became of it: `there` is in the case already, for `unplaced` no source was chosen. */
interface PlacedClaim {
  claim: IncomingClaim
  id: ClaimId
  outcome: keyof PlaceCounts
  version: TextVersion | null
  place: FoundPlace | null
}

/** The claims of a file with their places in the sources that were chosen for its texts. */
export class PlacedClaims {
  readonly #placed: PlacedClaim[]
  readonly #places: ReadonlyMap<IncomingPassage, FoundPlace | null>
  readonly #texts: ReadonlyMap<string, TextVersion>
  readonly #known: KnownRecords
  readonly #unknownVerdicts: readonly UnknownVerdict[]

  private constructor(
    incoming: IncomingClaims,
    texts: ReadonlyMap<string, TextVersion>,
    places: ReadonlyMap<IncomingPassage, FoundPlace | null>,
    known: KnownRecords,
  ) {
    this.#texts = texts
    this.#places = places
    this.#known = known
    this.#unknownVerdicts = incoming.unknownVerdicts
    const there = new ThereAlready(known.claims)
    this.#placed = incoming.claims.map((claim) => this.#placedClaim(claim, there))
  }

  /** @param texts the current text of the source that each text of the file is taken for, by its key. */
  static async find(
    incoming: IncomingClaims,
    texts: ReadonlyMap<string, TextVersion>,
    known: KnownRecords,
    place: PlacePassages,
  ): Promise<PlacedClaims> {
    const passages = incoming.claims.flatMap((claim) => [
      claim.passage,
      ...claim.evidence.flatMap((piece) => (piece.passage ? [piece.passage] : [])),
    ])
    const bySource = new Map<TextVersion, IncomingPassage[]>()
    for (const passage of passages) {
      const version = texts.get(passage.text)
      if (!version) continue
      const there = bySource.get(version)
      if (there) there.push(passage)
      else bySource.set(version, [passage])
    }
    const places = new Map<IncomingPassage, FoundPlace | null>()
    for (const [{ text, sha256, document }, ofSource] of bySource) {
      const found = await place(ofSource, { text, sha256, document })
      for (const [index, passage] of ofSource.entries()) places.set(passage, found[index] ?? null)
    }
    return new PlacedClaims(incoming, texts, places, known)
  }

  counts(): PlaceCounts {
    const counts: PlaceCounts = { exact: 0, searched: 0, orphan: 0, there: 0, unplaced: 0 }
    for (const { outcome } of this.#placed) counts[outcome]++
    return counts
  }

  preview(): PlacesPreview {
    const titles = new Map<string, string>(this.#known.sources.map(({ id, title }) => [id, title]))
    const listed = (outcome: PlacedClaim['outcome']) =>
      this.#placed
        .filter((one) => one.outcome === outcome)
        .slice(0, mostListed)
        .map(({ claim, version, place }) => ({
          where: claim.where,
          quote: claim.passage.exact,
          found: version && place ? version.text.slice(place.start, place.end) : '',
          source: titles.get(version?.sourceId ?? '') ?? '',
        }))
    return {
      counts: this.counts(),
      searched: listed('searched'),
      orphans: listed('orphan').map(({ found: _found, ...orphan }) => orphan),
      remarks: this.#unknownAssignees(),
    }
  }

  /** What is added to the case: the claims with a place, and those without one when they are to be kept. */
  batch(fileName: string, keepOrphans: boolean): RecordBatch {
    const added = this.#added(keepOrphans)
    const known = new Set<string>([...added, ...this.#known.claims].map(({ id }) => id))
    return {
      label: added.length === 1 ? 'Import claim' : `Import ${added.length} claims`,
      fileName,
      claims: added.map((one) => this.#claim(one)),
      notes: added.flatMap(({ claim, id }) =>
        claim.notes.map((note): ImportedNote => ({ ...note, id: noteIdSchema.parse(note.id), claimId: id })),
      ),
      evidence: added.flatMap(({ claim, id }) => claim.evidence.map((piece) => this.#evidence(piece, id))),
      relations: added.flatMap(({ claim, id }) => relationsOf(claim, id, known)),
      sources: [],
    }
  }

  /** Verdicts of the added claims that are left out since the case has none such. */
  unknownVerdicts(keepOrphans: boolean): UnknownVerdict[] {
    const added = new Set(this.#added(keepOrphans).map(({ claim }) => claim.where))
    return this.#unknownVerdicts.filter(({ where }) => added.has(where))
  }

  #added(keepOrphans: boolean): PlacedClaim[] {
    return this.#placed.filter(
      ({ outcome, claim }) =>
        outcome === 'exact' ||
        outcome === 'searched' || // A quote of nothing but white space says nothing where it does not stand.
        (outcome === 'orphan' && keepOrphans && claim.passage.exact.trim() !== ''),
    )
  }

  #placedClaim(claim: IncomingClaim, there: ThereAlready): PlacedClaim {
    const version = this.#texts.get(claim.passage.text) ?? null
    const id = claimIdSchema.parse(claim.id)
    if (!version) return { claim, id, outcome: 'unplaced', version, place: null }
    const place = this.#places.get(claim.passage) ?? null
    const outcome = there.takes(claim, version, place)
      ? 'there'
      : !place
        ? 'orphan'
        : place.searched
          ? 'searched'
          : 'exact'
    return { claim, id, outcome, version, place }
  }

  #claim({ claim, id, version, place }: PlacedClaim): ImportedClaim {
    const { exact, prefix, suffix } = claim.passage
    const assigneeId = this.#person(claim.assignee)
    return {
      ...claim.fields,
      ...(assigneeId && { assigneeId }),
      id,
      otherId: otherIdOf(claim, version!),
      sourceId: version!.sourceId,
      baseVersionId: version!.id,
      place: place && { start: place.start, end: place.end },
      quote: { exact, prefix, suffix },
      createdAt: claim.createdAt,
      updatedAt: claim.updatedAt,
    }
  }

  #evidence(
    { fields, passage, createdAt, updatedAt, id }: IncomingEvidence,
    claimId: ClaimId,
  ): ImportedEvidence {
    const version = passage && this.#texts.get(passage.text)
    const place = passage && this.#places.get(passage)
    return {
      ...fields,
      quote: passage?.exact ?? fields.quote,
      id: evidenceIdSchema.parse(id),
      claimId,
      passage: version && place ? { sourceId: version.sourceId, start: place.start, end: place.end } : null,
      createdAt,
      updatedAt,
    }
  }

  #person(name: string | null): PersonId | null {
    const said = name?.toLowerCase()
    return this.#known.people.find((person) => person.name.toLowerCase() === said)?.id ?? null
  }

  #unknownAssignees(): Remark[] {
    const unknown = new Map<string, string>()
    for (const { claim } of this.#placed)
      if (claim.assignee && !this.#person(claim.assignee) && !unknown.has(claim.assignee))
        unknown.set(claim.assignee, claim.where)
    return [...unknown].map(([name, where]) => ({
      where,
      message: `nobody in the review is called “${name.slice(0, 100)}”: the claim is assigned to nobody`,
    }))
  }
}

/** The identifier of a claim beside its own, where that one is taken by a source that was removed. */
function otherIdOf(claim: IncomingClaim, version: TextVersion): ClaimId {
  return claimIdSchema.parse(derivedId('claim', claim.id, version.sourceId))
}

function relationsOf(
  { relations }: IncomingClaim,
  fromClaimId: ClaimId,
  known: ReadonlySet<string>,
): RecordBatch['relations'] {
  return relations
    .filter(({ toClaimId }) => known.has(toClaimId) && toClaimId !== fromClaimId)
    .map(({ type, toClaimId }) => ({
      id: relationIdSchema.parse(derivedId('relation', fromClaimId, type, toClaimId)),
      fromClaimId,
      toClaimId: claimIdSchema.parse(toClaimId),
      type,
    }))
}

/** Which claims the case has already. */
class ThereAlready {
  readonly #ids: Set<string>
  /** Claims by the passage that they stand on, for rows that have no identifier of their own. */
  readonly #passages = new Map<string, number>()

  constructor(claims: readonly Claim[]) {
    this.#ids = new Set(claims.map(({ id }) => id))
    for (const { selector } of claims) this.#count(selector, 1)
  }

  /** Whether a claim is there; each claim of the case is taken for one row at most, and one of the file is there afterwards. */
  takes(claim: IncomingClaim, version: TextVersion, place: FoundPlace | null): boolean {
    if (this.#ids.has(claim.id) || this.#ids.has(otherIdOf(claim, version))) return true
    this.#ids.add(claim.id)
    if (!claim.isUnnamed || !place) return false
    return this.#count({ textVersionId: version.id, ...place }, -1) > 0
  }

  /** How many there were. */
  #count(
    { textVersionId, start, end }: { textVersionId: string; start: number; end: number },
    change: number,
  ): number {
    const passage = `${textVersionId} ${start} ${end}`
    const before = this.#passages.get(passage) ?? 0
    this.#passages.set(passage, Math.max(0, before + change))
    return before
  }
}
