import type { Assessment } from '../../domain/assessment.js'
import { claimTypes, type Claim } from '../../domain/claim.js'
import type { Evidence, Stance } from '../../domain/evidence.js'
import type { Note } from '../../domain/note.js'
import { relationType, type Relation } from '../../domain/relation.js'
import type { Person } from '../../domain/review.js'
import type { CaseSnapshot } from '../../domain/case.js'
import { caseScaleOf, verdictLabel, type CaseScale } from '../../domain/case-scale.js'
import type { Verdict } from '../../domain/verdict-scale.js'
import { labelOf, statuses } from '../../domain/verdicts.js'
import { noteBlocksOf, noteText } from '../note-blocks.js'
import type { LinkedPassages } from './passages.js'
import { iriOfVerdict } from './scale.js'
import { iriOf, iriOfAddress, propertiesOf, saying, type LinkedNode } from './vocabulary.js'

/** What is known of one claim beside itself. `relations` are those that go out from it. */
export interface ClaimMaterial {
  claim: Claim
  notes: readonly Note[]
  evidence: readonly Evidence[]
  relations: readonly Relation[]
  assessments: readonly Assessment[]
}

/** What a piece of evidence is to its claim, in the terms of the Citation Typing Ontology. */
const evidenceTerms: Record<Stance, string> = {
  supports: 'cito:isSupportedBy',
  contradicts: 'cito:isDisputedBy',
  context: 'cito:obtainsBackgroundFrom',
}

/** Writes claims as Web Annotations. */
export class ClaimAnnotations {
  readonly #passages: LinkedPassages
  readonly #caseId: string
  readonly #people: ReadonlyMap<string, Person>
  readonly #withComments: boolean
  readonly #scale: CaseScale

  /** @param withComments whether what colleagues wrote beside their judgements is told. */
  constructor(
    passages: LinkedPassages,
    { info, people, preferences }: Pick<CaseSnapshot, 'info' | 'people' | 'preferences'>,
    withComments: boolean,
  ) {
    this.#passages = passages
    this.#caseId = info.id
    this.#people = new Map(people.map((person) => [person.id, person]))
    this.#scale = caseScaleOf(preferences)
    this.#withComments = withComments
  }

  annotation(material: ClaimMaterial): LinkedNode {
    const { claim, notes, evidence, assessments } = material
    const bodies = [
      ...this.#judgements(claim),
      ...assessments.map((assessment) => this.#assessment(assessment)),
      ...notes.map(noteBody),
      ...evidence.map((piece) => this.#evidence(piece)),
    ]
    return saying({
      id: iriOf(claim.id),
      type: 'Annotation',
      motivation: motivationsOf(bodies),
      created: claim.createdAt,
      modified: claim.updatedAt,
      status: labelOf(statuses, claim.status),
      ...propertiesOf({
        priority: claim.priority,
        'event date inferred': claim.eventDate && String(claim.eventDateInferred),
      }),
      ...links(material),
      body: bodies,
      target: this.#target(claim),
    })
  }

  #target({ sourceId, selector, claimant, eventDate }: Claim): LinkedNode {
    return saying({
      ...this.#passages.passage(sourceId, selector),
      claimant: claimant && { name: claimant },
      eventDate,
    })
  }

  #assessment({ personId, verdict, comment, createdAt, updatedAt }: Assessment): LinkedNode {
    const person = this.#people.get(personId)
    return saying({
      ...this.#verdict(verdict),
      creator: person ? { id: iriOf(person.id), type: 'Person', name: person.name } : null,
      comment: this.#withComments ? comment : null,
      created: createdAt,
      modified: updatedAt,
    })
  }

  #judgements(claim: Claim): LinkedNode[] {
    const { type, tags, verdict, confidence, correction, sourceId } = claim
    return [
      // The names of the types are the program's own; what a text says is in the language of the text.
      { ...textual('classifying', labelOf(claimTypes, type)), language: 'en', notation: type },
      ...tags.map((tag) => textual('tagging', tag)),
      ...(verdict ? [{ ...this.#verdict(verdict), ...propertiesOf({ confidence }) }] : []),
      // A verdict that was taken back can leave its confidence behind.
      ...(!verdict && confidence
        ? [{ ...textual('describing', confidence), ...propertiesOf({ confidence }) }]
        : []),
      ...(correction === null
        ? []
        : [{ ...textual('editing', correction), ...this.#passages.languageOf(sourceId) }]),
    ]
  }

  #verdict(verdict: Verdict): LinkedNode {
    const label = verdictLabel(this.#scale, verdict)
    return {
      ...textual('assessing', label),
      notation: verdict,
      verdict: iriOfVerdict(this.#caseId, verdict),
    }
  }

  #evidence(piece: Evidence): LinkedNode {
    const about = saying({
      id: iriOf(piece.id),
      purpose: 'linking',
      title: piece.title,
      author: piece.author ? { name: piece.author } : null,
      publisher: piece.publisher ? { name: piece.publisher } : null,
      published: piece.published ?? null,
      address: piece.url,
      created: piece.createdAt,
      modified: piece.updatedAt,
      ...propertiesOf({ reliability: piece.reliability, credibility: piece.credibility }),
    })
    if (piece.sourceId && piece.selector)
      return { ...about, ...this.#passages.passage(piece.sourceId, piece.selector) }
    return { ...about, ...citation(piece) }
  }
}

/**
 * What lies outside the case: its address when it has one that can be linked to, otherwise a text that names it. Only a resource
 * of another one can have a selector and a state, so that where there are such the work gets a name of its own.
 */
function citation({ id, title, url, archivedUrl, accessed, quote }: Evidence): LinkedNode {
  const state = saying({
    type: 'TimeState',
    cached: archivedUrl && iriOfAddress(archivedUrl),
    address: archivedUrl,
    accessed,
  })
  const seen = {
    ...(quote === null ? {} : { selector: { type: 'TextQuoteSelector', exact: quote } }),
    ...(archivedUrl || accessed ? { state } : {}),
  }
  const source = url && iriOfAddress(url)
  if (source) return { type: 'SpecificResource', source, ...seen }
  if (Object.keys(seen).length) return { type: 'SpecificResource', source: `${iriOf(id)}#work`, ...seen }
  return { type: 'TextualBody', value: title }
}

function noteBody(note: Note): LinkedNode {
  return saying({
    id: iriOf(note.id),
    ...textual('commenting', noteText(noteBlocksOf(note))),
    creator: note.author && { type: 'Person', name: note.author },
    created: note.createdAt,
    modified: note.updatedAt,
    ...propertiesOf({ visibility: note.visibility === 'internal' ? 'internal' : null }),
  })
}

/** The claims and the evidence that a claim is tied to, by the term that says how. */
function links({ relations, evidence }: ClaimMaterial): LinkedNode {
  const ties: LinkedNode = {}
  const tie = (term: string, link: unknown): void => {
    ties[term] = [...((ties[term] as unknown[] | undefined) ?? []), link]
  }
  for (const { type, toClaimId } of relations) {
    const { cito } = relationType(type)
    if (cito) tie(`cito:${cito}`, { id: iriOf(toClaimId) })
    else tie('related', iriOf(toClaimId))
  }
  for (const { stance, id } of evidence) tie(evidenceTerms[stance], { id: iriOf(id) })
  return ties
}

function textual(purpose: string, value: string): LinkedNode {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' }
}

function motivationsOf(bodies: readonly LinkedNode[]): unknown[] {
  return [...new Set(bodies.map(({ purpose }) => purpose))]
}
