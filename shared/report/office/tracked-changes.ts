import { diffArrays } from 'diff'
import type { ClaimCard } from '../claim-cards.js'
import type { ClaimEdges } from './claim-edges.js'

/** A proposed change of a text: [`start`, `end`) in UTF-16 code units of it goes, `insert` comes. */
export interface TextChange {
  start: number
  end: number
  insert: string
}

/**
 * The changes that the claims of one text propose, in its order. Of two claims with changes that overlap only those of the
 * first, since a reader can accept only one. Only what differs between the quote and the proposed wording is changed, by
 * whole words.
 */
export function proposedChanges(
  numbers: readonly number[],
  cards: readonly ClaimCard[],
  edges: ClaimEdges,
): TextChange[] {
  const proposals = numbers
    .flatMap((number) => {
      const range = edges.rangeOf(number)
      const { correction, context } = cards[number - 1]!
      return range && correction !== null ? [changesOf(range, context.quote, correction)] : []
    })
    .filter((changes) => changes.length > 0)
    .sort((a, b) => a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end)
  const accepted: TextChange[] = []
  // What ends before a proposal begins is not reached by those after it either.
  let reached: TextChange[] = []
  for (const changes of proposals) {
    reached = reached.filter(({ end }) => end > changes[0]!.start)
    if (changes.some((change) => reached.some((other) => overlaps(change, other)))) continue
    accepted.push(...changes)
    reached.push(...changes)
  }
  return accepted.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether two changes are of the same characters, or one inserts among those that the other takes away. */
const overlaps = (one: TextChange, other: TextChange): boolean =>
  one.start < other.end && other.start < one.end

function changesOf(
  { start, end }: { start: number; end: number },
  quote: string,
  correction: string,
): TextChange[] {
  const whole = { start: 0, end: end - start, insert: correction }
  // A range that was widened to whole characters is no longer the quote.
  const changes = end - start === quote.length ? wordChanges(quote, correction) : [whole]
  return changes
    .map((change) => ({ start: start + change.start, end: start + change.end, insert: change.insert }))
    .filter(({ start, end, insert }) => start < end || insert !== '')
}

/** How many words and signs two wordings may differ in for a search of those that they share. */
const mostEdits = 1000

/** A word or number, or one sign: what a change consists of. */
const piece = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|.\p{M}*/gsu

const piecesOf = (text: string): string[] => text.match(piece) ?? []

const isWord = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece)

const countWords = (text: string): number => piecesOf(text).filter(isWord).length

/**
 * What changes from one wording to another, a change where words of both stay between it and the next. One change for all
 * where less than half of the words stay: what is changed here and there reads worse than what is written anew.
 */
function wordChanges(before: string, after: string): TextChange[] {
  // Most wordings differ in one place, and their ends are compared quicker than all of their words.
  const head = sameHead(before, after)
  const tail = sameTail(before.slice(head), after.slice(head))
  const old = before.slice(head, before.length - tail)
  const now = after.slice(head, after.length - tail)
  const whole = [{ start: head, end: head + old.length, insert: now }]
  if (!/\s/.test(old.trim()) || !/\s/.test(now.trim())) return whole
  const [gone, come] = [piecesOf(old), piecesOf(now)]
  const outside = countWords(before.slice(0, head)) + countWords(before.slice(before.length - tail))
  const staysHalf = (shared: number): boolean =>
    (outside + shared) * 2 >= outside + Math.max(gone.filter(isWord).length, come.filter(isWord).length)
  // To find what is left of wordings that have little in common takes longest, and is not wanted.
  if (!staysHalf(wordsInBoth(gone, come))) return whole
  const changes = changesBetween(gone, come, head)
  if (!changes) return whole
  const left = changes.reduce(
    (words, { start, end }) => words - countWords(before.slice(start, end)),
    countWords(old),
  )
  return staysHalf(left) ? changes : whole
}

/** How many words two wordings have in common, in whatever order. */
function wordsInBoth(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const piece of one) if (isWord(piece)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  let shared = 0
  for (const piece of other) {
    const left = counts.get(piece) ?? 0
    if (left === 0) continue
    counts.set(piece, left - 1)
    shared += 1
  }
  return shared
}

/** The changes from some pieces, which begin at `offset`, to others; null where the two differ too much to be compared. */
function changesBetween(old: string[], now: string[], offset: number): TextChange[] | null {
  const runs = diffArrays(old, now, { maxEditLength: mostEdits })
  if (!runs) return null
  const changes: TextChange[] = []
  let at = offset
  // What stays behind the last change, which takes it in where it has no words.
  let between = ''
  for (const { value, added, removed } of runs) {
    const text = value.join('')
    const end = added ? at : at + text.length
    const last = changes.at(-1)
    if (!added && !removed) between = text
    else if (last && !isWord(between)) {
      last.insert += between + (added ? text : '')
      last.end = end
      between = ''
    } else {
      changes.push({ start: at, end, insert: added ? text : '' })
      between = ''
    }
    at = end
  }
  return changes
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
