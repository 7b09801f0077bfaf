import type { Remark } from '../../../shared/domain/record-import.js'
import type { RelationType } from '../../../shared/domain/relation.js'
import { counted } from '../import/notices.js'
import { readBodies, type JudgedBy } from './annotation-bodies.js'
import { AnnotationPassages } from './annotation-passages.js'
import { ExportedScale, type Verdicts } from './exported-scale.js'
import type { IncomingClaim, IncomingClaims } from './incoming.js'
import { instantIn, iriIn, isObject, listOf, objectsOf, typesOf, type LinkedValue } from './linked-value.js'
import { derivedId, idOfName } from './named-id.js'
import { refuseTooMany, refuseTooManyParts } from './record-limits.js'

/** Whether a JSON value is an annotation of the Web Annotation Data Model, a page or a collection of them, or a list. */
export function isAnnotations(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.slice(0, 20).some((one) => isObject(one) && isAnnotation(one))
  if (!isObject(value)) return false
  return isAnnotation(value) || typesOf(value).some((type) => /^Annotation(Page|Collection)$/.test(type))
}

const isAnnotation = (value: LinkedValue): boolean =>
  typesOf(value).includes('Annotation') && value.target !== undefined

/** Reads Web Annotations as claims: a claim for each target that is a passage. Throws `too-large` past the limit. */
export function readAnnotations(value: unknown, fileName: string, verdicts: Verdicts): IncomingClaims {
  const passages = new AnnotationPassages()
  if (isObject(value)) passages.addSources(value.sources)
  const judgedBy = { verdicts, scale: ExportedScale.of(value, verdicts) }
  const annotations = annotationsIn(value)
  refuseTooMany(annotations.length, 'annotations', fileName)
  const skipped: Remark[] = []
  const claims = allClaimsOf(annotations, { passages, judgedBy, skipped }, fileName)
  const used = new Set(
    claims
      .flatMap(({ passage, evidence }) => [passage, ...evidence.map((one) => one.passage)])
      .map((one) => one?.text),
  )
  return {
    kind: 'claims',
    format: 'Web annotations',
    claims,
    texts: passages.texts().filter(({ key }) => used.has(key)),
    skipped,
    unknownVerdicts: [],
    notices: [...notices(value, passages), ...(judgedBy.scale?.notices() ?? [])],
    table: null,
  }
}

interface Reading {
  passages: AnnotationPassages
  judgedBy: JudgedBy
  skipped: Remark[]
}

/** What hangs on an annotation hangs on each of its passages: a small file could ask for billions of notes. */
function allClaimsOf(annotations: readonly unknown[], reading: Reading, fileName: string): IncomingClaim[] {
  const claims: IncomingClaim[] = []
  let parts = 0
  for (const [index, annotation] of annotations.entries()) {
    const where = `annotation ${index + 1}`
    if (!isObject(annotation)) {
      reading.skipped.push({ where, message: 'it is not an annotation' })
      continue
    }
    const passages = listOf(annotation.target).length
    refuseTooMany(claims.length + passages, 'passages', fileName)
    refuseTooManyParts(parts + passages * listOf(annotation.body).length, fileName)
    for (const claim of claimsOf(annotation, where, reading)) {
      parts += claim.notes.length + claim.evidence.length
      refuseTooManyParts(parts + reading.skipped.length, fileName)
      claims.push(claim)
    }
  }
  return claims
}

/** Annotations of a list, a page or a collection. Pages that are only linked to are not fetched. */
function annotationsIn(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one) => (isObject(one) && isAnnotation(one) ? [one] : annotationsIn(one)))
  if (!isObject(value)) return [value]
  if (isAnnotation(value)) return [value]
  const inside = [...listOf(value.items), ...objectsOf(value.first).flatMap(({ items }) => listOf(items))]
  const isHolder = typesOf(value).some((type) => /^Annotation(Page|Collection)$/.test(type))
  return isHolder || inside.length ? inside : [value]
}

function notices(value: unknown, passages: AnnotationPassages): string[] {
  const said: string[] = []
  if (passages.rangesIgnored) {
    said.push(
      `${counted(passages.rangesIgnored, 'range')} within the markup of a page ignored; the quotes count.`,
    )
  }
  const page = isObject(value) ? objectsOf(value.first)[0] : undefined
  if (
    isObject(value) &&
    (typeof value.first === 'string' || value.next !== undefined || page?.next !== undefined)
  ) {
    said.push('The collection goes on in other files, which are not fetched. Import those too.')
  }
  return said
}

/** A claim for each passage of an annotation, made as it is asked for. */
function* claimsOf(
  annotation: LinkedValue,
  where: string,
  { passages, judgedBy, skipped }: Reading,
): Generator<IncomingClaim> {
  const targets = listOf(annotation.target)
  const name =
    iriIn(annotation.id ?? annotation['@id']) ?? derivedId('annotation', JSON.stringify(annotation))
  if (targets.length === 0) skipped.push({ where, message: 'it has no target' })
  const found = targets.flatMap((target, index) => {
    const at = targets.length > 1 ? `${where}, target ${index + 1}` : where
    const read = passages.passage(target)
    if ('passage' in read) return [{ at, index, passage: read.passage }]
    skipped.push({ where: at, message: read.why })
    return []
  })
  for (const { at, index, passage } of found) {
    const partName = index === 0 ? name : `${name}#target-${index}`
    const { left, ...parts } = readBodies(annotation, partName, passages, judgedBy)
    // What hangs on the annotation hangs on each of its claims, under identifiers of their own.
    const own = index === 0 ? parts : withOwnIds(parts, index)
    for (const what of left) skipped.push({ where: at, message: `left out: ${what}` })
    const createdAt = instantIn(annotation.created)
    yield {
      id: idOfName('claim', partName),
      where: at,
      passage,
      ...own,
      assignee: null,
      isUnnamed: false,
      relations: index === 0 ? relationsIn(annotation) : [],
      createdAt,
      updatedAt: instantIn(annotation.modified) ?? createdAt,
    }
  }
}

type Parts = Pick<IncomingClaim, 'fields' | 'notes' | 'evidence'>

function withOwnIds({ fields, notes, evidence }: Parts, target: number): Parts {
  const renamed = <T extends { id: string }>(kind: string, one: T): T => ({
    ...one,
    id: derivedId(kind, one.id, String(target)),
  })
  return {
    fields,
    notes: notes.map((note) => renamed('note', note)),
    evidence: evidence.map((piece) => renamed('evidence', piece)),
  }
}

const relationTerms: readonly [string, RelationType][] = [
  ['cito:disputes', 'contradicts'],
  ['cito:supports', 'supports'],
  ['cito:qualifies', 'qualifies'],
  ['cito:corrects', 'corrects'],
  ['related', 'same-as'],
]

function relationsIn(annotation: LinkedValue): IncomingClaim['relations'] {
  return relationTerms.flatMap(([term, type]) =>
    listOf(annotation[term]).flatMap((link) => {
      const iri = iriIn(link)
      return iri === null ? [] : [{ type, toClaimId: idOfName('claim', iri) }]
    }),
  )
}
