import type { PlacedSentence } from '../check-context.js'
import { cutOffAfter, neverLast } from '../extract/en/function-words.js'
import { speechVerbs } from '../extract/en/title-words.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, tokensOf } from './fragment.js'

/** A sentence that stops after a word that cannot be its last: "agreed to the.", or without a full stop "agreed to". */
export function cutOff(
  sentence: PlacedSentence,
  next: PlacedParagraph | undefined,
  isLast = true,
): Fragment | null {
  const tokens = tokensOf(sentence)
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const last = words.at(-1)
  if (!last || last.kind !== 'word' || words.length < 3 || /[:;,—–]["”]?$/.test(sentence.text)) return null
  if (tokens[tokens.indexOf(last) - 1]?.kind === 'mark' && last.lower === 'a') return null
  if (last.lower === 'between' && tokens[tokens.indexOf(last) - 1]?.lower === 'in') return null
  const ending = sentence.text.slice(last.end - sentence.sentence.start)
  const closed = isClosed(sentence.text)
  const where = { start: sentence.start, end: sentence.end }
  if (/^\.?["”’)]*$/.test(ending) && neverLast.has(last.lower) && !last.capital && !isNamedLetter(tokens)) {
    if (!closed && goesOnBelow(sentence, next)) return null
    return {
      ...where,
      reason: `The sentence stops after “${last.lower}”, which needs something to follow.`,
      severity: 'likely',
    }
  }
  const isBareBe =
    /^(is|are|was|were)$/.test(last.lower) &&
    /^(which|who)$/.test(words.at(-2)?.lower ?? '') &&
    tokens[tokens.indexOf(last) - 2]?.lower === ','
  if (closed && ending === '.' && isBareBe && words.length > shortestBroken) {
    return {
      ...where,
      reason: `The sentence stops after “${words.at(-2)?.lower} ${last.lower}” and does not say what.`,
      severity: 'likely',
    }
  }
  if (closed && ending === '.' && lacksAgent(words)) {
    return { ...where, reason: 'The sentence stops after “by” and does not say by whom.', severity: 'likely' }
  }
  if (closed && ending === '.' && lacksObject(words)) {
    return {
      ...where,
      reason: `The sentence stops after “${words.at(-2)?.lower} ${last.lower}” and does not say what.`,
      severity: 'likely',
    }
  }
  if (closed || !isLast || ending !== '') return null
  if (cutOffAfter.has(last.lower) && !goesOnBelow(sentence, next)) {
    return { ...where, reason: `The paragraph breaks off after “${last.lower}”.`, severity: 'likely' }
  }
  return null
}

/** Participles with the word that brings their object. */
const halves = new Set(
  (
    'charged-with accused-of convicted-of suspected-of sentenced-to consisted-of consists-of composed-of based-on known-as ' +
    'described-as regarded-as transferred-to attributed-to replaced-by due-to owing-to because-of instead-of as-of such-as ' +
    'well-as prior-to next-to belonged-to belongs-to appointed-as elected-as'
  ).split(' '),
)
/** Words whose clause takes the object to its front: "the crime of which he was accused", "all that he was accused of". */
const fronting = new Set(
  'what which who whom whose that where how all everything anything nothing be being'.split(' '),
)
/** "Nobody here ever said that.": a short answer that means what was said before. */
const longestRetort = 8
/** "Fewer come than used to.", "They do not sing as they used to.": the verb stands before. */
const likening = new Set(
  "than as like way more less not n't don't doesn't no never what which who that whom".split(' '),
)
/** How many words the subject before "was charged with" may have; in a longer one the object may stand already. */
const longestSubject = 4

/** What only a clause with "that" goes on from: "on condition that". */
const thatNouns = /^(condition|provided|grounds|extent|fact|proviso|assumption|hope|belief|ensure|ensuring)$/

/** Shorter sentences with "which is" at their end may be questions that are told again. */
const shortestBroken = 5

/** "He was arrested and charged with.": the object is missing, and does not stand before. */
function lacksObject(words: readonly Token[]): boolean {
  const [verb = '', last] = words.slice(-2).map(({ lower }) => lower)
  if (verb === 'used' && last === 'to')
    return words.length > longestRetort && !words.some(({ lower }) => likening.has(lower))
  if (words.slice(0, -1).some(({ lower }) => fronting.has(lower))) return false
  if (last === 'that' && thatNouns.test(verb)) return true
  if (last === 'that' && speechVerbs.has(verb)) return words.length > longestRetort
  if (!halves.has(`${verb}-${last}`)) return false
  const before = words.at(-3)?.lower ?? ''
  return before === 'and' || before === 'or' || words.length - 3 <= longestSubject
}

/** Verbs that "by" belongs to, so that it may be the last word: "the days went by". */
const goingBy =
  /^(stood|stands?|standing|pass(ed|es|ing)?|went|go|goes|going|gone|drove|flying|flew|walked|walking|came|come|dropped|sat|get|got|getting|lives?|lived|swear|swore|abided?|close|near|nearby|hard|rode|sailed|ran|rolled|ticked|slipped|played|stopped)$/

/** How far before "by" the participle may stand that it belongs to, in words. */
const agentReach = 6

/** "and was praised for her calm by.": a passive, and nobody who did it. */
function lacksAgent(words: readonly Token[]): boolean {
  if (words.at(-1)?.lower !== 'by' || goingBy.test(words.at(-2)?.lower ?? '')) return false
  if (words.some(({ lower }) => /^(what|which|whom|whose|how)$/.test(lower))) return false
  const near = words.slice(-1 - agentReach, -1).filter(({ lower }) => !lower.endsWith('ly'))
  // "the name that she was known by": the object stands before.
  if (near.some(({ lower }) => lower === 'that')) return false
  return near.some(
    ({ lower }, at) =>
      /^(was|were|been|is|are)$/.test(lower) && /(ed|en|wn)$/.test(near[at + 1]?.lower ?? ''),
  )
}

/** How long a line may be at most that was broken by the width of a page. */
const longestWrappedLine = 100

/** Whether the line below goes on with the sentence: a line break inside a sentence is no cut. */
function goesOnBelow({ paragraph }: PlacedSentence, next: PlacedParagraph | undefined): boolean {
  if (!next) return false
  const { annotated, offset } = paragraph
  if (
    /^\s*\p{Ll}/u.test(next.annotated.text) ||
    next.annotated.kind === 'list' ||
    next.annotated.kind === 'table'
  )
    return true
  const isAdjacent = next.offset - offset - annotated.text.length <= 1
  return isAdjacent && annotated.text.length <= longestWrappedLine
}

/** "vitamin a", "plan a": the letter as a name. */
function isNamedLetter(tokens: readonly Token[]): boolean {
  const at = tokens.findLastIndex(({ kind }) => kind === 'word')
  const named = /^(vitamin|plan|hepatitis|grade|group|type|class|section|point|side)$/
  return tokens[at]?.lower === 'a' && named.test(tokens[at - 1]?.lower ?? '')
}

/** Whether a sentence has a mark at its end that closes it. */
export function isClosed(text: string): boolean {
  return /[.!?…:;—–][\s"”’'»)\]*_]*(\[\d+\])*$/.test(text)
}
