import { auxiliaries, irregularVerbs, mayBeVerb } from '../extract/en/verb-words.js'
import { units } from '../extract/en/unit-words.js'
import type { Token } from '../extract/tokens.js'

/**
 * Whether a word may be the verb of a sentence: no unit of time, no plural behind a preposition or a word that counts, and
 * nothing behind an article ("the ground", "a call") or with a capital.
 */
export function isVerb({ lower, capital }: Token, index: number, words: readonly Token[]): boolean {
  if (!mayBeVerb(lower) || (capital && index > 0)) return false
  const lead = words[index - 1]?.lower ?? ''
  if (auxiliaries.has(lower)) return true
  if (irregularVerbs.has(lower) || lower.endsWith('ed')) return !articles.has(lead)
  // "due to higher wages": one word between the preposition and its noun.
  const isObject = prepositions.has(words[index - 2]?.lower ?? '') && !articles.has(lead)
  // "28 February 1900 records snow": behind a year it may be the verb.
  const isCounted =
    (words[index - 1]?.kind === 'number' && !/^\d{4}$/.test(lead)) || /^(million|billion|dozen)$/.test(lead)
  return !units.has(lower) && !nounLeads.has(lead) && !isObject && !isCounted
}

const articles = new Set(['the', 'a', 'an', 'its', 'their'])
const prepositions = new Set(
  'of in on at by for from to with after before between without despite under over'.split(' '),
)
const nounLeads = new Set([
  ...prepositions,
  ...articles,
  ...(
    'his her whose this these those many several all some few both other more most first second third last next new old early ' +
    'earlier later two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand'
  ).split(' '),
])

/** How many runs of verbs a sentence has: "was closed" is one. */
export function verbGroups(words: readonly Token[]): number {
  const isSure = (token: Token | undefined): boolean =>
    token !== undefined &&
    (auxiliaries.has(token.lower) ||
      irregularVerbs.has(token.lower) ||
      (token.lower.length > 3 && token.lower.endsWith('ed')))
  return words.filter(
    (word, index) =>
      isVerb(word, index, words) &&
      words[index - 1]?.lower !== 'to' &&
      !isSure(words[beforeAdverbs(words, index)]) &&
      // "the samples had been lost": a plural right before a verb is its subject.
      (isSure(word) || !isSure(words[index + 1])),
  ).length
}

/** The word before another one, adverbs left out: "had never been", "was only later found". */
function beforeAdverbs(words: readonly Token[], index: number): number {
  let at = index - 1
  while (
    at > 0 &&
    /^(never|not|ever|also|already|just|still|only|since|later|once|long|yet|now|then|.{3,}ly)$/.test(
      words[at]?.lower ?? '',
    )
  )
    at--
  return at
}
