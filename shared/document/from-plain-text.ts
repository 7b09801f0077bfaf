import type { Node } from 'prosemirror-model'
import { paragraphsOf } from './paragraphs.js'
import { sourceSchema } from './schema.js'
import { documentOf } from './sections.js'

/** The document of a plain text; `plainTextOf` of it is the text again, provided that the text is normalised. */
export function documentFromPlainText(text: string): Node {
  const ranges = paragraphsOf(text)
  let end = -1
  const blocks = ranges.map(({ start, end: blockEnd }, index) => {
    const gap = start - end - 1
    const content = text.slice(start, blockEnd)
    end = blockEnd
    return blockOf(content, gap, isHeading(content, index, gap, text, blockEnd))
  })
  return documentOf(blocks)
}

function blockOf(content: string, gap: number, level: number | null): Node {
  const inline = sourceSchema.text(content)
  if (level) return sourceSchema.node('heading', { level, gap }, inline)
  return sourceSchema.node('paragraph', { gap }, inline)
}

const numbered =
  /^(chapter|part|section|act|book|appendix)\s+[\divxlc]+\b|^[IVXLC]+\.\s|^\d+(\.\d+)*\.?\s+\p{Lu}/iu

/**
 * The level of a line that is set off as a heading: the first line of a text when it is short and no sentence, and later
 * lines that stand alone between blank lines and are numbered or in capitals. Null for all others: a wrong heading
 * misleads more than a missing one.
 */
function isHeading(content: string, index: number, gap: number, text: string, end: number): number | null {
  if (content.length > 120 || content.includes('\n') || /[.!?:;,…]["'”’)]?$/.test(content)) return null
  const more = /\S/.test(text.slice(end, end + 4000))
  if (index === 0) return more ? 1 : null
  const alone = gap > 0 && text.startsWith('\n\n', end)
  const capitals = content.length > 3 && content === content.toUpperCase() && /\p{Lu}{3}/u.test(content)
  return alone && (capitals || numbered.test(content)) ? 2 : null
}
