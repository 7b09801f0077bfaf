import type { Finding, Severity } from '../../domain/finding.js'
import {
  annotatedAt,
  type SectionRule,
  type SectionView,
  sentenceAround,
  sentenceAt,
} from '../check-context.js'
import { assumptionsOf, findingOf, type Place, placeOf, quoteOf } from '../explain.js'
import type { DateSlip } from '../extract/en/date-slip.js'
import { dateSlipsOf } from '../extract/en/date-slips.js'
import type { DateForm } from '../extract/expression.js'
import type { DateMention } from '../extract/mention.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { isQuotedAlone } from '../quoted-word.js'

/** Dates broken in typing, and dates of different forms beside each other in one sentence. */
export const garbledDate: SectionRule = {
  id: 'garbled-date',
  category: 'garbled-date',
  scope: 'section',
  run: (section) => [
    ...section.paragraphs.flatMap((paragraph) => slipFindings(section, paragraph)),
    ...section.dates.flatMap((mention) => wrongOrdinal(section, mention)),
    ...mixedForms(section),
  ],
}

function slipFindings(section: SectionView, { annotated, offset }: PlacedParagraph): Finding[] {
  return dateSlipsOf(annotated.tokens).flatMap((slip) => {
    const start = offset + (annotated.tokens[slip.first]?.start ?? 0)
    const end = offset + (annotated.tokens[slip.next - 1]?.end ?? 0)
    const context = sentenceAt(annotated, start - offset)
    if (isQuotedAlone(section.text, { start, end })) return []
    return garbled(placeOf(section, { start, end }), slip, context, 'error')
  })
}

function garbled(
  place: Place,
  slip: Pick<DateSlip, 'problem' | 'reading'>,
  context: string,
  severity: Severity,
): Finding {
  const quote = quoteOf(place.section, place)
  const problem = asWritten(slip.problem, quote)
  return findingOf(garbledDate, {
    severity,
    message: `“${quote}” is garbled: ${problem}`,
    spans: [place],
    context: [context],
    explanation: {
      reason: `The date “${quote}” is broken: ${problem}.`,
      resolved: slip.reading === null ? [] : [{ quote, value: `perhaps ${slip.reading}` }],
      assumptions:
        slip.reading === null
          ? []
          : [`That “${slip.reading}” was meant is a guess from the letters and digits.`],
      settle: 'The original document, or another source that dates the same event.',
    },
  })
}

/** Puts the words that a problem quotes, which were compared in lower case, back as the text has them. */
function asWritten(problem: string, quote: string): string {
  return problem.replace(/“([^”]+)”/, (whole, word: string) => {
    const at = quote.toLowerCase().indexOf(word)
    return at < 0 ? whole : `“${quote.slice(at, at + word.length)}”`
  })
}

/** "June 22th". */
function wrongOrdinal(section: SectionView, mention: DateMention): Finding[] {
  const defect = mention.expression.defects.find(({ kind }) => kind === 'wrong-ordinal')
  if (!defect) return []
  const slip = { problem: defect.detail, reading: null }
  return [garbled(placeOf(section, mention), slip, sentenceAround(section, mention), 'likely')]
}

/** How a form of a date is called in an explanation. */
const formNames: Readonly<Record<DateForm, string>> = {
  'day-month': 'day before month',
  'ordinal-month': 'day with its ending before month',
  'month-day': 'month before day',
  'month-ordinal': 'month before day with its ending',
  iso: 'ISO date',
  numeric: 'numbers only',
  'month-year': 'month and year',
  year: 'year',
}

/** Full dates of different forms in one sentence: a sign that the passage was put together from several places. */
function mixedForms(section: SectionView): Finding[] {
  const bySentence = new Map<string, DateMention[]>()
  for (const mention of section.dates) {
    if (
      !isDayOfMonth(mention) ||
      isName(section, mention) ||
      mention.quoted ||
      annotatedAt(section, mention.paragraph)?.kind !== 'prose'
    )
      continue
    const key = `${mention.paragraph}/${mention.sentence}`
    bySentence.set(key, [...(bySentence.get(key) ?? []), mention])
  }
  return [...bySentence.values()].flatMap((mentions) => mixedInSentence(section, mentions))
}

function isDayOfMonth({ expression: { meaning, form } }: DateMention): boolean {
  return meaning.kind === 'calendar' && meaning.day !== null && form !== null
}

/** "the July 20 plot", "the 26th of July Movement": a date that names what follows. */
function isName(section: SectionView, mention: DateMention): boolean {
  const after = section.text.slice(mention.end, mention.end + 8)
  const quote = quoteOf(section, mention)
  if (/^the\s+\p{L}/iu.test(quote)) return /^\s+\p{L}/u.test(after)
  return /^the\s/i.test(quote) && /^\s+\p{Lu}\p{Ll}/u.test(after)
}

/** Orders differ anywhere in the sentence, or endings ("4th" beside "4") within one list. */
function mixedInSentence(section: SectionView, mentions: readonly DateMention[]): Finding[] {
  const orders = new Set(mentions.map((mention) => orderOf(mention)))
  const endings = mentions.some((mention, index) => {
    const before = mentions[index - 1]
    return (
      before !== undefined &&
      mention.expression.form !== before.expression.form &&
      isListed(section, before, mention)
    )
  })
  const [first] = mentions
  if (!first || (orders.size < 2 && !endings)) return []
  const forms = [...new Set(mentions.map(({ expression }) => expression.form))].flatMap((form) =>
    form ? [form] : [],
  )
  return [
    findingOf(garbledDate, {
      severity: 'check',
      message: `${forms.length} date formats stand side by side`,
      spans: mentions.map((mention) => placeOf(section, mention)),
      context: [sentenceAround(section, first)],
      explanation: {
        reason:
          'Dates of one sentence are written in different ways, which happens when passages of several origins are joined.',
        resolved: mentions.map(({ expression, ...mention }) => ({
          quote: quoteOf(section, mention),
          value: expression.form ? formNames[expression.form] : '',
        })),
        assumptions: mentions.flatMap((mention) => assumptionsOf(section, mention)),
        settle: 'The sources of the passage: whether each of the dates belongs to the same account.',
      },
    }),
  ]
}

function orderOf({ expression: { form } }: DateMention): string {
  if (form === 'day-month' || form === 'ordinal-month') return 'day first'
  return form === 'month-day' || form === 'month-ordinal' ? 'month first' : 'numbers'
}

/** Whether only commas and "and" stand between two dates. */
function isListed(section: SectionView, a: DateMention, b: DateMention): boolean {
  return /^[\s,;&]*(and|or)?\s*(on\s+)?$/.test(section.text.slice(a.end, b.start))
}
