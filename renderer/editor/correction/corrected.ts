import type { Node } from 'prosemirror-model'
import { documentOf } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { wholeFrom, wholeTo } from '../../../shared/anchoring/whole-characters.js'
import { trimmed, type Passage } from '../passages.js'
import type { FollowedRanges } from './following.js'
import type { Tracked } from './tracked.js'

/** A corrected text. Its ranges are in UTF-16 code units of `text`. */
export interface Corrected {
  /** ProseMirror JSON of the source schema. */
  document: unknown
  text: string
  /** The tracked ranges that are left, by id: not empty, and cutting no character. */
  ranges: Record<string, Passage>
  /** The ids of those whose passage is gone. */
  lost: string[]
}

/**
 * The result of a correction. Blank paragraphs become gaps, as in a text that is read from a file, and sections are cut
 * anew. Before the text stand no more line breaks than before. A range whose words have changed loses the white space at its ends.
 */
export function correctedText(base: Node, doc: Node, tracked: Tracked, ranges: FollowedRanges): Corrected {
  const tidied = tidy(doc, leadingBreaks(plainTextOf(base)))
  const text = plainTextOf(tidied)
  const dropped = leadingBreaks(plainTextOf(doc)) - leadingBreaks(text)
  const before = plainTextOf(base)
  const result: Corrected = { document: tidied.toJSON(), text, ranges: {}, lost: [] }
  tracked.ids.forEach((id, place) => {
    const quote = before.slice(tracked.starts[place], tracked.ends[place])
    const start = Math.max(0, ranges.starts[place]! - dropped)
    const end = Math.min(text.length, ranges.ends[place]! - dropped)
    const passage = ranges.starts[place]! < 0 ? null : wholePassage(text, { start, end }, quote)
    if (passage) result.ranges[id] = passage
    else result.lost.push(id)
  })
  return result
}

function wholePassage(text: string, { start, end }: Passage, quote: string): Passage | null {
  if (start >= end) return null
  if (text.slice(start, end) === quote) return { start, end }
  return trimmed(text, { start: wholeFrom(text, start), end: wholeTo(text, end) })
}

/**
 * The document with blank paragraphs as gaps, in even sections, with `mostBefore` line breaks before the text at most and none
 * behind it.
 */
function tidy(doc: Node, mostBefore: number): Node {
  const blocks: Node[] = []
  let gap = 0
  let isFirst = true
  doc.forEach((section) =>
    section.forEach((block) => {
      if (block.isTextblock && !block.content.size) {
        gap += 1 + (block.attrs.gap as number)
        return
      }
      const tidied = withGap(block, (own) => (isFirst ? Math.min(own + gap, mostBefore) : own + gap))
      blocks.push(tidied ?? block)
      if (!tidied) return
      isFirst = false
      gap = 0
    }),
  )
  return documentOf(blocks)
}

/** A block with another gap before its text; null for one that has no text. */
function withGap(block: Node, gapOf: (own: number) => number): Node | null {
  if (block.isTextblock) {
    const gap = gapOf(block.attrs.gap as number)
    return block.type.create({ ...block.attrs, gap }, block.content, block.marks)
  }
  for (let index = 0; index < block.childCount; index++) {
    const inner = withGap(block.child(index), gapOf)
    if (inner) return block.copy(block.content.replaceChild(index, inner))
  }
  return null
}

function leadingBreaks(text: string): number {
  return /^\n*/.exec(text)![0].length
}
