import { useRef } from 'react'

/** A function that stays the same and does what the latest one does. */
export function useLatest<A extends unknown[], R>(does: (...args: A) => R): (...args: A) => R {
  const latest = useRef(does)
  latest.current = does
  return useRef((...args: A): R => latest.current(...args)).current
}
