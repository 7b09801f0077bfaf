import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { auxiliaries, irregularVerbs, mayBeVerb } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, isInQuote, tokensOf } from './fragment.js'

/** Words that open a phrase of time or reason, which says nothing without a main clause. */
const hangingOpeners = new Set(
  'after before during following sometime because although though whereas while since until despite amid throughout unless upon within between'.split(
    ' ',
  ),
)
const subordinators = new Set(['because', 'although', 'whereas', 'unless'])

/** "Sometime after.", "Because the bridge was closed.": a time or a reason, and no statement. */
export function statementless(
  section: SectionView,
  sentence: PlacedSentence,
  before: PlacedSentence | undefined,
): Fragment | null {
  const tokens = tokensOf(sentence)
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const first = words[0]
  if (
    !first ||
    words.length > 14 ||
    words.length < 2 ||
    isInQuote(sentence) ||
    !/\.["”’)]*$/.test(sentence.text)
  )
    return null
  if (
    before?.text.endsWith('?') ||
    isSeries(before, first) ||
    tokens.some(({ lower }) => lower === ',' || lower === ':' || lower === '—')
  )
    return null
  const isTime = hangingOpeners.has(first.lower) || opensWithDate(section, sentence, words.length)
  if (
    !isTime ||
    words.some(({ lower }) => lower === 'i' || lower === 'we' || lower === 'you' || lower === 'they')
  )
    return null
  const verbs = words.filter(({ lower }) => mayBeVerb(lower))
  const noVerb = verbs.length === 0
  const oneClause = subordinators.has(first.lower) && verbGroups(words) === 1
  if (!noVerb && !oneClause) return null
  const reason = noVerb
    ? 'The sentence has no verb: it gives a time or a circumstance and does not say what happened.'
    : `The sentence is only a clause with “${first.lower}” and does not say what follows from it.`
  return { start: sentence.start, end: sentence.end, reason, severity: noVerb ? 'likely' : 'check' }
}

/** "Because it was narrow. Because it was cheap.": a figure of speech. */
function isSeries(before: PlacedSentence | undefined, first: Token): boolean {
  return before !== undefined && tokensOf(before)[0]?.lower === first.lower
}

/** How many runs of verbs a sentence has: "was closed" is one. */
function verbGroups(words: readonly Token[]): number {
  const isSure = (token: Token | undefined): boolean =>
    token !== undefined &&
    (auxiliaries.has(token.lower) ||
      irregularVerbs.has(token.lower) ||
      (token.lower.length > 3 && token.lower.endsWith('ed')))
  return words.filter((word, index) => mayBeVerb(word.lower) && !isSure(words[index - 1])).length
}

/** "On 4 June 2025." and nothing more. */
function opensWithDate(section: SectionView, sentence: PlacedSentence, words: number): boolean {
  if (words > 6) return false
  const [date] = datesOfSentence(section, sentence)
  if (!date || date.expression.meaning.kind === 'duration' || date.expression.meaning.kind === 'set')
    return false
  return (
    date.expression.first - sentence.sentence.first <= 1 &&
    date.expression.next >= sentence.sentence.next - 1 &&
    !/^\d{4}$/.test(date.value)
  )
}
