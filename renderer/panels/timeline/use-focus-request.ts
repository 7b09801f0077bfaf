import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

type Find = (root: HTMLElement) => HTMLElement | SVGElement | null

/** Moves the focus within an element to what is found once the next drawing is there: what is asked for may not be drawn yet. */
export function useFocusRequest(ref: RefObject<HTMLElement | null>): (find: Find) => void {
  const wanted = useRef<Find | null>(null)
  const [turn, setTurn] = useState(0)
  useLayoutEffect(() => {
    const find = wanted.current
    wanted.current = null
    if (find && ref.current) find(ref.current)?.focus({ preventScroll: true })
  }, [ref, turn])
  return (find) => {
    wanted.current = find
    setTurn((before) => before + 1)
  }
}
