import { useDeferredValue, type ReactNode } from 'react'

/**
 * Draws a large content after what is around it was painted, and in pieces between which the window answers: drawn at once
 * it would hold the window up.
 */
export function AfterPaint({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
}
