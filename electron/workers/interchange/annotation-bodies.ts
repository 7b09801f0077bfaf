import { claimTypes, unjudged, type ClaimFields } from '../../../shared/domain/claim.js'
import { evidenceFieldsSchema, type Stance } from '../../../shared/domain/evidence.js'
import { isEdtf } from '../../../shared/domain/edtf.js'
import { confidences, statuses } from '../../../shared/domain/verdicts.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'
import { gradesIn, type AnnotationPassages } from './annotation-passages.js'
import type { ExportedScale, Verdicts } from './exported-scale.js'
import type { IncomingEvidence, IncomingNote } from './incoming.js'
import {
  instantIn,
  iriIn,
  isObject,
  listOf,
  nameIn,
  objectsOf,
  propertiesIn,
  termsIn,
  textOf,
  typesOf,
  type LinkedValue,
} from './linked-value.js'
import { idOfName, uuidOf } from './named-id.js'
import { cutTo, longest } from './record-limits.js'

/** What the bodies of an annotation say, beside what was left out and why. */
export interface ReadBodies {
  fields: ClaimFields
  notes: IncomingNote[]
  evidence: IncomingEvidence[]
  left: string[]
}

/** By what judgements are read: the verdicts of the case, and the scale that the file says they are of, if it does. */
export interface JudgedBy {
  verdicts: Verdicts
  scale: ExportedScale | null
}

interface Reading extends ReadBodies {
  annotation: LinkedValue
  /** The name of the annotation, from which the identifiers of its parts are made. */
  name: string
  passages: AnnotationPassages
  stances: ReadonlyMap<string, Stance>
  judgedBy: JudgedBy
  author: string | null
}

/** Reads the bodies of an annotation. `name` tells it from all others. */
export function readBodies(
  annotation: LinkedValue,
  name: string,
  passages: AnnotationPassages,
  judgedBy: JudgedBy,
): ReadBodies {
  const reading: Reading = {
    annotation,
    name,
    passages,
    fields: { ...unjudged, ...fieldsOf(annotation) },
    notes: [],
    evidence: [],
    left: [],
    stances: stancesIn(annotation),
    judgedBy,
    author: nameIn(annotation.creator),
  }
  const motivation = termsIn(annotation.motivation)[0] ?? 'commenting'
  const bodies = bodiesIn(annotation.body ?? annotation.bodyValue)
  for (const [index, body] of bodies.entries()) readBody(reading, body, index, motivation)
  const { fields, notes, evidence, left } = reading
  return {
    fields: { ...fields, tags: [...new Set(fields.tags)].slice(0, longest.tags) },
    notes,
    evidence,
    left,
  }
}

/** Bodies one by one, those of a choice or a list too. */
function bodiesIn(value: unknown): unknown[] {
  return listOf(value).flatMap((body) =>
    isObject(body) && body.items !== undefined && !typesOf(body).includes('TextualBody')
      ? bodiesIn(body.items)
      : [body],
  )
}

function readBody(reading: Reading, body: unknown, index: number, motivation: string): void {
  if (typeof body === 'string') {
    return isWebAddress(body)
      ? addLink(reading, { id: body }, index)
      : addNote(reading, { value: body }, index)
  }
  if (!isObject(body)) return void reading.left.push('a body that is neither a text nor a thing')
  const purpose = termsIn(body.purpose)[0] ?? motivation
  const value = textOf(body.value)
  if (purpose === 'linking' || (value === null && iriIn(body.source ?? body)))
    return addLink(reading, body, index)
  if (value === null) return void reading.left.push(`an empty body (${purpose})`)
  const judges = Object.hasOwn(readers, purpose) ? readers[purpose as keyof typeof readers] : null
  if (!judges?.(reading, body, value)) addNote(reading, body, index)
}

type BodyReader = (reading: Reading, body: LinkedValue, value: string) => boolean

/** What is done with a body of each purpose; false makes a note of it. */
const readers = {
  tagging: ({ fields }, _body, value) => {
    fields.tags = [...fields.tags, cutTo(value.trim(), longest.tag)]
    return true
  },
  classifying: ({ fields }, body, value) => {
    const type = idIn(claimTypes, body.notation) ?? idIn(claimTypes, value)
    if (type) fields.type = type
    else fields.tags = [...fields.tags, cutTo(value.trim(), longest.tag)]
    return true
  },
  assessing: (reading, body, value) => {
    const { fields, left } = reading
    if (isOfColleague(reading, body, value)) {
      left.push(
        `the judgement of ${nameIn(body.creator) ?? 'a colleague'}, which only they can give in a case`,
      )
      return true
    }
    const verdict = fields.verdict ? null : verdictIn(reading, body, value)
    if (!verdict) return false
    fields.verdict = verdict
    fields.confidence = idIn(confidences, propertiesIn(body).get('confidence'))
    return true
  },
  describing: ({ fields }, body) => {
    const confidence = idIn(confidences, propertiesIn(body).get('confidence'))
    if (confidence) fields.confidence = confidence
    return confidence !== null
  },
  editing: ({ fields }, _body, value) => {
    if (fields.correction !== null || value.length > 20_000) return false
    fields.correction = value
    return true
  },
} satisfies Record<string, BodyReader>

/** The verdict of the case that a judgement gives; null for one that the case has not. */
function verdictIn(
  { judgedBy: { verdicts, scale } }: Reading,
  body: LinkedValue,
  value: string,
): string | null {
  const told = scale?.verdict(body.notation)
  return told === undefined ? (idIn(verdicts, body.notation) ?? idIn(verdicts, value)) : told
}

/** Whether a judgement is that of a colleague, as exported ones name who gave them. */
function isOfColleague(
  { judgedBy: { verdicts, scale } }: Reading,
  body: LinkedValue,
  value: string,
): boolean {
  if (body.notation === undefined || body.creator === undefined) return false
  return scale?.has(body.notation) || idIn(verdicts, body.notation) !== null || idIn(verdicts, value) !== null
}

function addNote(reading: Reading, body: LinkedValue, index: number): void {
  const { annotation, name, notes, left, author } = reading
  const value = textOf(body.value) ?? ''
  const text = (/html/i.test(textOf(body.format) ?? '') ? withoutMarkup(value) : value).trim()
  if (!text) return
  if (text.length > longest.note) return void left.push(`a note of more than ${longest.note} characters`)
  const createdAt = instantIn(body.created) ?? instantIn(annotation.created)
  notes.push({
    id: idOfName('note', iriIn(body) ?? `${name}#body-${index}`),
    text,
    visibility: visibilityOf(body),
    author: nameIn(body.creator) ?? author,
    createdAt,
    updatedAt: instantIn(body.modified) ?? instantIn(annotation.modified) ?? createdAt,
  })
}

/** A note that does not say that it is for others to read stays among colleagues; our own exports tell internal ones apart. */
function visibilityOf(body: LinkedValue): 'internal' | 'public' {
  const isOwn = textOf(body.format) === 'text/plain' && iriIn(body)?.startsWith('urn:uuid:')
  return isOwn && propertiesIn(body).get('visibility') !== 'internal' ? 'public' : 'internal'
}

function addLink(reading: Reading, body: LinkedValue, index: number): void {
  const { name, evidence, passages, stances, left } = reading
  const id = iriIn(body) ?? ''
  const source = iriIn(body.source) ?? (isWebAddress(id) ? id : null)
  const state = objectsOf(body.state)[0]
  // A passage of a text that we exported names its version; the address of its source is no address of the evidence.
  const isOwnPassage = state && uuidOf(iriIn(state) ?? '') !== null
  const url = textOf(body.address) ?? (source && !isOwnPassage && isWebAddress(source) ? source : null)
  const title = textOf(body.title) ?? textOf(body.value) ?? url ?? source
  const isPassage = id.startsWith('urn:uuid:') && body.source !== undefined && isOwnPassage
  const found = isPassage && textOf(body.value) === null ? passages.passage(body) : null
  const quote = objectsOf(body.selector).map(({ exact }) => textOf(exact))[0] ?? null
  const fields = evidenceFieldsSchema.safeParse({
    stance: stances.get(id) ?? 'context',
    title: title && cutTo(title.trim(), 1000),
    url,
    archivedUrl: textOf(state?.address),
    accessed: textOf(state?.accessed),
    quote,
    ...gradesIn(body),
    ...citedIn(body),
  })
  if (!fields.success)
    return void left.push(`a link that is no evidence (${fields.error.issues[0]?.message ?? ''})`)
  const createdAt = instantIn(body.created)
  evidence.push({
    id: isWebAddress(id) || !id ? idOfName('evidence', `${name}#body-${index}`) : idOfName('evidence', id),
    fields: fields.data,
    passage: found && 'passage' in found ? found.passage : null,
    createdAt,
    updatedAt: instantIn(body.modified) ?? createdAt,
  })
}

/** Who made what is cited, and when, as far as that is said. */
function citedIn(body: LinkedValue): Record<string, string> {
  const said = {
    author: nameIn(body.author),
    publisher: nameIn(body.publisher),
    published: textOf(body.published),
  }
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const evidenceTerms: readonly [string, Stance][] = [
  ['cito:isSupportedBy', 'supports'],
  ['cito:isDisputedBy', 'contradicts'],
  ['cito:obtainsBackgroundFrom', 'context'],
]

function stancesIn(annotation: LinkedValue): Map<string, Stance> {
  return new Map(
    evidenceTerms.flatMap(([term, stance]) =>
      listOf(annotation[term]).flatMap((link): [string, Stance][] => {
        const id = iriIn(link)
        return id === null ? [] : [[id, stance]]
      }),
    ),
  )
}

/** What an exported annotation says of its claim beside the bodies. */
function fieldsOf(annotation: LinkedValue): Partial<ClaimFields> {
  const properties = propertiesIn(annotation)
  const target = objectsOf(annotation.target)[0]
  const eventDate = textOf(target?.eventDate)
  const status = idIn(statuses, annotation.status)
  const priority = priorities.find((one) => one === properties.get('priority'))
  return {
    claimant: nameIn(target?.claimant),
    ...(eventDate && eventDate.length <= 100 && isEdtf(eventDate) ? { eventDate } : {}),
    eventDateInferred: properties.get('event date inferred') === 'true',
    ...(status ? { status } : {}),
    ...(priority ? { priority } : {}),
  }
}

const priorities = ['low', 'normal', 'high'] as const

/** The entry of a scale that a value names, by its identifier or its label; null for none. */
export function idIn<T extends string>(scale: readonly { id: T; label: string }[], value: unknown): T | null {
  if (typeof value !== 'string') return null
  const said = value.trim().toLowerCase()
  return scale.find(({ id, label }) => id === said || label.toLowerCase() === said)?.id ?? null
}

/** The words of a body in HTML. It is never shown as HTML, so nothing in it needs to be made harmless. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\n{3,}/g, '\n\n')
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}
