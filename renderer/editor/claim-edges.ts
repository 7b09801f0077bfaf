import type { Passage } from './passages.js'

export type Edge = 'start' | 'end'
export type Step = 'character' | 'word'

/** How much of the text around an offset is looked at for its characters and words, in UTF-16 code units. */
const reach = 256

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * A passage with one edge a character or a word further on (`direction` 1) or back (-1); null when there is no further or
 * nothing would be left. Characters are those that a reader sees. By words an end goes to the end of a word, a start to
 * the start of one. Line breaks are stepped over.
 */
export function movedEdge(
  text: string,
  passage: Passage,
  edge: Edge,
  by: Step,
  direction: 1 | -1,
): Passage | null {
  const next = neighbour(text, passage[edge], edge, by, direction)
  return next === null ? null : withEdge(passage, edge, next)
}

/** A passage with one edge elsewhere; null when nothing would be left. */
export function withEdge(passage: Passage, edge: Edge, offset: number): Passage | null {
  const moved = { ...passage, [edge]: offset }
  return moved.start < moved.end ? moved : null
}

/** An offset, or where it is inside a character or a word, that one's edge: a start goes back and an end goes on. */
export function snapped(text: string, offset: number, edge: Edge, by: Step): number {
  const { base, segments } = segmentsAround(text, offset, by)
  const found = segments.containing(offset - base)
  if (!found || offset === base + found.index) return offset
  if (by === 'word' && !found.isWordLike) return snapped(text, offset, edge, 'character')
  return base + found.index + (edge === 'start' ? 0 : found.segment.length)
}

function neighbour(text: string, offset: number, edge: Edge, by: Step, direction: 1 | -1): number | null {
  const { base, segments } = segmentsAround(text, offset, by)
  const stops = [...segments].flatMap(({ segment, index, isWordLike }) => {
    if (segment === '\n' || (by === 'word' && !isWordLike)) return []
    return [base + index + (edge === 'start' ? 0 : segment.length)]
  })
  const next = direction > 0 ? stops.find((stop) => stop > offset) : stops.findLast((stop) => stop < offset)
  return next ?? null
}

/** The characters or words around an offset; where the stretch that is looked at begins inside one, that one is cut. */
function segmentsAround(text: string, offset: number, by: Step): { base: number; segments: Intl.Segments } {
  const begin = Math.max(0, offset - reach)
  const base = begin + Number((text.codePointAt(begin - 1) ?? 0) > 0xffff)
  return { base, segments: (by === 'word' ? words : characters).segment(text.slice(base, offset + reach)) }
}
