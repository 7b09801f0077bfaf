import type { Pieces } from '../pieces.js'
import { safeJson } from '../safe-json.js'
import { plainDate, type CitedWork } from './cited-works.js'

/**
 * Works as CSL-JSON 1.0.2. An author is given as it was typed, never taken apart. A date that is no plain day, month or
 * year, or a span of two such, is given as words, and in `custom` as the EDTF that it is.
 */
export function citationsCslJson(works: readonly CitedWork[]): Pieces {
  return safeJson(works.map(item))
}

function item(work: CitedWork): object {
  const { key, title, author, publisher, published, url, archivedUrl, accessed, language } = work
  return {
    id: key,
    type: url ? 'webpage' : 'document',
    title,
    ...(author !== null && { author: [{ literal: author }] }),
    ...(publisher !== null && { publisher }),
    ...(published !== null && { issued: cslDate(published) }),
    ...(language !== null && { language }),
    ...(url !== null && { URL: url }),
    ...(accessed !== null && { accessed: cslDate(accessed) }),
    ...(archivedUrl !== null && { archive_location: archivedUrl }),
    ...custom({ issued: published, accessed }),
  }
}

function cslDate(edtf: string): object {
  const parts = edtf.split('/').map((part) => plainDate(part))
  if (parts.length <= 2 && parts.every((part) => part !== null)) {
    return { 'date-parts': parts.map((part) => Object.values(part).map(Number)) }
  }
  return { literal: edtf }
}

function custom(dates: Record<string, string | null>): object {
  const kept = Object.entries(dates).flatMap(([name, edtf]) =>
    edtf !== null && !plainDate(edtf) ? [[`${name}-edtf`, edtf] as const] : [],
  )
  return kept.length ? { custom: Object.fromEntries(kept) } : {}
}
