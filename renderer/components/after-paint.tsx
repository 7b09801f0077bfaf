import { useDeferredValue, type ReactNode } from 'react'

/**
 * Draws a large content after what is around it was painted, and in pieces between which the window answers: drawn at once
 * it would hold the window up. Until then `place` stands there.
 */
export function AfterPaint({ place = null, children }: { place?: ReactNode; children: ReactNode }) {
  return useDeferredValue(true, false) ? children : place
}
