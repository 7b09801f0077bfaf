import { inSentence, type PlacedSentence } from '../check-context.js'
import { daysIn } from '../arithmetic/length-of-time.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** The unit of lengths of time; their base is the day. */
export const timeUnit = 'time'

const notBehind = new Set('after before later ago earlier old into from since until'.split(' '))
const notBefore = new Set(
  'aged every within last next past first another each over under nearly about almost than some'.split(' '),
)

/** The lengths of time that a sentence tells as something has them: "54 seconds", "an eight-year sentence"; not ages and distances. */
export function lengthsOfTimeIn({ paragraph, sentence }: PlacedSentence): Quantity[] {
  const { tokens, expressions } = paragraph.annotated
  return inSentence(expressions, sentence).flatMap(({ first: from, next, meaning }) => {
    const first = tokens[from]?.lower === 'the' ? from + 1 : from
    if (meaning.kind !== 'duration' || meaning.amount === null || meaning.amount < 2) return []
    if (notBehind.has(tokens[next]?.lower ?? '') || notBefore.has(tokens[first - 1]?.lower ?? '')) return []
    const factor = daysIn[meaning.unit]
    const noun = nounBehind(tokens, first, next)
    return [
      { first, next, value: meaning.amount * factor, factor, unit: timeUnit, noun, bound: 'exact' as const },
    ]
  })
}

/** "an eight-year sentence": what the length stands before. */
function nounBehind(tokens: readonly Token[], first: number, next: number): string {
  const isJoined = tokens.slice(first, next).some(({ lower }) => lower === '-')
  const noun = tokens[next]
  return isJoined && noun?.kind === 'word' && !functionWords.has(noun.lower) ? stemOf(noun.lower) : ''
}
