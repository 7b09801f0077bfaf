import type { SourceId } from '../../../shared/domain/ids.js'
import { setTextPlace, type TextPlace } from '../../../renderer/store/texts/text-place.js'

/** As much of a text view as acts on a selected passage ask. */
export function selecting(start: number, end: number): TextPlace['view'] {
  const selection = () => ({ start, end })
  return {
    passage: selection,
    selection,
    scrollPosition: () => ({ offset: start, above: 0 }),
    selectionRectangle: () => ({ left: 0, top: 0, right: 10, bottom: 10 }),
    scrollTo: () => {},
    select: () => {},
    focus: () => {},
  } as unknown as TextPlace['view']
}

/** Selects words of a text as a person would, on the first side. */
export function selectIn(sourceId: SourceId, text: string, words: string): void {
  const start = text.indexOf(words)
  setTextPlace('first', { sourceId, view: selecting(start, start + words.length) })
}
