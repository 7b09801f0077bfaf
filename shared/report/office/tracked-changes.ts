import type { ClaimCard } from '../claim-cards.js'
import type { ClaimEdges } from './claim-edges.js'

/** A proposed change of a text: [`start`, `end`) in UTF-16 code units of it goes, `insert` comes. */
export interface TextChange {
  start: number
  end: number
  insert: string
  /** The claim that proposes it. */
  claim: number
}

/**
 * The changes that the claims of one text propose, in its order; of two that overlap only the first, since a reader can
 * accept only one. Only what differs between the quote and the proposed wording is changed, by whole words.
 */
export function proposedChanges(
  numbers: readonly number[],
  cards: readonly ClaimCard[],
  edges: ClaimEdges,
): TextChange[] {
  const changes: TextChange[] = []
  const proposed = numbers
    .flatMap((number) => {
      const range = edges.rangeOf(number)
      const { correction, context } = cards[number - 1]!
      return range && correction !== null ? [changeOf(number, range, context.quote, correction)] : []
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  for (const change of proposed) {
    const before = changes.at(-1)
    const isEmpty = change.start === change.end && change.insert === ''
    if (!isEmpty && (!before || change.start >= before.end)) changes.push(change)
  }
  return changes
}

function changeOf(
  claim: number,
  { start, end }: { start: number; end: number },
  quote: string,
  correction: string,
): TextChange {
  // A range that was widened to whole characters is no longer the quote.
  if (end - start !== quote.length) return { start, end, insert: correction, claim }
  const head = sameHead(quote, correction)
  const tail = sameTail(quote.slice(head), correction.slice(head))
  return {
    start: start + head,
    end: end - tail,
    insert: correction.slice(head, correction.length - tail),
    claim,
  }
}

/** The length of the words that both begin with. */
function sameHead(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length] === other[length]) length++
  while (length > 0 && !(isEdge(one, length) && isEdge(other, length))) length--
  return length
}

/** The length of the words that both end with. */
function sameTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length++
  while (length > 0 && !(isEdge(one, one.length - length) && isEdge(other, other.length - length))) length--
  return length
}

/** Whether no word, no number and no character goes on across an offset. */
function isEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  return (
    !/[\p{L}\p{M}\p{N}\p{Surrogate}]/u.test(text[offset - 1]!) ||
    !/[\p{L}\p{M}\p{N}\p{Surrogate}]/u.test(text[offset]!)
  )
}
