import { standsAt } from '../anchoring/selector.js'
import { pageAt, type PageStart } from '../document/pages.js'
import type { Selector } from '../domain/claim.js'
import type { ClaimId, SourceId } from '../domain/ids.js'
import type { Source, TextVersion } from '../domain/source.js'
import { numberClaims, type NumberedClaim } from './claim-numbers.js'
import { layOutText, leavesOf, type TextBlock, type TextLeaf } from './text-blocks.js'

/** A source with its text, laid out. `number` is its place in the case, from 1. */
export interface SourceText {
  number: number
  source: Source
  version: TextVersion
  blocks: TextBlock[]
  leaves: TextLeaf[]
  pages: PageStart[]
}

/**
 * Where a passage stands: the source (null for one that is not in the case) and its first and last paragraph (null when
 * the passage is not in the current text). `pages` are the labels of its first and last page (null where the original has
 * none).
 */
export interface Place {
  source: { number: number; title: string } | null
  paragraphs: { first: number; last: number } | null
  pages: { first: string; last: string } | null
}

/** A quote with what stands around it in its paragraph; `cutBefore` and `cutAfter` say that the paragraph goes on. */
export interface QuoteInContext {
  before: string
  quote: string
  after: string
  cutBefore: boolean
  cutAfter: boolean
}

const nowhere: Place = { source: null, paragraphs: null, pages: null }

/** Characters shown on either side of a quote: about two lines. */
const contextLength = 180

/** The sources of a case in their order, each with its claims' numbers set into its text. */
export class Places {
  readonly texts: SourceText[]
  readonly claims: NumberedClaim[]
  readonly #bySource: Map<string, SourceText>
  readonly #numbers: Map<ClaimId, number>

  constructor(snapshot: {
    sources: readonly Source[]
    texts: readonly TextVersion[]
    claims: readonly NumberedClaim['claim'][]
  }) {
    const sources = [...snapshot.sources].sort((a, b) => a.position - b.position)
    const versions = new Map(snapshot.texts.map((version) => [version.sourceId, version]))
    this.claims = numberClaims(snapshot.claims, sources)
    const bySource = new Map<SourceId, NumberedClaim[]>(sources.map(({ id }) => [id, []]))
    for (const numbered of this.claims) bySource.get(numbered.claim.sourceId)?.push(numbered)
    this.texts = sources.map((source, index) => {
      return layOut(index + 1, source, versionOf(versions, source), bySource.get(source.id) ?? [])
    })
    this.#numbers = new Map(this.claims.map(({ claim, number }) => [claim.id, number]))
    this.#bySource = new Map(this.texts.map((text) => [text.source.id, text]))
  }

  /** A claim's number; undefined for one that is not in the snapshot. */
  numberOf(claimId: ClaimId): number | undefined {
    return this.#numbers.get(claimId)
  }

  text(sourceId: string): SourceText | undefined {
    return this.#bySource.get(sourceId)
  }

  /** The place of [`start`, `end`) of a source's current text. */
  placeOf(sourceId: string, start: number, end: number): Place {
    const text = this.text(sourceId)
    if (!text) return nowhere
    const source = { number: text.number, title: text.source.title }
    const first = paragraphAt(text.leaves, start)
    const last = paragraphAt(text.leaves, Math.max(start, end - 1))
    return { source, paragraphs: first && last ? { first, last } : null, pages: pagesOf(text, start, end) }
  }

  /** The place of a selector; without paragraphs when its quote does not stand in the current text. */
  placeOfSelector(sourceId: string, selector: Selector): Place {
    const text = this.text(sourceId)
    const place = this.placeOf(sourceId, selector.start, selector.end)
    return text && isAnchored(text.version, selector) ? place : { ...place, paragraphs: null, pages: null }
  }

  /** A quote in its paragraph, or, when it does not stand in the current text, with what was kept around it. */
  inContext(sourceId: string, selector: Selector): QuoteInContext {
    const text = this.text(sourceId)
    const quote = selector.exact
    if (!text || !isAnchored(text.version, selector)) {
      const before = selector.prefix.replace(/^\S*\s+(?=\S)/, '')
      const after = selector.suffix.replace(/(?<=\S)\s+\S*$/, '')
      return { before, quote, after, cutBefore: true, cutAfter: true }
    }
    const from = leafAt(text.leaves, selector.start)?.start ?? 0
    const to = Math.max(leafAt(text.leaves, selector.end - 1)?.end ?? 0, selector.end)
    return { quote, ...contextOf(text.version.text, Math.min(from, selector.start), selector, to) }
  }
}

/** Whether a selector is bound to this version and its quote stands there. */
export function isAnchored(version: TextVersion, selector: Selector): boolean {
  return selector.textVersionId === version.id && standsAt(version.text, selector)
}

function versionOf(versions: Map<SourceId, TextVersion>, source: Source): TextVersion {
  const version = versions.get(source.id)
  if (!version) throw new Error(`The snapshot has no text for the source "${source.title}"`)
  return version
}

function layOut(number: number, source: Source, version: TextVersion, claims: NumberedClaim[]): SourceText {
  const ranges = claims
    .filter(({ claim }) => isAnchored(version, claim.selector))
    .map(({ number, claim }) => ({ number, start: claim.selector.start, end: claim.selector.end }))
  const { blocks, pages } = layOutText(version, ranges)
  return { number, source, version, blocks, pages, leaves: leavesOf(blocks) }
}

function pagesOf({ pages }: SourceText, start: number, end: number): Place['pages'] {
  const first = pageAt(pages, start)
  const last = pageAt(pages, Math.max(start, end - 1))
  return first === null || last === null ? null : { first, last }
}

/** The last block that begins at or before an offset. */
function leafAt(leaves: readonly TextLeaf[], offset: number): TextLeaf | undefined {
  let low = 0
  let high = leaves.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (leaves[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return leaves[low - 1]
}

function paragraphAt(leaves: readonly TextLeaf[], offset: number): number | null {
  return leafAt(leaves, offset)?.number ?? null
}

function contextOf(
  text: string,
  from: number,
  { start, end }: Selector,
  to: number,
): Omit<QuoteInContext, 'quote'> {
  const cutBefore = start - from > contextLength
  const cutAfter = to - end > contextLength
  const before = text.slice(cutBefore ? start - contextLength : from, start)
  const after = text.slice(end, cutAfter ? end + contextLength : to)
  return {
    before: cutBefore ? before.replace(/^\S*\s+/, '').replace(/^[\uDC00-\uDFFF]/, '') : before,
    after: cutAfter ? after.replace(/\s+\S*$/, '').replace(/[\uD800-\uDBFF]$/, '') : after,
    cutBefore,
    cutAfter,
  }
}
