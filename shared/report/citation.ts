import type { SourceRecord } from '../domain/source.js'
import { readableDate } from './readable-date.js'

/** Where in a text a quote begins, counted from 1; null or left out where it is not to be said. */
export interface CitedPlace {
  paragraph?: number | null
  line?: number | null
}

/** What a citation says of a source. */
export type CitedSource = Pick<
  SourceRecord,
  'title' | 'author' | 'publisher' | 'published' | 'url' | 'accessed'
>

/**
 * A quote with where it comes from, on one line: “quote” — Author, Title (Publisher, 3 March 2021), para. 3, line 12,
 * https://example.org/, accessed 5 May 2022. What is not known is left out. The quote is as it stands in the source,
 * but for line breaks, which become spaces.
 */
export function citationOf(source: CitedSource, place: CitedPlace, quote: string): string {
  const { title, author, publisher, published, url, accessed } = source
  const issue = [publisher, published && readableDate(published)].filter(Boolean).join(', ')
  const parts = [
    author,
    issue ? `${title} (${issue})` : title,
    place.paragraph && `para. ${place.paragraph}`,
    place.line && `line ${place.line}`,
    url,
    accessed && `accessed ${readableDate(accessed)}`,
  ]
  return `“${quote.trim().replace(/\s*\n\s*/g, ' ')}” — ${parts.filter(Boolean).join(', ')}`
}
