import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { SpanClaim } from './span-claim.js'
import { storyDatesOf } from './story-dates.js'
import { termClaim } from './terms.js'
import { areAlike, spans } from './whole-course.js'

/** How many sentences apart a range and the length that is said of it may stand. */
const reach = 4

/**
 * "He was minister from 1998 to 2004. … Looking back on his eight years at the ministry, …": a length with "his" or "those" of the only
 * range that the sentences before tell.
 */
export function officeLengths(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const lengths = datesOfSentence(section, sentence).filter((length) =>
      isOfOffice(section, sentence, length),
    )
    if (lengths.length === 0) return []
    const ranges = sentences
      .slice(Math.max(0, index - reach), index + 1)
      .flatMap((one) => rangesIn(section, one))
    const [range] = ranges
    if (!range || ranges.length > 1) return []
    const { tokens } = sentence.paragraph.annotated
    return lengths.flatMap((length) => termClaim(section, tokens, length, ...range, true) ?? [])
  })
}

/** "from 1998 to 2004", "(1998–2004)": both ends written out; not the lifespan of somebody. */
function rangesIn(section: SectionView, sentence: PlacedSentence): [DateMention, DateMention][] {
  const dates = datesOfSentence(section, sentence)
  return dates.flatMap((last, at): [DateMention, DateMention][] => {
    const first = dates[at - 1]
    if (!first || !last.expression.closesRange || !isExplicit(first) || !isExplicit(last) || first.quoted)
      return []
    return section.text.charAt(first.start - 1) === '(' ? [] : [[first, last]]
  })
}

/** "his eight years at the ministry", "her eight-year reign", "those eight years". */
function isOfOffice(section: SectionView, sentence: PlacedSentence, length: DateMention): boolean {
  const { meaning } = length.expression
  if (length.quoted || meaning.kind !== 'duration' || meaning.unit !== 'year') return false
  const lead = section.text.slice(Math.max(sentence.start, length.start - 20), length.start)
  const tail = section.text.slice(length.end, Math.min(sentence.end, length.end + 30))
  const noun = /^ (\w+)/.exec(tail)?.[1] ?? ''
  if (!/\b(his|her|its|their|those|these) $/i.test(lead)) return false
  return (
    spans.has(noun) ||
    /^ (in (the )?(office|power|charge|post|job|role|command|government|palace)|at (the )?\w+|as (the )?\w+|on the (throne|bench|board|council|staff)|of (rule|service|office|power|government))\b/.test(
      tail,
    ) ||
    /^(those|these) $/i.test(lead.slice(-6))
  )
}

const longestForward = 2

/**
 * "The restoration was a three-year undertaking. Scaffolding went up in March 2011, and the building was handed back in April 2016.":
 * the length of a work that the next sentences date from its beginning to its end.
 */
export function lengthsAhead(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const [length, ...others] = datesOfSentence(section, sentence)
    if (!length || others.length > 0 || !isOfWork(section, sentence, length)) return []
    const behind = storyDatesOf(section, sentences.slice(index + 1, index + 1 + longestForward))
    const [first, last, more] = behind
    if (!first || !last || more || !areAlike(first.date, last.date)) return []
    if (
      first.date.granularity !== last.date.granularity ||
      !started.test(first.lead) ||
      !finished.test(last.lead)
    )
      return []
    return termClaim(section, sentence.paragraph.annotated.tokens, length, first.date, last.date, true) ?? []
  })
}

const started =
  /\b(went up|began|begun|started|opened|closed|moved out|set out|left|laid|broken|launched|signed|first)\b/i
const finished =
  /\b(handed|reopened|completed|finished|ended|verdict|acquitted|convicted|surrendered|landed|arrived|reached|came down|opened|returned|back|delivered|last|done|over)\b/i

/** "was a three-year undertaking", "took three years", "after three years of work". */
function isOfWork(section: SectionView, sentence: PlacedSentence, length: DateMention): boolean {
  if (length.quoted || length.expression.meaning.kind !== 'duration') return false
  const lead = section.text.slice(Math.max(sentence.start, length.start - 24), length.start)
  const tail = section.text.slice(length.end, Math.min(sentence.end, length.end + 40))
  return (
    (/\b(a|an|the|its) $/.test(lead) &&
      /^ (\w+ )?(undertaking|project|programme|program|restoration|renovation|effort|job|task|campaign|refurbishment|overhaul|expedition|voyage|investigation|inquiry|study|trial)\b/.test(
        tail,
      )) ||
    (/\b(took|lasted) (the \w+ )?$/.test(lead) &&
      /^([.,;]| to (build|complete|finish|restore|rebuild))/.test(tail))
  )
}
