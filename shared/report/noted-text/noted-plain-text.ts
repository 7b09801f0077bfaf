import { ClaimEdges } from '../office/claim-edges.js'
import type { ReportModel } from '../report-model.js'
import { leavesOf, type TextLeaf } from '../text-blocks.js'
import { wordingOf } from '../wording.js'
import { claimNote } from './numbered-notes.js'

/**
 * The texts as they are, letter by letter and line by line, with the number of each claim in square brackets where it ends,
 * and a note a claim after them.
 */
export function notedPlainText(model: ReportModel): string {
  const words = wordingOf(model.language)
  const texts = model.sources.map(({ record, blocks }) => {
    return `${record.title}\n${'='.repeat(Math.min(72, record.title.length))}\n\n${numbered(leavesOf(blocks))}`
  })
  const notes = model.cards.map((card) => {
    const { heading, lines } = claimNote(card, words)
    return [
      `[${card.number}] ${heading}`,
      ...lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`),
    ].join('\n')
  })
  const title = words.say('Notes')
  const parts = [...texts, ...(notes.length ? [`${title}\n${'='.repeat(title.length)}`, ...notes] : [])]
  return `${parts.join('\n\n')}\n`.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
}

function numbered(leaves: readonly TextLeaf[]): string {
  const edges = new ClaimEdges(leaves)
  return leaves
    .map(({ gap, segments }, index) => {
      const text = segments.map((segment) => {
        const numbers = edges.ending(segment).map((number) => `[${number}]`)
        return segment.text + numbers.join('')
      })
      return '\n'.repeat(gap + (index ? 1 : 0)) + text.join('')
    })
    .join('')
}
