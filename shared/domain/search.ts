import type { ClaimId, SourceId } from './ids.js'
import type { TextRange } from '../document/paragraphs.js'

export const searchKinds = ['text', 'claim', 'note', 'evidence'] as const

export type SearchKind = (typeof searchKinds)[number]

/** One place that a search found. */
export interface SearchHit {
  kind: SearchKind
  /** The id of the claim, note or piece of evidence; of the source for a text. */
  id: string
  sourceId: SourceId
  /** The claim that was found or that the note or evidence is on; null for a text. */
  claimId: ClaimId | null
  /** What to show in the source's text, in UTF-16 code units: the first match, or the claim's passage. */
  start: number
  end: number
  snippet: Snippet
}

/** A piece of what was found. `ranges` are the matches, in UTF-16 code units of `text`. */
export interface Snippet {
  text: string
  ranges: TextRange[]
}

export interface SearchPage {
  /** The best first, as far as they were weighed against each other (see `ranked`). */
  hits: SearchHit[]
  /** How many there are on all pages. */
  total: number
  /**
   * How many of them were weighed. It is fewer than `total` when a word stands nearly everywhere: then those that were
   * indexed last were weighed and come first, and the others follow, the latest first.
   */
  ranked: number
  /** Parts of the query that could not be used, as they were typed. */
  ignored: string[]
}
