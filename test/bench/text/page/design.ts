import type { BenchClaim } from '../text-data.js'

/** What every design is given: the text as a string and as the product's document JSON, and the claims. */
export interface Material {
  text: string
  document: unknown
  claims: readonly BenchClaim[]
}

/** A way of showing a text with claims, mounted and painting. Offsets are UTF-16 code units of the text. */
export interface TextDesign {
  readonly scroller: HTMLElement
  /** Shows these claims and no others. */
  setClaims: (claims: readonly BenchClaim[]) => void
  /** Shows one claim more than now. */
  addClaim: (claim: BenchClaim) => void
  /** Brings a claim into view, in the middle where the design can. */
  jumpTo: (claim: BenchClaim) => void
  /** Something drawn for a claim; null while nothing is. */
  elementOf: (id: string) => Element | null
  /** Focuses the text with the caret at an offset; missing where a design has no caret. */
  placeCaret?: (offset: number) => void
  /** From here on what is typed changes the text; missing where a design cannot. */
  allowTyping?: () => void
  /** The text as it is now, to see that what was typed has come in. */
  textNow?: () => string
}

/** Mounts a design. A promise is for libraries that draw later. */
export type OpenDesign = (mount: HTMLElement, material: Material) => TextDesign
