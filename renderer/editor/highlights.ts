import { claimTypes, type ClaimType } from '../../shared/domain/claim.js'
import { verdicts, type Verdict } from '../../shared/domain/verdicts.js'

/** A claim as the text shows it: [`start`, `end`) in UTF-16 code units of the plain text. */
export interface Highlight {
  id: string
  start: number
  end: number
  verdict: Verdict | null
  /** `other` when left out. */
  type?: ClaimType
}

/**
 * Many highlights, packed: the i-th entries of all lists belong together, oldest claim first. `verdicts` holds
 * `verdictCode` values, `types` places in `claimTypes`.
 */
export interface Highlights {
  ids: readonly string[]
  starts: Int32Array
  ends: Int32Array
  verdicts: Uint8Array
  types: Uint8Array
}

const codes = new Map<Verdict | null, number>(verdicts.map(({ id }, place) => [id, place + 1]))

const typeCodes = new Map<ClaimType, number>(claimTypes.map(({ id }, place) => [id, place]))

/** Packs highlights that are in order of age, oldest first. */
export function packHighlights(list: readonly Highlight[]): Highlights {
  const ids: string[] = []
  const starts = new Int32Array(list.length)
  const ends = new Int32Array(list.length)
  const packedVerdicts = new Uint8Array(list.length)
  const types = new Uint8Array(list.length)
  for (const { id, start, end, verdict, type = 'other' } of list) {
    const place = ids.push(id) - 1
    starts[place] = start
    ends[place] = end
    packedVerdicts[place] = verdictCode(verdict)
    types[place] = typeCodes.get(type) ?? 0
  }
  return { ids, starts, ends, verdicts: packedVerdicts, types }
}

/** 0 for a claim without a verdict, else one more than the verdict's place in the scale. */
export function verdictCode(verdict: Verdict | null): number {
  return codes.get(verdict) ?? 0
}

/** The verdict as it appears in class names: its id, or `none`. */
export function verdictName(code: number): Verdict | 'none' {
  return verdicts[code - 1]?.id ?? 'none'
}

export const noHighlights: Highlights = packHighlights([])
