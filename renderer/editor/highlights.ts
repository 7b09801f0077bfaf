import { claimTypes, type ClaimType } from '../../shared/domain/claim.js'
import { verdictColours, type VerdictColour } from '../../shared/domain/verdict-scale.js'

/** A claim as the text shows it: [`start`, `end`) in UTF-16 code units of the plain text. */
export interface Highlight {
  id: string
  start: number
  end: number
  /** That of its verdict; null for a claim that nobody has judged. */
  colour: VerdictColour | null
  /** `other` when left out. */
  type?: ClaimType
}

/**
 * Many highlights, packed: the i-th entries of all lists belong together, oldest claim first. `colours` holds
 * `colourCode` values, `types` places in `claimTypes`.
 */
export interface Highlights {
  ids: readonly string[]
  starts: Int32Array
  ends: Int32Array
  colours: Uint8Array
  types: Uint8Array
}

const codes = new Map<VerdictColour | null, number>(verdictColours.map(({ id }, place) => [id, place + 1]))

const typeCodes = new Map<ClaimType, number>(claimTypes.map(({ id }, place) => [id, place]))

/** Packs highlights that are in order of age, oldest first. */
export function packHighlights(list: readonly Highlight[]): Highlights {
  const ids: string[] = []
  const starts = new Int32Array(list.length)
  const ends = new Int32Array(list.length)
  const colours = new Uint8Array(list.length)
  const types = new Uint8Array(list.length)
  for (const { id, start, end, colour, type = 'other' } of list) {
    const place = ids.push(id) - 1
    starts[place] = start
    ends[place] = end
    colours[place] = colourCode(colour)
    types[place] = typeCodes.get(type) ?? 0
  }
  return { ids, starts, ends, colours, types }
}

/** 0 for a claim without a verdict, else one more than the colour's place among the colours. */
export function colourCode(colour: VerdictColour | null): number {
  return codes.get(colour) ?? 0
}

/** The colour as it appears in class names: its id, or `none`. */
export function colourName(code: number): VerdictColour | 'none' {
  return verdictColours[code - 1]?.id ?? 'none'
}

export const noHighlights: Highlights = packHighlights([])
