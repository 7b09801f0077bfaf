import { civilOf, type DayInterval } from './calendar.js'
import { type AnnotatedParagraph, sentenceIndexAt } from './annotate.js'
import type { Anchor, DateContext, Speech } from './date-context.js'
import type { Clock, DateExpression } from './expression.js'
import type { DateMention } from './mention.js'
import type { Resolution } from './resolution.js'
import { resolveExpression } from './resolve-expression.js'
import { isQuoted } from './quotations.js'
import { dayValue, intervalOfPrefix } from './timex.js'

/** A paragraph at its place: `offset` is where its text starts in the source. */
export interface PlacedParagraph {
  annotated: AnnotatedParagraph
  offset: number
  index: number
}

/**
 * The temporal expressions of one text, in order, each resolved in the light of what came before. `published` is a date
 * or the prefix of one; without it a dateline in the first lines takes its place.
 */
export function resolveDates(
  paragraphs: readonly PlacedParagraph[],
  published: string | null,
  title = '',
): DateMention[] {
  const context: DateContext = {
    speech: speechOf(paragraphs, published),
    focus: null,
    focusDay: null,
    headingYear: yearIn(title),
    paragraph: 0,
  }
  return paragraphs.flatMap((paragraph) => {
    context.paragraph = paragraph.index
    if (paragraph.annotated.kind === 'heading') noteHeading(paragraph.annotated, context)
    return resolveParagraph(paragraph, context)
  })
}

function yearIn(title: string): number | null {
  const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(title)
  return year ? Number(year[1]) : null
}

/** A heading that names a year or a full date sets it for what follows. */
function noteHeading(paragraph: AnnotatedParagraph, context: DateContext): void {
  const [only, ...others] = paragraph.expressions
  if (!only || others.length || only.meaning.kind !== 'calendar' || only.meaning.year === null) return
  context.headingYear = only.meaning.year
}

/** How many paragraphs at the head of a text may hold its dateline. */
const datelineReach = 6

function speechOf(paragraphs: readonly PlacedParagraph[], published: string | null): Speech | null {
  const interval = intervalOfPrefix(published)
  if (interval) return { interval, from: 'published' }
  for (const { annotated } of paragraphs.slice(0, datelineReach)) {
    const day = datelineDay(annotated)
    if (day) return { interval: day, from: 'dateline' }
  }
  return null
}

/** The full date of a line that is nothing but a dateline, or of one that opens a story: "GENEVA, 4 June 2025 —". */
function datelineDay({ tokens, expressions, text }: AnnotatedParagraph): DayInterval | null {
  const [first] = expressions
  if (!first || first.meaning.kind !== 'calendar') return null
  const { year, month, day } = first.meaning
  if (year === null || month === null || day === null || first.defects.length) return null
  const alone = tokens.length <= 14 && !/[.!?]\s*$/.test(text) && isDateline(text.slice(0, first.start))
  const opensStory =
    first.first <= 8 &&
    /^\s*\)?\s*[—–:-]/.test(text.slice(first.end)) &&
    /^[\p{Lu}\s,./(-]*$/u.test(text.slice(0, first.start))
  if (!alone && !opensStory) return null
  const { interval } = resolveExpression(first, {
    speech: null,
    focus: null,
    focusDay: null,
    headingYear: null,
    paragraph: 0,
  })
  return interval
}

/** What may stand before the date of a dateline: nothing, a place in capitals, or a word such as "Published". */
function isDateline(lead: string): boolean {
  return /^\s*(by\b.*|published|updated|posted|dated?|issued|last (modified|updated)|\p{Lu}[\p{L} .]*,)?[\s:,|·•–—-]*(on)?\s*$/iu.test(
    lead,
  )
}

function resolveParagraph(placed: PlacedParagraph, context: DateContext): DateMention[] {
  const { annotated } = placed
  const mentions: DateMention[] = []
  /** The day spoken of before each mention. */
  const spokenOf: (number | null)[] = []
  annotated.expressions.forEach((expression, index) => {
    spokenOf.push(context.focusDay)
    const said = withRangeYear(annotated.expressions, index)
    const resolution = withTimeOfDay(expression, resolveExpression(said, context))
    const mention = mentionOf(placed, expression, resolution, said !== expression)
    mentions.push(mention)
    noteFocus(annotated, mention, context)
  })
  return mentions.map((mention, index) =>
    mention.expression.meaning.kind === 'time'
      ? dateTime(mention, mentions, spokenOf[index] ?? null, context)
      : mention,
  )
}

/** Lends the year of the last date of a range to the first: "from March to May 2011". */
function withRangeYear(expressions: readonly DateExpression[], index: number): DateExpression {
  const expression = expressions[index] as DateExpression
  const next = expressions[index + 1]
  const { meaning } = expression
  if (meaning.kind !== 'calendar' || meaning.year !== null || meaning.month === null || !next?.closesRange)
    return expression
  if (next.meaning.kind !== 'calendar' || next.meaning.year === null) return expression
  const wraps = next.meaning.month !== null && next.meaning.month < meaning.month
  return { ...expression, meaning: { ...meaning, year: next.meaning.year - (wraps ? 1 : 0) } }
}

function mentionOf(
  { annotated, offset, index }: PlacedParagraph,
  expression: DateExpression,
  resolution: Resolution,
  lent: boolean,
): DateMention {
  const value = String(resolution.interval ? civilOf(resolution.interval.lo).year : '')
  return {
    start: offset + expression.start,
    end: offset + expression.end,
    ...resolution,
    inferred: lent ? [...resolution.inferred, { part: 'year', from: 'range', value }] : resolution.inferred,
    expression,
    paragraph: index,
    sentence: sentenceIndexAt(annotated.sentences, expression.start),
    quoted: isQuoted(annotated.quotes, expression),
  }
}

/** Adds the time of day to the value of a date: `2011-05-04T16:15`, `2011-05-04TMO`. */
function withTimeOfDay(expression: DateExpression, resolution: Resolution): Resolution {
  const { clock, dayPart } = expression
  if (!clock && !dayPart) return resolution
  const time = clock ? clockValue(clock) : (dayPart ?? '')
  return { ...resolution, type: 'TIME', value: `${resolution.value}T${time}` }
}

function clockValue({ hour, minute, half, utc }: Clock): string {
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  return `${String(shifted).padStart(2, '0')}:${String(minute).padStart(2, '0')}${utc ? 'Z' : ''}`
}

/** Gives a time of day the date of its sentence, else the day spoken of, else the day the text speaks on. */
function dateTime(
  mention: DateMention,
  mentions: readonly DateMention[],
  spokenOf: number | null,
  context: DateContext,
): DateMention {
  const days = mentions.filter(
    (other) => other.granularity === 'day' && other.interval && other.sentence === mention.sentence,
  )
  const distance = (other: DateMention): number => Math.abs(other.start - mention.start)
  const nearest = days.reduce<DateMention | null>(
    (best, other) => (!best || distance(other) < distance(best) ? other : best),
    null,
  )
  const speech =
    context.speech && context.speech.interval.lo === context.speech.interval.hi
      ? context.speech.interval.lo
      : null
  const day = nearest?.interval?.lo ?? spokenOf ?? speech ?? context.focusDay
  if (day === null) return mention
  const value = mention.value.replace('XXXX-XX-XX', dayValue(day))
  return {
    ...mention,
    value,
    interval: { lo: day, hi: day },
    granularity: 'day',
    inferred: [{ part: 'date', from: 'focus', value: dayValue(day) }],
  }
}

/** Dates of asides in brackets and of quotations are not what the text goes on to speak of. */
function noteFocus(paragraph: AnnotatedParagraph, mention: DateMention, context: DateContext): void {
  const { expression, interval, granularity } = mention
  if (!interval || !granularity || isParenthetical(paragraph, expression)) return
  const { meaning } = expression
  const saysYear = 'year' in meaning && meaning.year !== null
  if (granularity === 'years' || (context.focus && !saysYear && granularity === 'year')) return
  const anchor: Anchor = {
    interval,
    granularity,
    saysYear,
    sets: saysYear && (granularity === 'day' || isSceneSetting(paragraph, expression)),
    paragraph: mention.paragraph,
  }
  if (isBackground(paragraph, expression)) return
  if (saysYear || !context.focus?.saysYear || mention.inferred.some(({ from }) => from === 'focus')) {
    context.focus = {
      ...anchor,
      saysYear: saysYear || (context.focus?.saysYear ?? false),
      sets: anchor.sets || (context.focus?.sets ?? false),
    }
  }
  if (granularity === 'day') context.focusDay = interval.lo
}

function isParenthetical({ tokens }: AnnotatedParagraph, { first, next }: DateExpression): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 12); at--) {
    const mark = tokens[at]?.lower
    if (mark === ')') return false
    if (mark === '(') return tokens.slice(next, next + 12).some(({ lower }) => lower === ')')
  }
  return false
}

const backgroundWords = new Set(['since', 'until', 'till', 'by', 'than'])

/** "since 2003", "by 2008": a limit, not the time of what is told. */
function isBackground({ tokens }: AnnotatedParagraph, { first, meaning }: DateExpression): boolean {
  const isCoarse = meaning.kind === 'calendar' && meaning.day === null
  return isCoarse && backgroundWords.has(tokens[first - 1]?.lower ?? '')
}

/** Whether a date stands at the head of its sentence: "In 1987, ...". */
function isSceneSetting({ sentences, tokens }: AnnotatedParagraph, { first, next }: DateExpression): boolean {
  const sentence = sentences.find((candidate) => candidate.first <= first && first < candidate.next)
  if (!sentence || first - sentence.first > 2) return false
  const after = tokens[next]
  return after?.lower === ',' || after?.kind === 'word'
}
