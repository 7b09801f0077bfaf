import { makeSelector } from '../../../shared/anchoring/selector.js'
import type { Change } from '../../../shared/domain/change.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import type { Note } from '../../../shared/domain/note.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { defaultScale } from '../../../shared/domain/preset-scales.js'
import { statuses } from '../../../shared/domain/verdicts.js'
import { idOf, instant, noteBody } from '../../db/case-data.js'

/** Identifiers of each kind begin at a number of their own. */
const firstClaim = 0x1000_0000
const firstNote = 0x2000_0000

const words =
  'the harbour board met on Tuesday to hear that costs had risen since March and of nine ships'.split(' ')

/** Words that follow from their number alone; one in a thousand numbers has the word "lighthouse". */
export function wordsOf(number: number, count: number): string {
  const text = Array.from({ length: count }, (_, place) => words[(number * 7 + place * 5) % words.length])
  return [`No ${number}`, ...text, number % 1000 === 0 ? 'lighthouse' : 'quay'].join(' ')
}

/** A text of so many lines of some 60 characters. */
export function sourceText(number: number, lines: number): string {
  return Array.from({ length: lines }, (_, line) => wordsOf(number * 1000 + line, 11)).join('\n')
}

/** Claim `number` as it comes into being, in its place in the text, with status and verdict spread evenly. */
export function claimOf(number: number, { sourceId, text, id }: TextVersion): Claim {
  const start = (number * 61) % (text.length - 40)
  return {
    ...unjudged,
    id: idOf(firstClaim + number),
    sourceId,
    selector: makeSelector(text, id, start, start + 24),
    type: 'event',
    status: statuses[number % statuses.length]!.id,
    verdict: defaultScale.verdicts[number % defaultScale.verdicts.length]!.id,
    createdAt: instant(number),
    updatedAt: instant(number),
  }
}

export function noteOf(number: number, claims: number): Note {
  const text = wordsOf(number, 30)
  return {
    id: idOf(firstNote + number),
    claimId: idOf(firstClaim + (number % claims)),
    body: noteBody(text),
    text,
    visibility: 'internal',
    author: 'Ada',
    createdAt: instant(number),
    updatedAt: instant(number),
  }
}

export const newClaim = (claim: Claim): Change => ({
  kind: 'claim',
  key: claim.id,
  before: null,
  after: claim,
})
export const newNote = (note: Note): Change => ({ kind: 'note', key: note.id, before: null, after: note })
