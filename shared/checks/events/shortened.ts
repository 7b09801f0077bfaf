import type { EventKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { isDigitSlip } from './near-miss.js'
import { type Statement, statementsOf } from './statement.js'

/** Kinds of event that befall one thing once, or at least not twice within a few days. */
const kinds = new Set<EventKind>([
  'opening',
  'closing',
  'completion',
  'founding',
  'launch',
  'demolition',
  'collapse',
  'crash',
])

/**
 * "The new tram bridge over the Alm, opened on 19 June 2024, … the bridge was opened on 9 June 2024": a thing that a text
 * tells of at length and later by its noun alone, on dates that a slip of one digit tells apart. Symmetric.
 */
export function isShortened(a: Statement, b: Statement): boolean {
  if (a.section !== b.section || a.kind !== b.kind || !kinds.has(a.kind) || !isDigitSlip(a, b)) return false
  const [first, later] = a.sentence.start < b.sentence.start ? [a, b] : [b, a]
  const noun = bareNounOf(later)
  const isElsewhere = [...later.names].some((name) => !first.names.has(name))
  return noun !== '' && !isElsewhere && isSubject(first, noun) && onlyOneIn(first, later)
}

/** The stem of "the bridge" where nothing sets it apart; '' for a statement that speaks of a thing in any other way. */
function bareNounOf({ sentence: { paragraph, sentence }, head, names, numbers }: Statement): string {
  if (names.has(head) || numbers !== '') return ''
  const words = paragraph.annotated.tokens.slice(sentence.first, sentence.next).map(({ lower }) => lower)
  // "opened to lorries": a part of what was opened before.
  if (words.some((word, at) => word === 'to' && words[at - 1]?.endsWith('ed'))) return ''
  const isBare = words.some((word, at) => {
    const isNoun = stemOf(word) === head && !word.endsWith('s')
    return isNoun && words[at - 1] === 'the' && words[at + 1] !== 'of'
  })
  return isBare ? head : ''
}

/** How many words may stand between "the" and the noun where the thing is told of first. */
const qualities = 3

/** Whether a statement begins with "the new tram bridge" or "a bridge". */
function isSubject({ sentence: { paragraph, sentence }, subjects, date }: Statement, noun: string): boolean {
  if (!subjects.has(noun)) return false
  const { tokens } = paragraph.annotated
  for (let at = sentence.first; at < Math.min(date.expression.first, sentence.next); at++) {
    const word = tokens[at]?.lower ?? ''
    if (stemOf(word) !== noun || word.endsWith('s')) continue
    const lead = tokens.slice(Math.max(sentence.first, at - qualities - 1), at)
    const article = lead.findLastIndex(({ lower }) => /^(the|an?|its|their)$/.test(lower))
    return article >= 0 && lead.slice(article + 1).every(({ kind }) => kind === 'word')
  }
  return false
}

/** Whether the text tells of no third day on which such a thing befell something. */
function onlyOneIn(first: Statement, later: Statement): boolean {
  const days = new Set([first, later].map(({ date }) => date.interval?.lo))
  return statementsOf(first.section).every(
    ({ kind, date }) => kind !== first.kind || days.has(date.interval?.lo),
  )
}
