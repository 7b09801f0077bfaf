import { z } from 'zod'
import { isEdtf } from '../../../shared/domain/edtf.js'
import { citationSchema, type Citation, type Remark } from '../../../shared/domain/record-import.js'
import { languageMeant } from '../../../shared/domain/language-name.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'
import type { IncomingCitations } from './incoming.js'
import { isObject } from './linked-value.js'
import { refuseTooMany } from './record-limits.js'
import { whatIsWrong } from './read-hypothesis.js'

const text = z.string().max(10_000)

const nameSchema = z.object({
  literal: text.optional(),
  family: text.optional(),
  given: text.optional(),
  'non-dropping-particle': text.optional(),
  suffix: text.optional(),
})

const partSchema = z.union([z.number(), z.string().max(10)])

const dateSchema = z.object({
  'date-parts': z.array(z.array(partSchema).max(3)).max(2).optional(),
  literal: text.optional(),
  raw: text.optional(),
})

const itemSchema = z.object({
  title: text,
  author: z.array(nameSchema).max(1000).optional(),
  publisher: text.optional(),
  'container-title': text.optional(),
  issued: dateSchema.optional(),
  accessed: dateSchema.optional(),
  URL: text.optional(),
  archive_location: text.optional(),
  language: text.optional(),
  custom: z.record(z.string(), z.unknown()).optional(),
})

/** Whether a JSON value is CSL-JSON: a list of works, each with a type and a title. */
export function isCslJson(value: unknown): boolean {
  return itemsIn(value)
    .slice(0, 20)
    .some(
      (item) =>
        isObject(item) &&
        typeof item.type === 'string' &&
        typeof item.title === 'string' &&
        item.target === undefined,
    )
}

/** Some programs put the list under `items`. */
function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) && Array.isArray(value.items) ? value.items : isObject(value) ? [value] : []
}

/** Reads the works of a CSL-JSON file. */
export function readCslJson(value: unknown, fileName: string): IncomingCitations {
  const items = itemsIn(value)
  refuseTooMany(items.length, 'works', fileName)
  const skipped: Remark[] = []
  const citations: Citation[] = []
  for (const [index, candidate] of items.entries()) {
    const where = `work ${index + 1}`
    const item = itemSchema.safeParse(candidate)
    if (!item.success) skipped.push({ where, message: whatIsWrong(item.error) })
    else addCitation(citationOfItem(item.data), where, citations, skipped)
  }
  return { kind: 'citations', format: 'CSL-JSON', citations, skipped }
}

/** What a file says of a work, before it is known to be sound. */
export type SaidOfWork = Record<keyof Citation, string | null>

/** Adds a work; a value that is none of its kind is left out, and said to be. */
export function addCitation(said: SaidOfWork, where: string, citations: Citation[], skipped: Remark[]): void {
  const kept = { ...said }
  const leaveOut = (field: keyof Citation, why: string): void => {
    skipped.push({ where, message: `${field} “${(kept[field] ?? '').slice(0, 60)}” is left out: ${why}` })
    kept[field] = null
  }
  for (const field of ['published', 'accessed'] as const)
    if (kept[field] !== null && !(kept[field].length <= 100 && isEdtf(kept[field])))
      leaveOut(field, 'it is no date of EDTF')
  for (const field of ['url', 'archivedUrl'] as const)
    if (kept[field] !== null && !isWebAddress(kept[field])) leaveOut(field, 'it is no address of the web')
  if (kept.language !== null) kept.language = languageMeant(kept.language)
  const parsed = citationSchema.safeParse(kept)
  if (parsed.success) citations.push(parsed.data)
  else skipped.push({ where, message: whatIsWrong(parsed.error) })
}

function citationOfItem(item: z.infer<typeof itemSchema>): SaidOfWork {
  const kept = (name: string): string | null => {
    const value = item.custom?.[name]
    return typeof value === 'string' ? value : null
  }
  return {
    title: item.title.trim(),
    author: item.author?.map(nameOf).filter(Boolean).join('; ') || null,
    publisher: item.publisher?.trim() || item['container-title']?.trim() || null,
    published: kept('issued-edtf') ?? dateOf(item.issued),
    url: item.URL?.trim() || null,
    accessed: kept('accessed-edtf') ?? dateOf(item.accessed),
    archivedUrl: item.archive_location?.trim() || null,
    language: item.language?.trim() || null,
  }
}

function nameOf({ literal, family, given, suffix, ...name }: z.infer<typeof nameSchema>): string {
  if (literal) return literal.trim()
  return [given, name['non-dropping-particle'], family, suffix].filter(Boolean).join(' ').trim()
}

function dateOf(date: z.infer<typeof dateSchema> | undefined): string | null {
  const parts = date?.['date-parts']?.map(edtfOfParts)
  if (parts?.length && parts.every((part) => part !== null)) return parts.join('/')
  return (date?.raw ?? date?.literal)?.trim() || null
}

/** Year, month and day as EDTF; null without a year. */
export function edtfOfParts(parts: readonly (string | number)[]): string | null {
  const [year, month, day] = parts.map((part) => (part === '' ? 0 : Number(part)))
  if (!year || !Number.isInteger(year) || year < 0 || year > 9999) return null
  const padded = [String(year).padStart(4, '0')]
  if (month) padded.push(String(month).padStart(2, '0'))
  if (month && day) padded.push(String(day).padStart(2, '0'))
  return padded.join('-')
}
