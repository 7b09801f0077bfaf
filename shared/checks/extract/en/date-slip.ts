/** A date that was broken in typing: tokens [`first`, `next`), what is wrong, and what may have been meant. */
export interface DateSlip {
  first: number
  next: number
  problem: string
  reading: string | null
}
