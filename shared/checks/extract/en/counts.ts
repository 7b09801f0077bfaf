import { numberOf } from '../tokens.js'
import { cardinals, multipliers, ordinals, vagueCounts } from './number-words.js'
import { isDash, type Tokens, wordAt } from './token-tests.js'

/** A count read from tokens up to `next`; `value` null when it is not said ("several"). */
export interface Count {
  value: number | null
  next: number
}

/** A count in digits or words: "12", "3.5", "twenty-five", "a hundred and fifty", "two and a half", "a few", "a couple of", "an". */
export function countAt(tokens: Tokens, at: number): Count | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'number')
    return withFraction(tokens, withMultiplier(tokens, { value: numberOf(token), next: at + 1 }))
  if (token.kind !== 'word') return null
  if (token.lower === 'a' || token.lower === 'an') return countAfterArticle(tokens, at)
  if (token.lower === 'half') return halfAt(tokens, at)
  if (token.lower === 'single') return { value: 1, next: at + 1 }
  if (token.lower === 'couple') return { value: 2, next: wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1 }
  if (vagueCounts.has(token.lower))
    return { value: null, next: wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1 }
  const word = cardinalAt(tokens, at)
  if (word?.value === 3 && /^quarters?$/.test(wordAt(tokens, word.next)))
    return quartersAt(tokens, word.next, 3)
  return word && withFraction(tokens, withMultiplier(tokens, word))
}

/** "three quarters of an hour", "a quarter of a century": quarters of the unit that follows; `at` is that of the word. */
function quartersAt(tokens: Tokens, at: number, quarters: number): Count | null {
  const isPart = wordAt(tokens, at + 1) === 'of' && /^an?$/.test(wordAt(tokens, at + 2))
  return isPart ? { value: quarters / 4, next: at + 3 } : null
}

/** A cardinal in words below a hundred: "seven", "twenty-five", "twenty five". */
export function cardinalAt(tokens: Tokens, at: number): { value: number; next: number } | null {
  const value = cardinals.get(wordAt(tokens, at))
  if (value === undefined) return null
  if (value < 20) return { value, next: at + 1 }
  const hyphen = isDash(wordAt(tokens, at + 1)) ? 1 : 0
  const unit = cardinals.get(wordAt(tokens, at + 1 + hyphen))
  return unit && unit < 10 ? { value: value + unit, next: at + 2 + hyphen } : { value, next: at + 1 }
}

/** An ordinal in words or digits below a hundred: "4th", "fourth", "twenty-first", "twenty first". `suffix` as written in digits. */
export function ordinalAt(
  tokens: Tokens,
  at: number,
): { value: number; next: number; suffix: string } | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'mixed') {
    const digits = /^(\d{1,3})(st|nd|rd|th)$/.exec(token.lower)
    return digits ? { value: Number(digits[1]), next: at + 1, suffix: digits[2] ?? '' } : null
  }
  if (token.kind !== 'word') return null
  const single = ordinals.get(token.lower)
  if (single !== undefined) return { value: single, next: at + 1, suffix: '' }
  const ten = cardinals.get(token.lower)
  if (ten === undefined || ten < 20) return null
  const place = isDash(wordAt(tokens, at + 1)) ? at + 2 : at + 1
  const unit = ordinals.get(wordAt(tokens, place))
  return unit !== undefined && unit < 10 ? { value: ten + unit, next: place + 1, suffix: '' } : null
}

function withMultiplier(
  tokens: Tokens,
  count: { value: number; next: number },
): { value: number; next: number } {
  let { value, next } = count
  for (let steps = 0; steps < 3; steps++) {
    const times = multipliers.get(wordAt(tokens, next))
    if (times === undefined) break
    value *= times
    next++
    const rest = times === 100 ? restOfHundred(tokens, next) : null
    if (rest) ({ value, next } = { value: value + rest.value, next: rest.next })
  }
  return { value, next }
}

/** "a hundred and fifty": what follows the hundreds. */
function restOfHundred(tokens: Tokens, at: number): { value: number; next: number } | null {
  return wordAt(tokens, at) === 'and' ? cardinalAt(tokens, at + 1) : null
}

/** "two and a half", "two-and-a-half", "four and a quarter", "two and three-quarters", "2 1/2". */
function withFraction(tokens: Tokens, count: { value: number; next: number }): Count {
  let at = count.next
  const step = (): void => {
    if (isDash(wordAt(tokens, at))) at++
  }
  step()
  if (wordAt(tokens, at) === 'and') {
    at++
    step()
    if (wordAt(tokens, at) === 'a') {
      at++
      step()
      if (wordAt(tokens, at) === 'half') return { value: count.value + 0.5, next: at + 1 }
      if (wordAt(tokens, at) === 'quarter') return { value: count.value + 0.25, next: at + 1 }
    }
    const isThree = wordAt(tokens, at) === 'three'
    const last = isDash(wordAt(tokens, at + 1)) ? at + 2 : at + 1
    if (isThree && wordAt(tokens, last) === 'quarters') return { value: count.value + 0.75, next: last + 1 }
  }
  const fraction = wordAt(tokens, count.next) === '1' && wordAt(tokens, count.next + 1) === '/'
  if (fraction && wordAt(tokens, count.next + 2) === '2')
    return { value: count.value + 0.5, next: count.next + 3 }
  return wordAt(tokens, count.next) === '½' ? { value: count.value + 0.5, next: count.next + 1 } : count
}

function countAfterArticle(tokens: Tokens, at: number): Count {
  const next = wordAt(tokens, at + 1)
  if (next === 'few') return { value: null, next: at + 2 }
  if (next === 'couple') return { value: 2, next: wordAt(tokens, at + 2) === 'of' ? at + 3 : at + 2 }
  if (next === 'dozen') return { value: 12, next: at + 2 }
  if (next === 'quarter') return quartersAt(tokens, at + 1, 1) ?? { value: 1, next: at + 1 }
  if (next === 'half') return { value: 0.5, next: isDash(wordAt(tokens, at + 2)) ? at + 3 : at + 2 }
  if (next === 'hundred' || next === 'thousand' || next === 'million' || next === 'billion') {
    return withMultiplier(tokens, { value: 1, next: at + 1 })
  }
  return { value: 1, next: at + 1 }
}

/** "half a", "half an", "half-", "half a dozen". */
function halfAt(tokens: Tokens, at: number): Count | null {
  const next = wordAt(tokens, at + 1)
  if (next === 'a' && wordAt(tokens, at + 2) === 'dozen') return { value: 6, next: at + 3 }
  return next === 'a' || next === 'an' || isDash(next) ? { value: 0.5, next: at + 2 } : null
}

/** The suffix that English writes after an ordinal in digits. */
export function ordinalSuffix(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}
