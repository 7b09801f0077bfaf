import type { SourceRecord } from '../domain/source.js'
import { readableDate } from './readable-date.js'

/** Where in a text a quote begins, counted from 1; null or left out where it is not to be said. */
export interface CitedPlace {
  /** The label of the page of the original. */
  page?: string | null
  paragraph?: number | null
  line?: number | null
}

/**
 * A work in one line: Author, Title (Publisher, 3 March 2021). What is not known is left out. `date` puts EDTF into words.
 */
export function workInWords(
  { author, title, publisher, published }: Pick<CitedSource, 'title' | 'author' | 'publisher' | 'published'>,
  date: (edtf: string) => string,
): string {
  const issue = [publisher, published && date(published)].filter(Boolean).join(', ')
  return [author, issue ? `${title} (${issue})` : title].filter(Boolean).join(', ')
}

/** What a citation says of a source. */
export type CitedSource = Pick<
  SourceRecord,
  'title' | 'author' | 'publisher' | 'published' | 'url' | 'accessed'
>

/**
 * A quote with where it comes from, on one line: “quote” — Author, Title (Publisher, 3 March 2021), p. 12, para. 3, line 12,
 * https://example.org/, accessed 5 May 2022. What is not known is left out. The quote is as it stands in the source,
 * but for line breaks, which become spaces.
 */
export function citationOf(source: CitedSource, place: CitedPlace, quote: string): string {
  const { url, accessed } = source
  const parts = [
    workInWords(source, readableDate),
    place.page && `p. ${place.page}`,
    place.paragraph && `para. ${place.paragraph}`,
    place.line && `line ${place.line}`,
    url,
    accessed && `accessed ${readableDate(accessed)}`,
  ]
  return `“${quote.trim().replace(/\s*\n\s*/g, ' ')}” — ${parts.filter(Boolean).join(', ')}`
}
