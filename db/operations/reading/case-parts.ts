import type { DamagedRecord } from '../../../shared/domain/case.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import type { ReadableDb } from '../../database.js'
import { sql, type Row, type Sql } from '../../sql.js'
import { damagedRecord } from '../../stored-record.js'
import { assessmentFromRow } from '../../tables/assessments.js'
import { claimFromRow } from '../../tables/claims.js'
import { decisionFromRow } from '../../tables/decisions.js'
import { evidenceFromRow } from '../../tables/evidence.js'
import { findingFromRow, standingFindings } from '../../tables/findings.js'
import { noteFromRow } from '../../tables/notes.js'
import { personFromRow } from '../../tables/people.js'
import { preferenceFromRow } from '../../tables/preferences.js'
import { relationFromRow } from '../../tables/relations.js'
import { roundFromRow } from '../../tables/rounds.js'
import { signOffFromRow } from '../../tables/sign-offs.js'
import { sourceFromRow } from '../../tables/sources.js'
import { findTextVersion } from '../../tables/text-versions.js'
import type { CasePart } from './case-assembly.js'
import { soundRecords, trusted } from './sound-records.js'

/** Few rows, in their order. */
export const inOrder = {
  sources: sql`SELECT * FROM sources WHERE removed_at IS NULL ORDER BY position, id`,
  decisions: sql`SELECT * FROM decisions ORDER BY decided_at, fingerprint`,
  people: sql`SELECT * FROM people ORDER BY created_at, id`,
  rounds: sql`SELECT * FROM rounds ORDER BY number`,
  signOffs: sql`SELECT * FROM sign_offs ORDER BY signed_at, id`,
  preferences: sql`SELECT * FROM preferences ORDER BY key`,
}

type ManyRows = 'claims' | 'notes' | 'evidence' | 'relations' | 'assessments'

/**
 * Many rows, as they lie in the file, those behind a place in it; they are put in order afterwards. Most lie in order
 * already, and SQLite would carry every row through its sorting and look up every source and claim. A place is text: not
 * every one is a number that JavaScript has.
 */
const asTheyLie = (table: ManyRows, after: string, most: number): Sql => ({
  text: `SELECT CAST(rowid AS TEXT) AS place, * FROM ${table} WHERE rowid > CAST(? AS INTEGER) ORDER BY rowid LIMIT ?`,
  values: [after, most],
})

const firstPlace = '-9223372036854775808'

/** As many rows as there are. */
const allRows = -1

/**
 * Everything in a case but the texts, of what can be many `atOnce` rows a part. A record that is not what was written does
 * not keep the others from being read: it is left out and stands in `damaged`, with what hangs on it. The parts are of one
 * state of the case only when nothing is written before the last is taken.
 */
export function* recordParts(db: ReadableDb, atOnce = allRows): Generator<CasePart, void> {
  const reader = new PartReader(db, atOnce)
  yield* reader.records()
  yield { damaged: reader.damaged }
}

/** The same with the current text of each source, a text a part, in the order of the sources. */
export function* caseParts(db: ReadableDb, atOnce = allRows): Generator<CasePart, void> {
  const reader = new PartReader(db, atOnce)
  yield* reader.records()
  yield* reader.texts()
  yield { damaged: reader.damaged }
}

type FromRow<T> = (row: Row) => T

class PartReader {
  readonly damaged: DamagedRecord[] = []
  readonly #db: ReadableDb
  readonly #atOnce: number
  /** Rows of what is in the case, sound or not: what hangs on anything else is not even looked at. */
  readonly #live = { sources: new Set<unknown>(), claims: new Set<unknown>() }
  readonly #soundClaims = new Set<string>()
  #sources: Source[] = []

  constructor(db: ReadableDb, atOnce: number) {
    this.#db = db
    this.#atOnce = atOnce
  }

  *records(): Generator<CasePart, void> {
    this.#sources = this.#read('sources', inOrder.sources, sourceFromRow, (row) => this.#isSourceHere(row))
    yield { sources: this.#sources }
    yield* this.#claims()
    yield* this.#onClaims()
    for (const findings of this.#slices(this.#read('findings', standingFindings, findingFromRow)))
      yield { findings }
    yield { decisions: this.#read('decisions', inOrder.decisions, decisionFromRow) }
    yield { preferences: this.#read('preferences', inOrder.preferences, preferenceFromRow) }
    const signOffs = this.#read('signOffs', inOrder.signOffs, signOffFromRow, (row) =>
      this.#isSignOffHere(row),
    )
    yield { signOffs: signOffs.filter(({ claimId }) => !claimId || this.#soundClaims.has(claimId)) }
    yield { people: this.#read('people', inOrder.people, personFromRow) }
    yield { rounds: this.#read('rounds', inOrder.rounds, roundFromRow) }
  }

  *texts(): Generator<CasePart, void> {
    for (const source of this.#sources) {
      const name = { kind: 'texts', key: source.currentVersionId }
      const text = trusted(() => currentVersion(this.#db, source), name, this.damaged)
      if (text) yield { texts: [text] }
    }
  }

  *#claims(): Generator<CasePart, void> {
    const sound = new Set<string>(this.#sources.map(({ id }) => id))
    for (const page of this.#pages('claims', claimFromRow, (row) => this.#isClaimHere(row))) {
      const claims = page.filter(({ sourceId }) => sound.has(sourceId))
      for (const { id } of claims) this.#soundClaims.add(id)
      yield { claims }
    }
  }

  *#onClaims(): Generator<CasePart, void> {
    const isHere = (row: Row) => this.#live.claims.has(row.claim_id)
    const isBetween = (row: Row) =>
      this.#live.claims.has(row.from_claim_id) && this.#live.claims.has(row.to_claim_id)
    const isSound = ({ claimId }: { claimId: string }) => this.#soundClaims.has(claimId)
    for (const page of this.#pages('notes', noteFromRow, isHere)) yield { notes: page.filter(isSound) }
    for (const page of this.#pages('evidence', evidenceFromRow, isHere))
      yield { evidence: page.filter(isSound) }
    for (const page of this.#pages('relations', relationFromRow, isBetween)) {
      const relations = page.filter(
        ({ fromClaimId, toClaimId }) =>
          this.#soundClaims.has(fromClaimId) && this.#soundClaims.has(toClaimId),
      )
      yield { relations }
    }
    for (const page of this.#pages('assessments', assessmentFromRow, isHere))
      yield { assessments: page.filter(isSound) }
  }

  #isSourceHere({ id }: Row): boolean {
    this.#live.sources.add(id)
    return true
  }

  #isClaimHere({ id, source_id: sourceId }: Row): boolean {
    const isHere = this.#live.sources.has(sourceId)
    if (isHere) this.#live.claims.add(id)
    return isHere
  }

  #isSignOffHere({ claim_id: claimId }: Row): boolean {
    return claimId === null || this.#live.claims.has(claimId)
  }

  #read<T>(kind: string, query: Sql, fromRow: FromRow<T>, isWanted = (_row: Row): boolean => true): T[] {
    return soundRecords(this.#db, { query, kind, fromRow, isWanted }, this.damaged)
  }

  /** Rows as they lie, some at a time, so that they need not all be held. */
  *#pages<T>(kind: ManyRows, fromRow: FromRow<T>, isWanted: (row: Row) => boolean): Generator<T[], void> {
    let last = firstPlace
    for (let rows = this.#atOnce; rows === this.#atOnce;) {
      rows = 0
      const page = this.#read(kind, asTheyLie(kind, last, this.#atOnce), fromRow, (row) => {
        rows += 1
        last = String(row.place)
        return isWanted(row)
      })
      if (page.length) yield page
    }
  }

  *#slices<T>(list: T[]): Generator<T[], void> {
    if (this.#atOnce === allRows) return yield list
    for (let from = 0; from < list.length; from += this.#atOnce) yield list.slice(from, from + this.#atOnce)
  }
}

/** The current text version of a source, its digests checked. Throws 'damaged'. */
export function currentVersion(db: ReadableDb, { currentVersionId: id }: Source): TextVersion {
  const version = findTextVersion(db, id)
  if (!version) throw damagedRecord(`text ${id}`, 'it is missing')
  return version
}
