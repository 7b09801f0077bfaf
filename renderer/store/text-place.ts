/** What the text pane gives to the commands that act on the text. */
export interface TextPlace {
  /** The selected range, or the sentence at the caret; null where there is none. UTF-16 code units. */
  rangeToHighlight: () => { start: number; end: number } | null
  focus: () => void
}

let place: TextPlace | null = null

export function setTextPlace(next: TextPlace | null): void {
  place = next
}

/** The shown text; null while none is. */
export function textPlace(): TextPlace | null {
  return place
}
