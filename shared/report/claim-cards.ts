import { claimTypes, type Claim } from '../domain/claim.js'
import { stances, type Evidence, type Stance } from '../domain/evidence.js'
import type { ClaimId } from '../domain/ids.js'
import type { Note } from '../domain/note.js'
import type { Relation, RelationType } from '../domain/relation.js'
import { confidences, labelOf, statuses, type Status } from '../domain/verdicts.js'
import { byClaim, byTime } from './by-claim.js'
import { compare, type NumberedClaim } from './claim-numbers.js'
import { findingsAt, type FindingEntry } from './finding-entries.js'
import { noteBlocksOf, type NoteBlock } from './note-blocks.js'
import type { AssessmentEntry, ReviewEntries, SignatureEntry } from './review-entries.js'
import { isAnchored, type Place, type Places, type QuoteInContext } from './places.js'
import { verdictMark, type VerdictMark } from './verdict-marks.js'
import type { Label, Wording } from './wording.js'
import type { CaseScale } from '../domain/case-scale.js'

export interface NoteEntry {
  author: string
  updatedAt: string
  internal: boolean
  blocks: NoteBlock[]
}

export interface EvidenceEntry {
  stance: Stance
  stanceLabel: string
  title: string
  author: string | null
  publisher: string | null
  /** EDTF. */
  published: string | null
  url: string | null
  archivedUrl: string | null
  accessed: string | null
  quote: string | null
  /** Admiralty code: `B2`; a half that nobody gave is `–`; null when neither was. */
  grade: string | null
  /** For a passage of a source in the case. */
  place: Place | null
}

/** A relation as seen from one of its claims; `phrase` goes before the other claim's number: "Corrected by". */
export interface RelationEntry {
  type: RelationType
  phrase: string
  other: number
}

/** Everything that a report says of one claim. `anchored` is false when its quote is not in the current text. */
export interface ClaimCard {
  number: number
  anchored: boolean
  place: Place
  context: QuoteInContext
  typeLabel: string
  claimant: string | null
  eventDate: string | null
  eventDateInferred: boolean
  priority: Claim['priority']
  tags: string[]
  status: Status
  statusLabel: string
  verdict: VerdictMark | null
  confidenceLabel: string | null
  correction: string | null
  findings: FindingEntry[]
  notes: NoteEntry[]
  evidence: EvidenceEntry[]
  relations: RelationEntry[]
  assessments: AssessmentEntry[]
  signatures: SignatureEntry[]
}

/** What the cards are made from beside the claims; findings that were dismissed are not among `findings`. */
export interface CardMaterial {
  places: Places
  findings: readonly FindingEntry[]
  notes: readonly Note[]
  evidence: readonly Evidence[]
  relations: readonly Relation[]
  review: ReviewEntries
  words: Wording
  scale: CaseScale
}

const inversePhrases: Record<RelationType, Label> = {
  contradicts: 'Contradicts',
  'same-as': 'Same as',
  supports: 'Supported by',
  qualifies: 'Qualified by',
  corrects: 'Corrected by',
}

const phrases: Record<RelationType, Label> = {
  ...inversePhrases,
  supports: 'Supports',
  qualifies: 'Qualifies',
  corrects: 'Corrects',
}

/** One card a claim, in the order of their numbers. */
export function claimCards(material: CardMaterial): ClaimCard[] {
  const records = {
    notes: byClaim(material.notes),
    evidence: byClaim(material.evidence),
    relations: relationsByClaim(material),
    findings: findingsBySource(material.findings),
  }
  return material.places.claims.map((numbered) => cardOf(numbered, material, records))
}

interface CardRecords {
  notes: ReadonlyMap<ClaimId, Note[]>
  evidence: ReadonlyMap<ClaimId, Evidence[]>
  relations: ReadonlyMap<string, RelationEntry[]>
  findings: ReadonlyMap<string, FindingEntry[]>
}

// In one literal: putting a card together from parts takes several times as long, which is felt where there are thousands.
function cardOf(
  { number, claim }: NumberedClaim,
  material: CardMaterial,
  { notes, evidence, relations, findings }: CardRecords,
): ClaimCard {
  const { places, review, words, scale } = material
  const { id, sourceId, selector } = claim
  const text = places.text(sourceId)
  const anchored = text !== undefined && isAnchored(text.version, selector)
  return {
    typeLabel: words.label(labelOf(claimTypes, claim.type)),
    claimant: claim.claimant,
    eventDate: claim.eventDate,
    eventDateInferred: claim.eventDateInferred,
    priority: claim.priority,
    tags: claim.tags,
    status: claim.status,
    statusLabel: words.label(labelOf(statuses, claim.status)),
    verdict: verdictMark(claim.verdict, scale, words),
    confidenceLabel: claim.confidence && words.label(labelOf(confidences, claim.confidence)),
    correction: claim.correction,
    number,
    anchored,
    place: places.placeOfSelector(sourceId, selector),
    context: places.inContext(sourceId, selector),
    findings: anchored
      ? findingsAt(findings.get(sourceId) ?? [], sourceId, selector.start, selector.end)
      : [],
    notes: byTime(notes.get(id)).map(noteEntry),
    evidence: byTime(evidence.get(id)).map((piece) => evidenceEntry(piece, material)),
    relations: relations.get(id) ?? [],
    assessments: review.assessmentsOf(claim),
    signatures: review.signaturesOver(id),
  }
}

/** An Admiralty grade from its two halves. */
export function gradeOf(record: { reliability: string | null; credibility: string | null }): string | null {
  if (!record.reliability && !record.credibility) return null
  return `${record.reliability ?? '–'}${record.credibility ?? '–'}`
}

/** The findings that have a passage in a source, so that a claim is not held against those of all texts. */
function findingsBySource(findings: readonly FindingEntry[]): Map<string, FindingEntry[]> {
  const bySource = new Map<string, FindingEntry[]>()
  for (const finding of findings) {
    for (const sourceId of new Set(finding.passages.map((passage) => passage.sourceId))) {
      const list = bySource.get(sourceId)
      if (list) list.push(finding)
      else bySource.set(sourceId, [finding])
    }
  }
  return bySource
}

function noteEntry(note: Note): NoteEntry {
  const internal = note.visibility === 'internal'
  return { author: note.author, updatedAt: note.updatedAt, internal, blocks: noteBlocksOf(note) }
}

function evidenceEntry(piece: Evidence, { places, words }: CardMaterial): EvidenceEntry {
  const { sourceId, selector } = piece
  return {
    stance: piece.stance,
    stanceLabel: words.label(labelOf(stances, piece.stance)),
    title: piece.title,
    author: piece.author ?? null,
    publisher: piece.publisher ?? null,
    published: piece.published ?? null,
    url: piece.url,
    archivedUrl: piece.archivedUrl,
    accessed: piece.accessed,
    quote: piece.quote ?? selector?.exact ?? null,
    grade: gradeOf(piece),
    place: sourceId && selector ? places.placeOfSelector(sourceId, selector) : null,
  }
}

function relationsByClaim({ places, relations, words }: CardMaterial): Map<string, RelationEntry[]> {
  const entries = new Map<string, RelationEntry[]>()
  const add = (claimId: ClaimId, type: RelationType, phrase: string, otherId: ClaimId): void => {
    const other = places.numberOf(otherId)
    if (other === undefined) return
    const list = entries.get(claimId) ?? []
    list.push({ type, phrase, other })
    entries.set(claimId, list)
  }
  for (const { fromClaimId, toClaimId, type } of relations) {
    add(fromClaimId, type, words.say(phrases[type]), toClaimId)
    add(toClaimId, type, words.say(inversePhrases[type]), fromClaimId)
  }
  for (const list of entries.values()) list.sort((a, b) => a.other - b.other || compare(a.phrase, b.phrase))
  return entries
}
