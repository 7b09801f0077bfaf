import type { PlacedSentence } from '../check-context.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, isInQuote, tokensOf } from './fragment.js'

const prepositions = new Set('of in on at by for from to with under after before about against'.split(' '))

/** Words that open a clause on the noun that should stand before the comma. */
const clauseOpeners = new Set(
  'which who whom whose where when said although though because but if while whereas'.split(' '),
)

/**
 * "Despite the report of the, which found no risk, …": an article that a comma and a clause follow, so that its noun is
 * missing. "In a, for him, rare moment" only puts something between the two.
 */
export function brokenPhrase(sentence: PlacedSentence): Fragment | null {
  const tokens = tokensOf(sentence)
  const at = tokens.findIndex(
    ({ lower }, index) =>
      (lower === 'the' || lower === 'an') &&
      prepositions.has(tokens[index - 1]?.lower ?? '') &&
      tokens[index + 1]?.lower === ',' &&
      clauseOpeners.has(tokens[index + 2]?.lower ?? '') &&
      !isPutBetween(tokens, index + 2),
  )
  if (at < 0 || isInQuote(sentence)) return null
  const reason = `“${tokens[at - 1]?.lower} ${tokens[at]?.lower}” stands right before a comma: the noun is missing.`
  return { start: sentence.start, end: sentence.end, reason, severity: 'likely' }
}

/** How many words that concede something may stand between an article and its noun. */
const between = 6

/** "an, although old, reliable source": a few words between two commas, before the noun that is there after all. */
function isPutBetween(tokens: readonly Token[], at: number): boolean {
  if (!/^(although|though|but|if|while|whereas|where|because)$/.test(tokens[at]?.lower ?? '')) return false
  return tokens.slice(at, at + between).some(({ lower }) => lower === ',')
}
