import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import type { DateMention } from '../extract/mention.js'
import { begins, ends } from './course-words.js'
import { endsOfTime } from './ends-of-time.js'
import { daysIn, fitsLoosely, lengthInWords } from './length-of-time.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import type { SpanClaim } from './span-claim.js'
import { type StoryDate, storyDatesOf } from './story-dates.js'
import { areAlike, boundOf, isClockUnit, spans } from './whole-course.js'

/** How many sentences before its own the beginning of what lasted may be told. */
const reach = 3

/**
 * "Work began in May 2003. … By the time it was finished, in November 2011, the job had taken six and a half years.": a length
 * of what a text has told the beginning and the end of, in whichever sentences. Only when no two dates nearby have that
 * length between them, and one of them is a beginning and another an end.
 */
export function toldSpans(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) =>
    datesOfSentence(section, sentence).flatMap((length) => {
      if (length.quoted || length.expression.meaning.kind !== 'duration') return []
      if (!saysWhole(section, sentence, length)) return []
      const near = storyDatesOf(section, sentences.slice(Math.max(0, index - reach), index + 1))
      return spanOf(section, sentence, length, near)
    }),
  )
}

function spanOf(
  section: SectionView,
  sentence: PlacedSentence,
  length: DateMention,
  near: readonly StoryDate[],
): SpanClaim[] {
  const { meaning } = length.expression
  if (meaning.kind !== 'duration' || meaning.amount === null || isClockUnit(meaning.unit)) return []
  const bound = boundOf(section, length)
  if (bound === 'vague') return []
  const isBetween = /^ (between (them|the two|these|those)|in between)\b/.test(
    section.text.slice(length.end, length.end + 24),
  )
  const lead = section.text.slice(Math.max(sentence.start, length.start - 70), length.start)
  const tail = section.text.slice(length.end, Math.min(sentence.end, length.end + 30))
  const course = courseAmong(near, sentence, length, { isBetween, lead, tail })
  if (!course) return []
  const { amount, unit } = meaning
  const pairs = near.flatMap(({ date: a }, at) => near.slice(at + 1).map(({ date: b }) => [a, b] as const))
  const fits = pairs.some((pair) => {
    const between = endsOfTime(...pair) ?? endsOfTime(pair[1], pair[0])
    return between !== null && fitsEither(between[0], between[1], amount, unit, bound)
  })
  const between = endsOfTime(course[0].date, course[1].date)
  if (fits || !between || between[1].lo < between[0].hi) return []
  const real = (between[1].lo - between[0].hi) / daysIn[unit]
  if (amount < real * leastShare || amount > (real + 1) * mostShare) return []
  if (mayBeginLater(lead, amount, real)) return []
  return [
    {
      evidence: [length, course[0].date, course[1].date],
      dates: [course[0].date, course[1].date],
      said: quoteOf(section, length),
      found: lengthInWords(between[0], between[1], unit),
      severity: 'check',
      holds: false,
    },
  ]
}

/** Shorter lengths than this all look like slips of each other. */
const leastTold = 10

/**
 * "When she retired in 1999 she had been an editor for twelve years", "For ten years he swept floors; in 1944 …": what was done at
 * the end, or at first, may be a part of the time, unless a slip of a digit tells the two lengths apart.
 */
function mayBeginLater(lead: string, amount: number, real: number): boolean {
  const isPart = lead === 'For ' || (hadBeen.test(lead) && amount < real)
  return (
    isPart &&
    (amount < leastTold ||
      ![Math.floor(real), Math.ceil(real)].some((one) => areSlipsOfEachOther(one, amount)))
  )
}

/** Between which shares of the real length a told one is taken to be a slip of it, and not the length of something else. */
const leastShare = 0.4
const mostShare = 3.1

type Ends = Parameters<typeof fitsLoosely>

function fitsEither(from: Ends[0], to: Ends[1], amount: number, unit: Ends[3], bound: Ends[4]): boolean {
  const [first, last] = from.lo <= to.lo ? [from, to] : [to, from]
  return [amount, amount - 1].some(
    (count, step) =>
      (step === 0 || unit === 'day' || unit === 'year') && fitsLoosely(first, last, count, unit, bound),
  )
}

/** Two dates that a length lies "between"; or the only beginning that is told before the last date up to the length, and that date, which is an end or stands beside the length. */
function courseAmong(
  near: readonly StoryDate[],
  own: PlacedSentence,
  length: DateMention,
  { isBetween, lead, tail }: { isBetween: boolean; lead: string; tail: string },
): [StoryDate, StoryDate] | null {
  const last = near.at(-1)
  const [only, ...rest] = near
  const isPlain =
    only && last && rest.length === 1 && !only.date.expression.closesRange && areAlike(only.date, last.date)
  const isUntil =
    /\bfor $/.test(lead) && last?.sentence === own && last.date.start > length.end && untilBehind.test(tail)
  const isOwn = last?.sentence === own && last.date.start > length.end
  const isHeld = isOwn && heldFor.test(lead) && ends.test(last.lead)
  const isOpening = isOwn && only?.sentence !== own && lead === 'For '
  const isWhole =
    isHeld ||
    isOpening ||
    isBetween ||
    isUntil ||
    hadLasted.test(lead) ||
    ofSpan.test(lead) ||
    (those.test(lead) && last?.sentence !== own)
  if (isPlain && isWhole) return [only, last]
  const starts = near.filter((one) => one !== last && isBeginning(one.lead))
  const [first] = starts
  if (!first || !last || starts.length > 1 || near.length > mostDates) return null
  if (!areAlike(first.date, last.date) || first.date.expression.closesRange) return null
  const isEnd =
    ends.test(last.lead) ||
    /\b(the|his|her|its|their) (last|final)\b/.test(last.lead) ||
    (last.sentence === own && Math.abs(last.date.start - length.end) < besideReach)
  return isEnd ? [first, last] : null
}

/** With more dates than this it is not clear which of them are meant. */
const mostDates = 4

/** How far from the length, in UTF-16 code units, a date may stand that the sentence ends with. */
const besideReach = 60

const onsets =
  /\b((his|her|its|their) first|first (elected|lit|run|held|set|opened|published|broadcast|appeared)|crowned|succeeded|appointed|took (over|up|charge|command)|entered|enlisted|moved|settled|hired|inherited|installed|planted|named|became|married|concluded|agreed|imposed|introduced|dug|was set|set)\b/i

function isBeginning(lead: string): boolean {
  return begins.test(lead) || onsets.test(lead)
}

/** "had held out for", "had lasted": the tense that counts from the date before to the one beside it. */
const hadLasted =
  /\bwhich (had )?(lasted|taken|took) $|\bhad (held out|lasted|taken|dragged on|gone on|run on|stood empty|lain empty|been (away|at sea|under way|in the making))\b[^,.;]{0,20}$/

const hadBeen =
  /\bhad (worn|held(?! out)|ruled|reigned|governed|led|run|kept|served|sat|stood|been|worked|lived|commanded|managed|edited|taught)\b/

/** "after a voyage of 31 days" */
const ofSpan = new RegExp(`\\b(after|in) an? (\\w+ )?(${[...spans].join('|')}) of $`, 'i')

/** "She held it for 29 years, … and stepped down in" */
const heldFor =
  /\b(held|ran|led|kept|ruled|edited|directed|managed|chaired|reigned|taught|stayed|remained|governed|lived|worked)( \w+){0,3} for $/

/** "In those 28 years" */
const those = /\b([Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (those|these|all those) $/

/** ", until soldiers freed them on" */
const untilBehind = /^,? (until|till|before)\b/

/** Whether the words around a length say that it is that of the whole of what was told. */
function saysWhole(section: SectionView, { start, end }: PlacedSentence, length: DateMention): boolean {
  const own = /^((over|in|during|after|for|all|the|those|these)\s+)*/i.exec(
    section.text.slice(length.start, length.end),
  )
  const lead = section.text.slice(Math.max(start, length.start - 70), length.start + (own?.[0].length ?? 0))
  const tail = section.text.slice(length.end, Math.min(end, length.end + 30))
  if (
    /^ to (?!(build|complete|finish|dig|bore|lay|construct|restore|rebuild|repair|cross|put out|raise)\b)/.test(
      tail,
    )
  )
    return false
  return (
    wholeLeads.test(lead) ||
    (/\bfor $/.test(lead) && untilBehind.test(tail)) ||
    ofSpan.test(lead) ||
    heldFor.test(lead) ||
    lead === 'For ' ||
    (/\bafter $/.test(lead) && inPost.test(tail)) ||
    /^ (had|have) (passed|elapsed|gone by)\b/.test(tail) ||
    (/\b([Tt]he|[Tt]hose|[Aa]ll|[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (the )?$/.test(lead) && wholeTails.test(tail))
  )
}

const wholeLeads = new RegExp(
  [
    '\\bwhich (lasted|took) $',
    '\\b(had|has) (lasted|taken|stretched|dragged on|gone on|run|endured|spanned|consumed|kept|occupied|cost)\\b[^,.;]{0,30}$',
    '\\b(it|this|that|they|job|work|siege|strike|war|trial|search|project|construction|occupation|reign|journey|voyage|crossing|campaign|restoration|conflict|standoff|blockade|repairs|building|talks|negotiations|marriage|partnership|collaboration|truce|peace|ban|embargo|inquiry|whole (thing|affair|process|operation)) (lasted|took|went on|dragged on|spanned|stretched over)( for| him| her| them)?( (nearly|almost|about|just|over|more|than|under|less|some|a|little|exactly|fully|all of))* $',
    '\\bhad (worn|held|ruled|reigned|governed|led|run|kept|served|sat|stood|been|worked|lived|commanded|managed|edited|taught) [^,.;]{0,30}\\bfor( (nearly|almost|about|just|over|more|than|exactly|some|a|little))* $',
    '\\b([Tt]hose|[Tt]hese|[Aa]ll those) $',
    '\\b([Ii]n|[Oo]ver|[Dd]uring|[Tt]hroughout) (that|this) $',
    '\\b[Aa]fter (a )?(reign|rule|tenure|career|siege|stay|term|spell|war|marriage|strike|search|trial) of $',
  ].join('|'),
)

/** "after 25 years on the staff" */
const inPost =
  /^ (on the (staff|board|bench|throne|council|job|run)|in (office|charge|power|command|the (job|post|role|chair|service|ring|saddle|ranks))|at (the (helm|head|firm|paper|bank|school|club|company|museum|university|institute|ministry|top)|sea)|with the (firm|company|paper|club|bank|orchestra|force|band|party)|as \w+|of (service|rule|marriage|work|talks|negotiations?|war|argument|debate|\w+ing))\b/

const wholeTails =
  /^ (between (them|the two|these|those)|had (passed|elapsed|gone by|gone)|passed|elapsed|went by|that (lay|passed|went by|elapsed|followed|separated)|in between|of (work|building|construction|war|fighting|talks|negotiation|negotiations|rule|captivity|siege|occupation|exile|marriage|service)\b)/
