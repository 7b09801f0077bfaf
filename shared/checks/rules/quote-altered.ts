import type { Finding, Severity } from '../../domain/finding.js'
import { type CaseCheck, type CaseRule, type CheckContext, sectionsOf } from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import { functionWords } from '../extract/en/function-words.js'
import { cardinals } from '../extract/en/number-words.js'
import { auxiliaries, negations } from '../extract/en/verb-words.js'
import { alignWords, type Alignment } from '../quotes/align-words.js'
import { isPartOf, quotePairs } from '../quotes/quote-index.js'
import type { Quotation } from '../quotes/quotation.js'
import { quotedElsewhere, type UnquotedSentence } from '../quotes/unquoted.js'

/** The same quotation with other words in it. */
export const quoteAltered: CaseRule = {
  id: 'quote-altered',
  category: 'quote-altered',
  scope: 'case',
  begin,
}

/** Below this share of words in common two quotations are two quotations. */
const leastAlike = 0.7

/** A quotation is reported once, beside the first that it differs from. */
function begin(): CaseCheck {
  const index = quotePairs((a, b) => !isPartOf(a, b) && isAltered(a, b, alignWords(a.words, b.words)))
  return (context) => {
    index.update(sectionsOf(context))
    const pairs = index.findings((a, b) => altered(a, b, alignWords(a.words, b.words)))
    return [...pairs, ...againstText(context)]
  }
}

/** Quotations against what another source says without marks: minutes, a transcript, a statement. */
function againstText(context: CheckContext): Finding[] {
  const reported = new Set<Quotation>()
  return quotedElsewhere(context).flatMap(([quotation, other]) => {
    if (reported.has(quotation) || !isAlteredText(quotation, other)) return []
    reported.add(quotation)
    return [alteredText(quotation, other)]
  })
}

/** The share of a quotation that a sentence without marks must have, in order. */
const leastAlikeText = 0.8

/**
 * One place in the middle differs, and there by a negation, a number or a word of matter. Pronouns that differ are those of
 * reported speech, which is no quotation.
 */
function isAlteredText({ words, isElided }: Quotation, other: UnquotedSentence): boolean {
  if (isElided) return false
  const { shared, changes } = alignWords(words, other.words)
  const inner = changes.filter(({ isEdge }) => !isEdge)
  const [change] = inner
  if (!change || inner.length > 1 || shared < words.length * leastAlikeText || shared < leastSharedText)
    return false
  const { from, to } = change
  if (from.length > 2 || to.length > 2 || isSpelling(from, to)) return false
  const changed = [...from, ...to]
  if (changed.some((word) => negations.has(word) || /\d/.test(word) || cardinals.has(word))) return true
  const isMatter = (part: readonly string[]): boolean =>
    part.length > 0 && part.every((word) => !functionWords.has(word) && !auxiliaries.has(word))
  return isMatter(from) && isMatter(to)
}

const leastSharedText = 6

function alteredText(quotation: Quotation, { section, sentence, words }: UnquotedSentence): Finding {
  const { shared, changes } = alignWords(quotation.words, words)
  const inner = changes.find(({ isEdge }) => !isEdge)
  const change = `“${inner?.from.join(' ') || '…'}” / “${inner?.to.join(' ') || '…'}”`
  return findingOf(quoteAltered, {
    severity: 'check',
    message: `The quotation and the text of another source differ: ${change}`,
    spans: [placeOf(quotation.section, quotation), placeOf(section, sentence)],
    explanation: {
      reason:
        'Another source has nearly the same words without quotation marks; where they differ, the quotation may not be what was said.',
      arithmetic: [`They share ${shared} words in order; they differ at ${change}.`],
      assumptions: ['That the quotation was taken from that text, or both from one utterance.'],
      settle: 'A recording or transcript of the words.',
    },
    suggests: 'contradicts',
  })
}

/**
 * Altered means alike and yet not the same: words replaced, added or left out in the middle. A shorter quotation of the
 * same words, an ellipsis or a bracket is the usual way to quote.
 */
function isAltered(a: Quotation, b: Quotation, { shared, changes }: Alignment): boolean {
  const smaller = Math.min(a.words.length, b.words.length)
  if (changes.length === 0) return false
  if (isReordered(a.words, b.words)) return shared >= smaller * leastInOrder
  if (shared < smaller * leastAlike || shared < 4) return false
  if (smaller < 8 && changes.length > 1) return false
  if (shared < 6 && changes.every(({ isEdge }) => isEdge)) return false
  if (a.speaker && b.speaker && !a.speaker.some((word) => b.speaker?.includes(word)) && shared < 8)
    return false
  if (smaller < 8 && isRetort(a, b, changes)) return false
  if (a.role !== '' && b.role !== '' && a.role !== b.role && shared < 8) return false
  if (changes.every(({ from, to }) => from.length === 0 || to.length === 0) && (a.isElided || b.isElided))
    return false
  return !changes.every(({ from, to }) => isSpelling(from, to))
}

/** How far behind a quotation one may begin that takes up its words, in UTF-16 code units. */
const retortReach = 120

/** "“It is a good law,” said one. “It is a good beginning of a law,” said the other.": the second adds to the first. */
function isRetort(a: Quotation, b: Quotation, changes: Alignment['changes']): boolean {
  const isBeside =
    a.section === b.section && Math.max(a.start, b.start) - Math.min(a.end, b.end) <= retortReach
  const isAdded = changes.every(({ to }) => to.length === 0) || changes.every(({ from }) => from.length === 0)
  return isBeside && isAdded
}

/** The share of words that stay in order when the others change places. */
const leastInOrder = 0.5
/** Fewer words make many sayings. */
const leastReordered = 8

/** "rather lose with friends than win with strangers", turned round: the same words, each as often, in another order. */
function isReordered(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length >= leastReordered && a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ')
  )
}

/** British and American spellings, and numbers in words or digits, are no alterations. */
function isSpelling(from: readonly string[], to: readonly string[]): boolean {
  const folded = (words: readonly string[]): string =>
    words
      .join(' ')
      .replace(/our\b/g, 'or')
      .replace(/is(e|ed|es|ing|ation)\b/g, 'iz$1')
      .replace(/'/g, '')
      .replace(/\b(it is|it's)\b/g, 'its')
  return folded(from) === folded(to)
}

function severityOf({ changes }: Alignment): Severity {
  const changed = changes.flatMap(({ from, to }) => [...from, ...to])
  return changed.some((word) => negations.has(word) || /\d/.test(word)) ? 'error' : 'likely'
}

function altered(a: Quotation, b: Quotation, alignment: Alignment): Finding {
  const changes = alignment.changes
    .slice(0, 4)
    .map(({ from, to }) => `“${from.join(' ') || '…'}” / “${to.join(' ') || '…'}”`)
  return findingOf(quoteAltered, {
    severity: severityOf(alignment),
    message: `The same quotation in other words: ${changes[0] ?? ''}`,
    spans: [placeOf(a.section, a), placeOf(b.section, b)],
    explanation: {
      reason:
        'Two quotations share nearly all of their words; where they differ, at least one is not what was said.',
      arithmetic: [`They share ${alignment.shared} words in order; they differ at ${changes.join(', ')}.`],
      assumptions: ['That both passages quote the same utterance.'],
      settle: 'A recording or transcript of the words.',
    },
    suggests: 'contradicts',
  })
}
