import type { CaseSnapshot } from '../domain/case.js'
import { byClaim, byTime } from './by-claim.js'
import { numberClaims } from './claim-numbers.js'
import { ClaimAnnotations } from './json-ld/annotation.js'
import { LinkedPassages } from './json-ld/passages.js'
import { context, iriOf, type LinkedNode } from './json-ld/vocabulary.js'
import { safeJson } from './safe-json.js'

export interface AnnotationOptions {
  /** ISO 8601, UTC. */
  generatedAt: string
  /** Name and version of the program: "Stet 0.1.0". */
  program: string
  /** Whether internal notes, and comments among colleagues, go out too. */
  internalNotes: boolean
}

/**
 * The claims of a case as a W3C Web Annotation collection in JSON-LD: an annotation a claim, in reading order, with all of
 * them on its one page. Positions are in code points of the text version that the state names by its digest.
 */
export function reportJsonLd(snapshot: CaseSnapshot, options: AnnotationOptions): string {
  return safeJson(annotationCollection(snapshot, options))
}

export function annotationCollection(snapshot: CaseSnapshot, options: AnnotationOptions): LinkedNode {
  const { info, sources } = snapshot
  const passages = new LinkedPassages(snapshot)
  const items = annotationsOf(snapshot, passages, options)
  const id = iriOf(info.id)
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: info.title,
    created: info.createdAt,
    generated: options.generatedAt,
    generator: { type: 'Software', name: options.program },
    total: items.length,
    sources: sources.length ? passages.sources() : [],
    first: { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  }
}

function annotationsOf(
  snapshot: CaseSnapshot,
  passages: LinkedPassages,
  { internalNotes }: AnnotationOptions,
): LinkedNode[] {
  const ordered = [...snapshot.sources].sort((a, b) => a.position - b.position)
  const told = snapshot.notes.filter(({ visibility }) => internalNotes || visibility === 'public')
  const known = new Set<string>(snapshot.claims.map(({ id }) => id))
  const drawn = snapshot.relations.filter(({ toClaimId }) => known.has(toClaimId))
  const notes = byClaim(told)
  const evidence = byClaim(snapshot.evidence)
  const relations = byClaim(drawn.map((relation) => ({ ...relation, claimId: relation.fromClaimId })))
  const assessments = byClaim(snapshot.assessments)
  const annotations = new ClaimAnnotations(passages, snapshot, internalNotes)
  return numberClaims(snapshot.claims, ordered).map(({ claim }) =>
    annotations.annotation({
      claim,
      notes: byTime(notes.get(claim.id)),
      evidence: byTime(evidence.get(claim.id)),
      relations: byTime(relations.get(claim.id)),
      assessments: byTime(assessments.get(claim.id)),
    }),
  )
}
