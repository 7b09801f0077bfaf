import { ClaimEdges } from '../office/claim-edges.js'
import type { Pieces } from '../pieces.js'
import type { ReportModel } from '../report-model.js'
import { leavesOf, type TextLeaf } from '../text-blocks.js'
import { wordingOf } from '../wording.js'
import { claimNote } from './numbered-notes.js'

/**
 * The texts as they are, letter by letter and line by line, with the number of each claim in square brackets where it ends,
 * and a note a claim after them.
 */
export function* notedPlainText(model: ReportModel): Pieces {
  for (const piece of piecesOf(model)) yield readable(piece)
}

function* piecesOf({ sources, cards, language }: ReportModel): Pieces {
  const words = wordingOf(language)
  for (const [index, { record, blocks }] of sources.entries()) {
    yield `${index ? '\n\n' : ''}${underlined(record.title)}\n\n`
    yield* numbered(leavesOf(blocks))
  }
  if (cards.length) yield `${sources.length ? '\n\n' : ''}${underlined(words.say('Notes'))}`
  for (const card of cards) {
    const { heading, lines } = claimNote(card, words)
    const indented = lines.map((line) => `\n    ${line.replaceAll('\n', '\n    ')}`)
    yield `\n\n[${card.number}] ${heading}${indented.join('')}`
  }
  yield '\n'
}

function underlined(title: string): string {
  return `${title}\n${'='.repeat(Math.min(72, title.length))}`
}

function* numbered(leaves: readonly TextLeaf[]): Pieces {
  const edges = new ClaimEdges(leaves)
  for (const [index, { gap, segments }] of leaves.entries()) {
    let text = '\n'.repeat(gap + (index ? 1 : 0))
    for (const segment of segments) {
      text += segment.text
      for (const number of edges.ending(segment)) text += `[${number}]`
    }
    yield text
  }
}

/** What no text file should hold (NUL, half of a surrogate pair) becomes U+FFFD. */
function readable(text: string): string {
  return /[\0\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Surrogate}|\0/gu, '\uFFFD') : text
}
