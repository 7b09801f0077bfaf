import type { Finding, Severity } from '../../domain/finding.js'
import type { CaseRule, CheckContext } from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import { negations } from '../extract/en/verb-words.js'
import { alignWords, type Alignment } from '../quotes/align-words.js'
import { areEqual, candidatePairs } from '../quotes/quote-index.js'
import { quotationsOf, type Quotation } from '../quotes/quotation.js'

/** The same quotation with other words in it. */
export const quoteAltered: CaseRule = {
  id: 'quote-altered',
  category: 'quote-altered',
  scope: 'case',
  run: check,
}

/** Below this share of words in common two quotations are two quotations. */
const leastAlike = 0.7

/** A quotation is reported once, beside the first that it differs from. */
function check(context: CheckContext): Finding[] {
  const reported = new Set<Quotation>()
  return candidatePairs(quotationsOf(context)).flatMap(([a, b]) => {
    if (reported.has(b) || areEqual(a, b)) return []
    const alignment = alignWords(a.words, b.words)
    if (!isAltered(a, b, alignment)) return []
    reported.add(b)
    return [altered(a, b, alignment)]
  })
}

/**
 * Altered means alike and yet not the same: words replaced, added or left out in the middle. A shorter quotation of the
 * same words, an ellipsis or a bracket is the usual way to quote.
 */
function isAltered(a: Quotation, b: Quotation, { shared, changes }: Alignment): boolean {
  const smaller = Math.min(a.words.length, b.words.length)
  if (shared < smaller * leastAlike || shared < 4 || changes.length === 0) return false
  if (shared < 6 && changes.every(({ isEdge }) => isEdge)) return false
  if (a.speaker && b.speaker && !a.speaker.some((word) => b.speaker?.includes(word)) && shared < 8)
    return false
  if (changes.every(({ from, to }) => from.length === 0 || to.length === 0) && (a.isElided || b.isElided))
    return false
  return !changes.every(({ from, to }) => isSpelling(from, to))
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
