import type { FoundRecord } from '../../../shared/domain/import-preview.js'
import { isEdtf } from '../../../shared/domain/edtf.js'
import { languageTagOf, type SourceRecord } from '../../../shared/domain/source.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'

/** What a file may say of itself, as it says it: any of them may be missing, blank or nonsense. */
export type Claimed = { [K in keyof FoundRecord]?: string | null | undefined }

/** What a file says of itself, as far as it is of use; null for the rest. Nothing is invented. */
export function foundRecord({ title, author, publisher, published, url, language }: Claimed): FoundRecord {
  return {
    title: usableTitle(oneLine(title)),
    author: oneLine(author),
    publisher: oneLine(publisher),
    published: isoDate(published),
    url: url && isWebAddress(url.trim()) ? url.trim() : null,
    language: language && /^[a-z]{2,3}([-_][\w-]{2,20})?$/i.test(language.trim()) ? language.trim() : null,
  }
}

/** A source's record from what its file says; `title` is the one it gets, found or made. */
export function sourceRecord(
  { author, publisher, published, url, language }: FoundRecord,
  title: string,
): SourceRecord {
  const tag = language && languageTagOf(language.replaceAll('_', '-'))
  return {
    title: title.slice(0, 1000),
    author,
    publisher,
    published,
    url,
    accessed: null,
    kind: 'unspecified',
    reliability: null,
    credibility: null,
    ...(tag && { language: tag }),
  }
}

export const nothingFound: FoundRecord = foundRecord({})

/**
 * A name or title as one line, without signs that turn the order of the letters after them: it is quoted within other
 * sentences.
 */
export function asName(said: string): string {
  return said
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function oneLine(value: string | null | undefined): string | null {
  const line = value && asName(value)
  return line ? line.slice(0, 500).replace(/\p{Cs}/gu, '\ufffd') : null
}

/** Programs that make documents fill in a title of their own when the author gave none. */
function usableTitle(title: string | null): string | null {
  const made =
    /^(microsoft word - .*|untitled.*|(word )?document ?\d*|no title|.*\.(docx?|odt|rtf|pdf|indd|qxd|tex|p65))$/i
  return title && !made.test(title) ? title : null
}

/** The day, month or year at the start of a date written as ISO 8601 (`2024-03-20T10:00:00Z`, `2024/03`); else null. */
function isoDate(value: string | null | undefined): string | null {
  const match = /^(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?=$|[T\s])/.exec(value?.trim() ?? '')
  if (!match) return null
  const date = match.slice(1).filter(Boolean).join('-')
  return isEdtf(date) ? date : null
}
