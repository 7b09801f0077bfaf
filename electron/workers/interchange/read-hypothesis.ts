import { z } from 'zod'
import { unjudged } from '../../../shared/domain/claim.js'
import type { Remark } from '../../../shared/domain/record-import.js'
import type { IncomingClaim, IncomingClaims, IncomingNote, TextHint } from './incoming.js'
import { instantIn, isObject } from './linked-value.js'
import { derivedId } from './named-id.js'
import { cutTo, longest, refuseTooMany } from './record-limits.js'

/** A row as the service of Hypothesis gives it, as far as it is read; groups and permissions are not. */
const rowSchema = z.object({
  id: z.string().min(1).max(200),
  uri: z.string().max(longest.key),
  text: z.string().max(longest.note).nullish(),
  tags: z.array(z.string()).max(1000).nullish(),
  user: z.string().max(300).nullish(),
  user_info: z.object({ display_name: z.string().max(300).nullish() }).nullish(),
  created: z.string().max(60).nullish(),
  updated: z.string().max(60).nullish(),
  references: z.array(z.string()).nullish(),
  document: z.object({ title: z.array(z.string()).or(z.string()).nullish() }).nullish(),
  target: z.array(z.object({ selector: z.array(z.looseObject({ type: z.string() })).nullish() })).nullish(),
})

type HypothesisRow = z.infer<typeof rowSchema>

const quoteSchema = z.object({
  exact: z.string().min(1).max(longest.quote),
  prefix: z.string().catch(''),
  suffix: z.string().catch(''),
})

/** Whether a JSON value is an answer of the Hypothesis API, an export of its client, or a list of its annotations. */
export function isHypothesis(value: unknown): boolean {
  return (
    rowsIn(value)
      ?.slice(0, 20)
      .some((row) => isObject(row) && typeof row.uri === 'string' && row.target !== undefined) ?? false
  )
}

function rowsIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  if (typeof value.uri === 'string') return [value]
  for (const rows of [value.rows, value.annotations])
    if (Array.isArray(rows)) return [...rows, ...repliesIn(value)]
  return null
}

/** The API lists the answers to annotations beside them when it is asked to. */
const repliesIn = ({ replies }: Readonly<Record<string, unknown>>): unknown[] =>
  Array.isArray(replies) ? replies : []

/** Reads the annotations of Hypothesis as claims; replies become further notes of the claim that they answer. */
export function readHypothesis(value: unknown, fileName: string): IncomingClaims {
  const rows = rowsIn(value) ?? []
  refuseTooMany(rows.length, 'annotations', fileName)
  const skipped: Remark[] = []
  const claims = new Map<string, IncomingClaim>()
  const texts = new Map<string, TextHint>()
  const replies: { row: HypothesisRow; where: string }[] = []
  for (const [index, candidate] of rows.entries()) {
    const where = `annotation ${index + 1}`
    const parsed = rowSchema.safeParse(candidate)
    if (!parsed.success) {
      skipped.push({ where, message: whatIsWrong(parsed.error) })
    } else if (parsed.data.references?.length) {
      replies.push({ row: parsed.data, where })
    } else {
      const claim = claimOf(parsed.data, where, skipped)
      if (!claim || claims.has(claim.id)) continue
      claims.set(claim.id, claim)
      texts.set(parsed.data.uri, hintOf(parsed.data, texts.get(parsed.data.uri)))
    }
  }
  for (const reply of replies) addReply(reply, claims, skipped)
  return {
    kind: 'claims',
    format: 'Hypothesis annotations',
    claims: [...claims.values()],
    texts: [...texts.values()],
    skipped,
    unknownVerdicts: [],
    notices: [],
    table: null,
  }
}

export function whatIsWrong(error: z.ZodError): string {
  const issue = error.issues[0]
  return `it is not what it should be: ${issue ? `${issue.path.join('.') || 'value'}: ${issue.message}` : 'unreadable'}`
}

function claimOf(row: HypothesisRow, where: string, skipped: Remark[]): IncomingClaim | null {
  const selectors = row.target?.flatMap(({ selector }) => selector ?? []) ?? []
  const quote = quoteSchema.safeParse(selectors.find(({ type }) => type === 'TextQuoteSelector'))
  if (!quote.success) {
    const message = selectors.length
      ? 'it gives no quote by which its passage could be found'
      : 'it is about a whole page, not about a passage'
    skipped.push({ where, message })
    return null
  }
  const { exact, prefix, suffix } = quote.data
  const id = claimIdOf(row.id)
  const createdAt = instantIn(row.created)
  const tags = [...new Set((row.tags ?? []).map((tag) => cutTo(tag.trim(), longest.tag)))].filter(Boolean)
  return {
    id,
    where,
    passage: {
      text: row.uri,
      exact,
      prefix: prefix.slice(-longest.context).replace(/^[\uDC00-\uDFFF]/, ''),
      suffix: cutTo(suffix, longest.context),
      // Positions count the text of the whole page, which is not the text of a source.
      position: null,
      textDigest: null,
      paragraphs: null,
    },
    fields: { ...unjudged, tags: tags.slice(0, longest.tags) },
    assignee: null,
    isUnnamed: false,
    notes: notesOf(row),
    evidence: [],
    relations: [],
    createdAt,
    updatedAt: instantIn(row.updated) ?? createdAt,
  }
}

const claimIdOf = (rowId: string): string => derivedId('hypothesis', rowId)

function notesOf(row: HypothesisRow): IncomingNote[] {
  const text = row.text?.trim()
  if (!text) return []
  const createdAt = instantIn(row.created)
  const id = derivedId('hypothesis-note', row.id)
  const updatedAt = instantIn(row.updated) ?? createdAt
  return [{ id, text, visibility: 'internal', author: authorOf(row), createdAt, updatedAt }]
}

/** `acct:anna@example.org` is Anna, by the name that she shows where there is one. */
function authorOf({ user, user_info: shown }: HypothesisRow): string | null {
  const name = shown?.display_name?.trim() || user?.replace(/^acct:/, '').trim()
  return name ? cutTo(name, 200) : null
}

function addReply(
  { row, where }: { row: HypothesisRow; where: string },
  claims: Map<string, IncomingClaim>,
  skipped: Remark[],
): void {
  const claim = (row.references ?? []).map((id) => claims.get(claimIdOf(id))).find(Boolean)
  if (claim) claim.notes.push(...notesOf(row))
  else skipped.push({ where, message: 'it answers an annotation that is not in the file' })
}

function hintOf({ uri, document }: HypothesisRow, before: TextHint | undefined): TextHint {
  const said = document?.title
  const title =
    before?.title ?? (Array.isArray(said) ? said[0] : said)?.trim().slice(0, longest.label) ?? null
  return {
    key: uri,
    label: title || uri,
    textDigests: [],
    fileDigest: null,
    sourceId: null,
    address: uri,
    title: title || null,
  }
}
