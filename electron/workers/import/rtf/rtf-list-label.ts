import type { FlatItem } from '../list-builder.js'

/**
 * What stands before a paragraph of a list, as RTF writes it out in `\listtext` and `\pntext`: `number` for an item of a
 * list with numbers, null for one with bullets, undefined for what only its own words can say (`a)`, `1.2`). `text` is the
 * label as text; empty for none.
 */
export interface ListLabel {
  text: string
  number: number | null | undefined
}

export function listLabel(written: string): ListLabel {
  const label = written.trim()
  const number = /^\(?(\d{1,6})[.):]?$/.exec(label)?.[1]
  if (number !== undefined) return { text: label, number: Number(number) }
  // A single sign is a bullet: fonts of signs have theirs in the place of letters (`o`, `§`) or outside of Unicode's own.
  if ([...label].length === 1) return { text: '•', number: null }
  return { text: label, number: undefined }
}

/** Whether an item goes on with the list of those before it; if not, it begins another, so that it keeps its number. */
export function goesOn(items: readonly FlatItem[], { level, number }: FlatItem): boolean {
  const [first] = items
  if (first && level < first.level) return false
  let sawDeeper = false
  for (const item of items.toReversed()) {
    if (item.level < level) return !sawDeeper
    if (item.level === level) return number === null || item.number === null || number === item.number + 1
    sawDeeper = true
  }
  return true
}
