import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { lifeCourses, lifeGerunds, lifePhrases } from '../extract/en/life-verbs.js'
import { irregularParticiples, irregularVerbs } from '../extract/en/verb-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate } from './order-claim.js'

/** Words that look back, forward or aside, so that two dates of a sentence are not told one after the other. */
const asides = new Set(
  (
    "had 'd before previously earlier originally first once already since until till when while because although though whereas " +
    'than second third another other others former formerly ago anniversary last also again both either respectively between if would will due planned ' +
    'scheduled expected not never named called dated mentioned known'
  ).split(' '),
)

/** What somebody may have done several times, so that it is told in any order: works, prizes, offices side by side. */
const repeated =
  /^(won|took|claimed|finished|scored|received|earned|gained|published|wrote|released|directed|recorded|produced|appeared|played|visited|exhibited|edited|translated|composed|painted|designed|starred|featured|served|hosted|ran|lost|beat|set|held|had|was|were|included|covered|fell|rose|peaked|stood|reached|grew|amounted|totalled|said|told|found|represented|competed)$/

export function isAside({ lower }: Token, at: number, words: readonly Token[]): boolean {
  const next = words[at + 1]
  // "had to wait" looks back on nothing, and "the first train" is no earlier one.
  if (lower === 'had' && next?.lower === 'to') return false
  if (lower === 'first' || lower === 'last')
    return next?.kind !== 'word' || isPastVerb(next.lower) || /^(in|on|as|to|of)$/.test(next.lower)
  // "the house called Elm Lodge", but "was called to the bar".
  if (lower === 'called' || lower === 'named') return next?.capital === true
  return asides.has(lower)
}

/** The tokens of a sentence up to the end of the clause that holds a date. */
export function clauseWith({ paragraph, sentence }: PlacedSentence, date: DateMention): readonly Token[] {
  const { tokens } = paragraph.annotated
  const opens = date.expression.first - sentence.first <= 1
  let next = date.expression.next + (opens && tokens[date.expression.next]?.lower === ',' ? 1 : 0)
  while (
    next < sentence.next &&
    !/^([,;:(]|who|which|where|when|after|before|until)$/.test(tokens[next]?.lower ?? '')
  )
    next++
  return tokens.slice(sentence.first, next)
}

export function isAct(token: Token | undefined): boolean {
  return token !== undefined && !token.capital && isPastVerb(token.lower) && !repeated.test(token.lower)
}

/** "published his first book": what is done again and again is done first once. */
function isFirstOf(words: readonly Token[], at: number): boolean {
  const [own, first] = [words[at + 1]?.lower ?? '', words[at + 2]?.lower]
  return repeated.test(words[at]?.lower ?? '') && /^(his|her|its|their)$/.test(own) && first === 'first'
}

/** "took over", "took charge of", which is done once, unlike "took the cup". */
function isTakingUp(words: readonly Token[], at: number): boolean {
  // "set up a dispensary", "reached the first division"; "reached 900" is a figure.
  if (words[at]?.lower === 'set') return words[at + 1]?.lower === 'up'
  if (words[at]?.lower === 'reached') return words[at + 1]?.lower === 'the'
  return (
    words[at]?.lower === 'took' &&
    /^(over|up|charge|office|command|possession|ship|holy)$/.test(words[at + 1]?.lower ?? '')
  )
}

export function isPastVerb(word: string): boolean {
  return (
    (irregularVerbs.has(word) && !word.endsWith('s')) ||
    irregularParticiples.has(word) ||
    (word.length > 4 && word.endsWith('ed'))
  )
}

/** Whether a verb in the past leads to the first date: "She inherited the mill in". */
export function isInAct(lead: readonly Token[]): boolean {
  return lead.some((token, at) => isAct(token) || isTakingUp(lead, at) || isFirstOf(lead, at))
}

const beginnings = /^(debut|began|begun|started|founded|created|born)$/

/** "It was ratified in 1996. It was signed in 1995": what always comes first may be told second. */
export function isKnownCourse(first: PlacedSentence, later: PlacedSentence): boolean {
  const [early, late] = [first, later].map(({ paragraph, sentence }) =>
    paragraph.annotated.tokens
      .slice(sentence.first, sentence.next)
      .map(
        ({ lower }, at, all) =>
          lifePhrases.get(`${all[at - 1]?.lower} ${lower}`) ?? lifeGerunds.get(lower) ?? lower,
      ),
  )
  // "was filmed in 1949. The author began it in 1922": a beginning may be told late, whatever it is the beginning of.
  if (early?.some((word) => beginnings.test(word))) return true
  return lifeCourses.some(
    (course) =>
      early?.some((word) => course.first.has(word) && word !== 'arrived') &&
      late?.some((word) => course.later.has(word)),
  )
}

export function storyDates(section: SectionView, sentence: PlacedSentence): DateMention[] {
  const { tokens } = sentence.paragraph.annotated
  return datesOfSentence(section, sentence).filter(
    (date) =>
      !date.quoted &&
      isCalendarDate(date) &&
      (isExplicit(date) ||
        (date.granularity === 'day' &&
          date.inferred.every(({ part, from }) => part === 'year' && from !== 'focus'))) &&
      !date.expression.ahead &&
      !date.expression.closesRange &&
      !/^(of|from|by|since|\(|the|to)$/.test(tokens[date.expression.first - 1]?.lower ?? ''),
  )
}
