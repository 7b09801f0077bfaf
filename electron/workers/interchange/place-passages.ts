import { fromCodePoints } from '../../../shared/anchoring/code-points.js'
import { createResolver, type Resolver } from '../../../shared/anchoring/resolve.js'
import { paragraphNumbering, type Numbering } from '../../../shared/document/numbering.js'
import { documentFromJson } from '../../../shared/document/sections.js'
import type { IncomingPassage } from './incoming.js'

/** A text in which passages are sought: the current one of a source. `document` is its ProseMirror JSON. */
export interface SoughtText {
  text: string
  sha256: string
  document: unknown
}

/** Where a passage stands, in UTF-16 code units; `searched` says that other words stand there than the quote. */
export interface FoundPlace {
  start: number
  end: number
  searched: boolean
}

/** Passages that are told of between two reports on how far it is. */
const step = 200

/**
 * Where passages stand in a text; null for one that is not found, or not surely. A recorded position counts when it is of
 * this very text and the quote stands there; else the quote is sought, in its paragraph where that is known.
 */
export function placePassages(
  passages: readonly IncomingPassage[],
  sought: SoughtText,
  onStep: (done: number) => void = () => {},
): (FoundPlace | null)[] {
  const search = new PassagePlaces(sought, passages)
  return passages.map((passage, index) => {
    if (index % step === 0) onStep(index)
    return search.place(passage, index)
  })
}

class PassagePlaces {
  readonly #sought: SoughtText
  readonly #resolver: Resolver
  readonly #starts: (number | null)[]
  #numbering: Numbering | null = null

  constructor(sought: SoughtText, passages: readonly IncomingPassage[]) {
    this.#sought = sought
    this.#resolver = createResolver(sought.text)
    this.#starts = fromCodePoints(
      sought.text,
      passages.map(({ position }) => position?.start ?? NaN),
    )
  }

  place(passage: IncomingPassage, index: number): FoundPlace | null {
    const { text, sha256 } = this.#sought
    const exact = passage.exact.replace(/\r\n?/g, '\n')
    const start = passage.position ? (this.#starts[index] ?? undefined) : undefined
    if (start !== undefined && passage.textDigest === sha256 && text.startsWith(exact, start))
      return found(start, exact)
    const only = passage.paragraphs && this.#onlyOneIn(passage.paragraphs, exact)
    if (only !== null) return found(only, exact)
    const { prefix, suffix } = passage
    const resolution = this.#resolver.resolve({ exact, prefix, suffix, start })
    return (
      resolution && { start: resolution.start, end: resolution.end, searched: resolution.how === 'fuzzy' }
    )
  }

  /** Where a quote begins that begins once in a paragraph and ends in the last one; null for none and for several. */
  #onlyOneIn({ first, last }: { first: number; last: number }, exact: string): number | null {
    const { text, document } = this.#sought
    this.#numbering ??= paragraphNumbering(documentFromJson(document))
    const from = this.#numbering.startOf(first)
    if (from === null) return null
    const nextOf = (number: number) => this.#numbering?.startOf(number + 1) ?? text.length
    const start = text.indexOf(exact, from)
    if (start < 0 || start >= nextOf(first) || start + exact.length > nextOf(last)) return null
    const next = text.indexOf(exact, start + 1)
    return next >= 0 && next < nextOf(first) ? null : start
  }
}

function found(start: number, exact: string): FoundPlace {
  return { start, end: start + exact.length, searched: false }
}
