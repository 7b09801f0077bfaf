import type { Finding } from '../../domain/finding.js'
import type { CaseRule, CheckContext } from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import { alignWords } from '../quotes/align-words.js'
import { candidatePairs } from '../quotes/quote-index.js'
import { type Quotation, quotationsOf } from '../quotes/quotation.js'

/** The same words given to two speakers. A quotation whose speaker the text does not name is never flagged. */
export const quoteAttribution: CaseRule = {
  id: 'quote-attribution',
  category: 'quote-attribution',
  scope: 'case',
  run: check,
}

/** The share of the shorter quotation that must be the same. */
const leastAlike = 0.9

function check(context: CheckContext): Finding[] {
  const named = quotationsOf(context).filter(({ speaker }) => speaker !== null)
  return candidatePairs(named).flatMap(([a, b]) => {
    if (!a.speaker || !b.speaker || !areDifferent(a.speaker, b.speaker)) return []
    const { shared } = alignWords(a.words, b.words)
    const isSame = shared >= 5 && shared >= Math.min(a.words.length, b.words.length) * leastAlike
    return isSame ? [misattributed(a, b)] : []
  })
}

/** Two names with no word in common; "Berg" and "Anna Berg" may be one person. */
function areDifferent(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((word) => b.includes(word))
}

function misattributed(a: Quotation, b: Quotation): Finding {
  const [x, y] = [nameOf(a), nameOf(b)]
  return findingOf(quoteAttribution, {
    severity: 'likely',
    message: `The same words are given to ${x} and to ${y}`,
    spans: [placeOf(a.section, a), placeOf(b.section, b)],
    context: [x, y],
    explanation: {
      reason: 'Two passages quote the same words and name different speakers.',
      resolved: [a, b].map((quotation) => ({
        quote: quotation.section.text.slice(quotation.start, quotation.end),
        value: `said by ${nameOf(quotation)}`,
      })),
      assumptions: ['That the two names are not of one person.'],
      settle: 'A recording or transcript of the words.',
    },
    suggests: 'contradicts',
  })
}

function nameOf({ speaker }: Quotation): string {
  return (speaker ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
