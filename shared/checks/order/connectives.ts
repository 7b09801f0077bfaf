import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { mayBeVerb } from '../extract/en/verb-words.js'
import { units } from '../extract/en/unit-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** Words between two dates that say the first comes first. */
const forward = new Set([
  'later',
  'then',
  'subsequently',
  'eventually',
  'afterwards',
  'before',
  'thereafter',
  'culminating',
  'leading',
])
/** Words between two dates that say the second comes first. */
const backward = new Set(['after', 'following', 'having'])

/** Words that turn to another event, or back in time, so that the two dates are no longer those of the connective. */
const turns = new Set(
  (
    "which who that whose where had 'd originally first since because although though while whereas not than if unless " +
    'compared previously earlier due would will planned scheduled expected until but as like'
  ).split(' '),
)

/** "signed on 3 May 2019 after a vote on 7 June 2019", "After the vote on 7 June 2019, ... on 3 May 2019". */
export function reversedConnectives(section: SectionView): OrderClaim[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence).filter((date) => isCalendarDate(date) && !date.quoted)
    const [a, b] = dates
    // "He married in 1920 and, after his wife's death, in 1951": the second time, and no date of the death.
    if (a && b && /^,? and, after [^,]*, (in|on) $/.test(section.text.slice(a.end, b.start))) return []
    if (!a || !b || dates.length > 2 || !isExplicit(a) || !isExplicit(b) || b.expression.closesRange)
      return []
    return (
      opening(sentence, a, b) ??
      thereAfter(sentence, a, b) ??
      notUntil(sentence, a, b) ??
      goesOnUntil(sentence, a, b) ??
      againAfter(sentence, a, b) ??
      between(sentence, a, b)
    )
  })
}

/** A sentence that opens with the connective: its clause ends at the comma between the two dates, or at the pronoun behind the first. */
function opening(sentence: PlacedSentence, a: DateMention, b: DateMention): OrderClaim[] | null {
  const { tokens } = sentence.paragraph.annotated
  const word = tokens[sentence.sentence.first]?.lower ?? ''
  if (word !== 'after' && word !== 'before' && word !== 'following') return null
  const lead = tokens.slice(sentence.sentence.first + 1, a.expression.first)
  const middle = tokens.slice(a.expression.next, b.expression.first)
  if (
    !(middle.some(({ lower }) => lower === ',') || pronouns.has(middle[0]?.lower ?? '')) ||
    [...lead, ...middle].some((token) => isTurn(token) && !(word === 'before' && token.lower === 'had')) ||
    middle.some(opensRelative)
  )
    return []
  const [first, later] = word === 'before' ? [b, a] : [a, b]
  return claim(first, later, word)
}

/** "In 1934 he emigrated to Brazil, where he married in 1931", "sold in 1921 to a man who pulled it down in 1912": what was done there comes after the journey there. */
function thereAfter(
  { paragraph, sentence }: PlacedSentence,
  a: DateMention,
  b: DateMention,
): OrderClaim[] | null {
  const { tokens } = paragraph.annotated
  const words = tokens.slice(sentence.first, b.expression.first).map(({ lower }) => lower)
  const where = words.findIndex((word) => word === 'where' || word === 'who')
  const isWho = words[where] === 'who'
  if (where <= a.expression.next - sentence.first) return null
  const lead = words.slice(0, where)
  const isGiven = isWho && lead.includes('to') && lead.some((word) => transfers.has(word))
  const isThere = !isWho && pronouns.has(words[where + 1] ?? '') && lead.some((word) => journeys.has(word))
  if (!isGiven && !isThere) return null
  const isPast = words
    .slice(where)
    .some((word, step) => word === 'born' || (word === 'had' && words[where + step + 1] !== 'it'))
  return isPast ? [] : claim(a, b, words[where] ?? '')
}

const transfers = new Set('sold given handed passed bequeathed leased let presented returned'.split(' '))

const journeys = new Set(
  'emigrated moved went came settled arrived fled returned sailed travelled transferred'.split(' '),
)

const pronouns = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you'])

/** "the letters he wrote in 1911": a pronoun behind a noun opens a clause of its own. */
function opensRelative({ lower }: Token, index: number, tokens: readonly Token[]): boolean {
  return pronouns.has(lower) && index > 0 && tokens[index - 1]?.kind === 'word'
}

/** "moved out in June 2015 and did not come back until May 2016": what is not done until a day is done on it, and later. */
function notUntil(sentence: PlacedSentence, a: DateMention, b: DateMention): OrderClaim[] | null {
  const { tokens } = sentence.paragraph.annotated
  const words = tokens.slice(a.expression.next, b.expression.first).map(({ lower }) => lower)
  const not = words.indexOf('not')
  const isJoined = words[0] === 'and' || words[1] === 'and'
  if (!isJoined || not < 0 || not > 4 || words.at(-1) !== 'until') return null
  return words.some((word) => word === 'had' || word === 'which' || word === 'who')
    ? []
    : claim(a, b, 'until')
}

/** "made the first on 14 May 2015 and went on until he was caught in 2017", "from May 2017 until she left in February 2018". */
function goesOnUntil({ paragraph }: PlacedSentence, a: DateMention, b: DateMention): OrderClaim[] | null {
  const { tokens } = paragraph.annotated
  const middle = tokens.slice(a.expression.next, b.expression.first).map(({ lower }) => lower)
  const until = middle.findIndex((word) => word === 'until' || word === 'till')
  if (until < 0 || middle.length - until > untilReach || middle.some((word) => awayFromUntil.has(word)))
    return null
  const isFrom = tokens[a.expression.first - 1]?.lower === 'from' && until === 0
  return isFrom || middle.slice(0, until).some((word) => lasting.has(word)) ? claim(a, b, 'until') : null
}

/** What is done, and what can only undo it. */
const undone: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(closed|shut|suspended|abandoned|interrupted|halted) (in|on)$/,
    /\band (was |were )?(opened again|reopened|opened once more|resumed) (in|on)$/,
  ],
  [/\b(stolen|lost) (in|on)$/, /\band (was |were )?(found again|recovered|returned) (in|on)$/],
]

/** "were closed in 1940, when a bomb fell, and opened again in 1948": what is opened again was closed before. */
function againAfter(
  { paragraph, sentence }: PlacedSentence,
  a: DateMention,
  b: DateMention,
): OrderClaim[] | null {
  const { tokens } = paragraph.annotated
  const words = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' ')
  const [lead, middle] = [
    words(sentence.first, a.expression.first),
    words(a.expression.next, b.expression.first),
  ]
  const isPair = undone.some(([one, again]) => one.test(lead) && again.test(middle))
  return isPair && !/\b(had|first|previously)\b/.test(middle) ? claim(a, b, 'again') : null
}

/** How many tokens may stand between "until" and its date. */
const untilReach = 7

const lasting = new Set(
  'went continued lasted remained stayed ran kept served held worked lived carried reigned ruled taught played stood'.split(
    ' ',
  ),
)

/** Words that take "until" away from what is told before it. */
const awayFromUntil = new Set(
  'which who whose that where had before previously earlier formerly not due planned once ;'.split(' '),
)

/** A connective between the two dates, not counted ("two weeks after") and without a turn to something else. */
function between(sentence: PlacedSentence, a: DateMention, b: DateMention): OrderClaim[] {
  const { tokens } = sentence.paragraph.annotated
  const middle = tokens.slice(a.expression.next, b.expression.first)
  if (middle.some(isTurn) && !isPluperfect(middle)) return []
  // "burned down in 1871 and again, after it had been rebuilt, in 1878": the second time.
  if (middle.some(({ lower }) => lower === 'again')) return []
  const marks = middle.flatMap(({ lower }, index) =>
    forward.has(lower) || backward.has(lower) ? [{ lower, index }] : [],
  )
  const [mark] = marks
  if (!mark || marks.length > 1) return []
  // A verb of its own takes the connective or the date away from the other: "peaked in 1901 and fell after the fire of 1907".
  if (middle.slice(0, mark.index).some(opensPredicate)) return []
  if (middle.slice(mark.index + 1).some(({ lower }) => lower === 'and' || lower === 'or')) return []
  const before = middle[mark.index - 1]?.lower ?? ''
  const next = middle[mark.index + 1]?.lower ?? ''
  if (
    units.has(before) ||
    before === 'the' ||
    before === 'named' ||
    before === 'called' ||
    next === '-' ||
    (mark.lower === 'before' && /^(it|them|that)$/.test(next)) ||
    (mark.lower === 'then' && before === 'until')
  )
    return []
  if ((mark.lower === 'leading' && next !== 'to') || (mark.lower === 'culminating' && next !== 'in'))
    return []
  if (mark.lower === 'having' && (!mayBeVerb(next) || middle.some(({ lower }) => lower === ';'))) return []
  return forward.has(mark.lower) ? claim(a, b, mark.lower) : claim(b, a, mark.lower)
}

/** "after her keel had been laid": the tense says the same as the connective. */
function isPluperfect(middle: readonly Token[]): boolean {
  const after = middle.findIndex(({ lower }) => lower === 'after')
  const turn = middle.findIndex(isTurn)
  return (
    after >= 0 &&
    turn > after &&
    middle[turn]?.lower === 'had' &&
    !middle.some((token, index) => index !== turn && isTurn(token))
  )
}

/** "and fell": a second statement begins. */
function opensPredicate({ lower }: Token, index: number, tokens: readonly Token[]): boolean {
  const word = tokens[index + 1]
  return (lower === 'and' || lower === 'but') && word !== undefined && !word.capital && mayBeVerb(word.lower)
}

function isTurn({ lower }: Token): boolean {
  return turns.has(lower)
}

function claim(first: DateMention, later: DateMention, word: string): OrderClaim[] {
  if (!isReversed(first, later)) return []
  return [{ first, later, because: `the word “${word}” orders the two events`, severity: 'likely' }]
}
