import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

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

/** Takes the focus when what had it within an element is no longer drawn there, so that it is never lost to the window. */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const onFocus = ({ target }: FocusEvent): void => {
      hadFocus.current = target instanceof Node && element.contains(target)
    }
    // A press on what takes no focus leaves it with the window, as it is meant to.
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && element.contains(target))) hadFocus.current = false
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [ref])
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true })
  })
}
