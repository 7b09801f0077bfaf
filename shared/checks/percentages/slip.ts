import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** A percentage beside the figures that it should follow from: what to point at and how to say it. */
export interface Slip {
  /** Whether it follows from them. */
  holds: boolean
  evidence: readonly Quantity[]
  message: string
  reason: string
  arithmetic: string
}

/** All tokens of the paragraph of a sentence. */
export function tokensOf({ paragraph }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens
}

export const rises =
  /^(rose|rise|rises|risen|grew|grow|grown|increased?|increases|climbed|jumped|up|gained|surged|soared|rising|growing|increasing|raised)$/
export const falls =
  /^(fell|fall|falls|fallen|dropped|drop|declined?|decreased?|shrank|down|lost|cut|reduced|slid|plunged|sank|falling|dropping|declining|lowered)$/

/** One decimal is what percentages are told in. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A percentage is good to half of its last digit, at least one point; figures that are rounded blur it further. */
export function toleranceFor(share: Quantity, figures: readonly Quantity[]): number {
  const loose = [share, ...figures].some(({ bound }) => bound !== 'exact')
  const blur = figures.reduce(
    (all, { value }) => all + (value < 10 && !Number.isInteger(value) ? 5 / value : 0),
    0,
  )
  return (loose ? Math.max(3, share.value * 0.15) : 1) + blur
}

/** Whether "more than" or "less than" before the share covers the real one. */
export function isBoundedBy(share: Quantity, real: number): boolean {
  return (share.bound === 'least' && real >= share.value) || (share.bound === 'most' && real <= share.value)
}
