import { outlineOf } from '../../../shared/document/outline.js'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { documentOf } from './texts.js'

/** A heading of a text: [`start`, `end`) in UTF-16 code units. */
export interface Heading {
  text: string
  level: number
  start: number
  end: number
}

const known = new WeakMap<TextVersion, Heading[]>()

/** The headings of a text version, in order. */
export function headingsOf(version: TextVersion): Heading[] {
  const headings = known.get(version) ?? findHeadings(version)
  known.set(version, headings)
  return headings
}

function findHeadings(version: TextVersion): Heading[] {
  const doc = documentOf(version)
  const offsets = offsetsOf(doc)
  return outlineOf(doc).map(({ text, level, position }) => {
    const start = offsets.offset(position)
    return { text, level, start, end: start + text.length }
  })
}
