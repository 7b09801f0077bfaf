import type { CaseSnapshot } from '../domain/case.js'
import { caseScaleOf } from '../domain/case-scale.js'
import { byClaim, byTime } from './by-claim.js'
import { numberClaims } from './claim-numbers.js'
import { ClaimAnnotations } from './json-ld/annotation.js'
import { LinkedPassages } from './json-ld/passages.js'
import { scaleNode } from './json-ld/scale.js'
import { context, iriOf, type LinkedNode } from './json-ld/vocabulary.js'
import type { Pieces } from './pieces.js'
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
export function reportJsonLd(snapshot: CaseSnapshot, options: AnnotationOptions): Pieces {
  return safeJson(annotationCollection(snapshot, options))
}

/** The same as data. Its `items` are made as they are asked for, each time anew. */
export function annotationCollection(snapshot: CaseSnapshot, options: AnnotationOptions): LinkedNode {
  const { info, sources, preferences } = snapshot
  const passages = new LinkedPassages(snapshot)
  const id = iriOf(info.id)
  const page = `${id}#page-1`
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: info.title,
    created: info.createdAt,
    generated: options.generatedAt,
    generator: { type: 'Software', name: options.program },
    total: snapshot.claims.length,
    scale: scaleNode(info.id, caseScaleOf(preferences)),
    sources: sources.length ? passages.sources() : [],
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: annotationsOf(snapshot, passages, options),
    },
    last: page,
  }
}

function annotationsOf(
  snapshot: CaseSnapshot,
  passages: LinkedPassages,
  { internalNotes }: AnnotationOptions,
): Iterable<LinkedNode> {
  const ordered = [...snapshot.sources].sort((a, b) => a.position - b.position)
  const told = snapshot.notes.filter(({ visibility }) => internalNotes || visibility === 'public')
  const known = new Set<string>(snapshot.claims.map(({ id }) => id))
  const drawn = snapshot.relations.filter(({ toClaimId }) => known.has(toClaimId))
  const notes = byClaim(told)
  const evidence = byClaim(snapshot.evidence)
  const relations = byClaim(drawn.map((relation) => ({ ...relation, claimId: relation.fromClaimId })))
  const assessments = byClaim(snapshot.assessments)
  const annotations = new ClaimAnnotations(passages, snapshot, internalNotes)
  const numbered = numberClaims(snapshot.claims, ordered)
  return {
    *[Symbol.iterator]() {
      for (const { claim } of numbered) {
        yield annotations.annotation({
          claim,
          notes: byTime(notes.get(claim.id)),
          evidence: byTime(evidence.get(claim.id)),
          relations: byTime(relations.get(claim.id)),
          assessments: byTime(assessments.get(claim.id)),
        })
      }
    },
  }
}
