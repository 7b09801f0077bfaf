import type { Finding } from '../../domain/finding.js'
import { type CaseCheck, type CaseRule, sectionsOf } from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import { functionWords } from '../extract/en/function-words.js'
import { isNickname } from '../extract/en/speech-words.js'
import { alignWords } from '../quotes/align-words.js'
import { quotePairs } from '../quotes/quote-index.js'
import type { Quotation } from '../quotes/quotation.js'

/** The same words given to two speakers. A quotation whose speaker the text does not name is never flagged. */
export const quoteAttribution: CaseRule = {
  id: 'quote-attribution',
  category: 'quote-attribution',
  scope: 'case',
  begin,
}

/** The share of the shorter quotation that must be the same. */
const leastAlike = 0.9

function begin(): CaseCheck {
  const index = quotePairs(areMisattributed, ({ speaker, words }) => speaker !== null && isTelling(words))
  return (context) => {
    index.update(sectionsOf(context))
    return index.findings(misattributed)
  }
}

function areMisattributed(a: Quotation, b: Quotation): boolean {
  if (!a.speaker || !b.speaker || !areDifferent(a.speaker, b.speaker)) return false
  const { shared } = alignWords(a.words, b.words)
  return shared >= 5 && shared >= Math.min(a.words.length, b.words.length) * leastAlike
}

/** Sayings of little words ("it is what it is") are anybody's. */
function isTelling(words: readonly string[]): boolean {
  return words.filter((word) => !functionWords.has(word)).length >= leastMatter
}

const leastMatter = 3

/**
 * Two names with no word in common, or two given names before one surname: Agnes and Edwin Rowe. "Berg" and "Anna Berg" may
 * be one person, and so may names that begin with the same letter.
 */
function areDifferent(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((word) => b.includes(word))
  if (shared.length === 0) return true
  const [x = '', y = ''] = [a[0], b[0]]
  const areRelatives = shared.length === 1 && a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)
  return areRelatives && x.length > 1 && y.length > 1 && x.charAt(0) !== y.charAt(0) && !isNickname(x, y)
}

function misattributed(a: Quotation, b: Quotation): Finding {
  const [x, y] = [nameOf(a), nameOf(b)]
  return findingOf(quoteAttribution, {
    severity: a.byPronoun || b.byPronoun ? 'check' : 'likely',
    message: `The same words are given to ${x} and to ${y}`,
    spans: [placeOf(a.section, a.told), placeOf(b.section, b.told)],
    context: [x, y],
    explanation: {
      reason: 'Two passages quote the same words and name different speakers.',
      resolved: [a, b].map((quotation) => ({
        quote: quotation.section.text.slice(quotation.start, quotation.end),
        value: `said by ${nameOf(quotation)}`,
      })),
      assumptions: [
        'That the two names are not of one person.',
        ...[a, b]
          .filter(({ byPronoun }) => byPronoun)
          .map((one) => `That “he” or “she” means ${nameOf(one)}.`),
      ],
      settle: 'A recording or transcript of the words.',
    },
    suggests: 'contradicts',
  })
}

function nameOf({ speaker }: Quotation): string {
  return (speaker ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
