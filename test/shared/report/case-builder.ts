import { createHash } from 'node:crypto'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import type { Assessment } from '../../../shared/domain/assessment.js'
import type { CaseSnapshot } from '../../../shared/domain/case.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { Finding } from '../../../shared/domain/finding.js'
import type { ClaimId, PersonId, RoundId, SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import type { RelationType } from '../../../shared/domain/relation.js'
import type { Person, PersonRole, Round, SignOff } from '../../../shared/domain/review.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'

/** Builds snapshots by hand, as a test reads: each method adds a record, ids and times count up. */
export class CaseBuilder {
  readonly snapshot: CaseSnapshot
  #count = 0

  constructor(title = 'The Harbour Bridge') {
    this.snapshot = {
      info: { id: this.#id(), title, createdAt: this.#time(), schemaVersion: 1 },
      sources: [],
      texts: [],
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
      staleSignOffs: [],
      preferences: [],
      damaged: [],
    }
  }

  /** A source with a text; `document` is made from the text unless given. */
  source(title: string, text: string, fields: Partial<Source> = {}, document?: unknown): Source {
    const id = this.#id() as SourceId
    const version: TextVersion = {
      id: this.#id() as TextVersionId,
      sourceId: id,
      number: 1,
      text,
      document: document === undefined ? documentFromPlainText(text).toJSON() : document,
      sha256: sha256(text),
      reason: null,
      createdAt: this.#time(),
    }
    const source: Source = { ...blankSource, id, title, position: this.snapshot.sources.length, ...fields }
    Object.assign(source, {
      currentVersionId: version.id,
      originalSha256: sha256(text),
      createdAt: this.#time(),
    })
    this.snapshot.sources.push(source)
    this.snapshot.texts.push(version)
    return source
  }

  /** A claim on the first place where the quote stands in the source. */
  claim(source: Source, quote: string, fields: Partial<Claim> = {}): Claim {
    const start = this.textOf(source).text.indexOf(quote)
    if (start < 0) throw new Error(`"${quote}" is not in "${source.title}"`)
    return this.claimAt(source, start, start + quote.length, fields)
  }

  claimAt(source: Source, start: number, end: number, fields: Partial<Claim> = {}): Claim {
    const version = this.textOf(source)
    const selector = makeSelector(version.text, version.id, start, end)
    const at = this.#time()
    const own = { id: this.#id() as ClaimId, sourceId: source.id, selector, createdAt: at, updatedAt: at }
    const claim: Claim = { ...unjudged, ...fields, ...own }
    this.snapshot.claims.push(claim)
    return claim
  }

  /** A note; text becomes one paragraph, anything else is taken as the note's document. */
  note(claim: Claim, body: string | object, fields: Partial<Note> = {}): void {
    const text = typeof body === 'string' ? body : ''
    const content = typeof body === 'string' ? noteDocument(body) : body
    const at = this.#time()
    const own = { id: this.#id() as Note['id'], claimId: claim.id, body: content, text }
    const rest = { visibility: 'public', author: 'M. Okafor', createdAt: at, updatedAt: at } as const
    this.snapshot.notes.push({ ...own, ...rest, ...fields })
  }

  evidence(claim: Claim, title: string, fields: Partial<Evidence> = {}): void {
    const at = this.#time()
    const own = { id: this.#id() as Evidence['id'], claimId: claim.id, title, createdAt: at, updatedAt: at }
    this.snapshot.evidence.push({ ...blankEvidence, ...own, ...fields })
  }

  relation(from: Claim, type: RelationType, to: Claim, fingerprint: string | null = null): void {
    const own = { id: this.#id() as never, fromClaimId: from.id, toClaimId: to.id, type, fingerprint }
    this.snapshot.relations.push({ ...own, createdAt: this.#time() })
  }

  /** A finding on the first places where the quotes stand in their sources. */
  finding(passages: [Source, string][], fields: Partial<Finding> = {}): Finding {
    const spans = passages.map(([source, quote]) => {
      const start = this.textOf(source).text.indexOf(quote)
      return { source: source.id, start, end: start + quote.length, quote }
    })
    const fingerprint = sha256(String(this.#count++))
    const finding: Finding = { ...blankFinding, fingerprint, spans, ...fields }
    this.snapshot.findings.push(finding)
    return finding
  }

  decide(finding: Finding, state: 'accepted' | 'dismissed', reason: string | null = null): void {
    const { fingerprint } = finding
    this.snapshot.decisions.push({
      fingerprint,
      state,
      reason,
      decidedAt: this.#time(),
      decidedBy: 'M. Okafor',
    })
  }

  person(name: string, role: PersonRole): Person {
    const at = this.#time()
    const person: Person = { id: this.#id() as PersonId, name, role, createdAt: at, updatedAt: at }
    this.snapshot.people.push(person)
    return person
  }

  round(title: string, closedAt: string | null = null): Round {
    const number = this.snapshot.rounds.length + 1
    const round: Round = { id: this.#id() as RoundId, number, title, openedAt: this.#time(), closedAt }
    this.snapshot.rounds.push(round)
    return round
  }

  assess(person: Person, claim: Claim, verdict: Verdict, fields: Partial<Assessment> = {}): Assessment {
    const at = this.#time()
    const own = { id: this.#id() as Assessment['id'], personId: person.id, claimId: claim.id, verdict }
    const rest = { comment: null, keptVerdict: null, createdAt: at, updatedAt: at }
    const assessment: Assessment = { ...own, ...rest, ...fields }
    this.snapshot.assessments.push(assessment)
    return assessment
  }

  /** A signature over a claim, or over the case (null); what changed since is for the test to say. */
  sign(person: Person, claim: Claim | null, fields: Partial<SignOff> = {}): SignOff {
    const own = { id: this.#id() as SignOff['id'], personId: person.id, name: person.name, role: person.role }
    const about = { claimId: claim?.id ?? null, roundId: null, signedSha256: sha256(''), comment: null }
    const signOff: SignOff = { ...own, ...about, signedAt: this.#time(), ...fields }
    this.snapshot.signOffs.push(signOff)
    return signOff
  }

  textOf(source: Source): TextVersion {
    return this.snapshot.texts.find(({ sourceId }) => sourceId === source.id)!
  }

  #id(): string {
    return `00000000-0000-4000-8000-${(++this.#count).toString(16).padStart(12, '0')}`
  }

  #time(): string {
    return new Date(Date.UTC(2026, 1, 3, 9, 0, ++this.#count)).toISOString()
  }
}

/** A note's document with one paragraph. */
export function noteDocument(text: string): object {
  return { type: 'doc', content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }] }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const blankSource = {
  author: null,
  publisher: null,
  published: null,
  url: null,
  accessed: null,
  kind: 'unspecified',
  reliability: null,
  credibility: null,
  fileName: 'text.txt',
  mediaType: 'text/plain',
  encoding: 'utf-8',
  originalSha256: '',
  partStart: 0,
  partEnd: 0,
  currentVersionId: '' as TextVersionId,
  createdAt: '',
  removedAt: null,
} satisfies Partial<Source>

const blankEvidence = {
  stance: 'supports',
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: null,
  reliability: null,
  credibility: null,
  sourceId: null,
  selector: null,
} satisfies Partial<Evidence>

const blankFinding = {
  rule: 'weekday-date',
  category: 'weekday-mismatch',
  severity: 'error',
  message: 'The weekday and the date do not go together.',
  explanation: {
    reason: 'One of the two is wrong.',
    resolved: [],
    arithmetic: [],
    assumptions: [],
    settle: '',
  },
  suggests: null,
} satisfies Partial<Finding>
