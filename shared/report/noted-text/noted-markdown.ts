import { annotatedMarkdown } from '../markdown/blocks.js'
import { block, heading, inline } from '../markdown/inline.js'
import { paragraphs, type Pieces } from '../pieces.js'
import type { ReportModel } from '../report-model.js'
import { wordingOf } from '../wording.js'
import { claimNote } from './numbered-notes.js'

/**
 * The texts as Markdown with a footnote a claim (`[^3]` where claim 3 ends), as most tools beyond CommonMark read them. A
 * claim whose quote is not in the current text has its footnote, and nothing refers to it.
 */
export function notedMarkdown(model: ReportModel): Pieces {
  return paragraphs(partsOf(model))
}

function* partsOf({ title, sources, cards, language }: ReportModel): Pieces {
  const words = wordingOf(language)
  yield heading(1, title)
  for (const { record, blocks } of sources) {
    yield heading(2, record.title)
    yield* annotatedMarkdown(blocks, { begins: () => '', ends: (number) => `[^${number}]` })
  }
  for (const card of cards) {
    const note = claimNote(card, words)
    const lines = [`**${inline(note.heading)}**`, ...note.lines.map(block)]
    // One paragraph, so that a reader that knows no footnotes shows it as one too.
    yield `[^${card.number}]: ${lines.join('\\\n    ')}`
  }
}
