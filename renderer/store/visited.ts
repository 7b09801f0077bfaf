import type { SourceId } from '../../shared/domain/ids.js'

/** Where a person was: a source, how far it was scrolled (UTF-16 code units), and what was open beside it. */
export interface Place {
  sourceId: SourceId
  offset: number
  claimId: string | null
  fingerprint: string | null
}

const most = 100
let back: Place[] = []
let forward: Place[] = []

/** Remembers a place that is about to be left. The same place twice in a row is one. */
export function leave(place: Place): void {
  const last = back.at(-1)
  if (!last || !isSame(last, place)) back = [...back, place].slice(-most)
  forward = []
}

/** The place left last, to go back to from `here`; null when there is none. */
export function placeBefore(here: Place): Place | null {
  const place = back.at(-1)
  if (!place) return null
  back = back.slice(0, -1)
  forward = [...forward, here]
  return place
}

/** The place from which a person went back last. */
export function placeAfter(here: Place): Place | null {
  const place = forward.at(-1)
  if (!place) return null
  forward = forward.slice(0, -1)
  back = [...back, here]
  return place
}

export const canGoBack = (): boolean => back.length > 0
export const canGoForward = (): boolean => forward.length > 0

/** Another case was opened: its places are not those of this one. */
export function forgetPlaces(): void {
  back = []
  forward = []
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.sourceId === other.sourceId &&
    one.offset === other.offset &&
    one.claimId === other.claimId &&
    one.fingerprint === other.fingerprint
  )
}
