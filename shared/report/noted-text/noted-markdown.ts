import { annotatedMarkdown } from '../markdown/blocks.js'
import { block, heading, inline } from '../markdown/inline.js'
import type { ReportModel } from '../report-model.js'
import { wordingOf } from '../wording.js'
import { claimNote } from './numbered-notes.js'

/**
 * The texts as Markdown with a footnote a claim (`[^3]` where claim 3 ends), as most tools beyond CommonMark read them. A
 * claim whose quote is not in the current text has its footnote, and nothing refers to it.
 */
export function notedMarkdown(model: ReportModel): string {
  const words = wordingOf(model.language)
  const parts = [
    heading(1, model.title),
    ...model.sources.flatMap(({ record, blocks }) => [
      heading(2, record.title),
      annotatedMarkdown(blocks, { begins: () => '', ends: (number) => `[^${number}]` }),
    ]),
    ...model.cards.map((card) => {
      const note = claimNote(card, words)
      const lines = [`**${inline(note.heading)}**`, ...note.lines.map(block)]
      // One paragraph, so that a reader that knows no footnotes shows it as one too.
      return `[^${card.number}]: ${lines.join('\\\n    ')}`
    }),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
