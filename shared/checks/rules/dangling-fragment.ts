import type { Finding, Severity } from '../../domain/finding.js'
import {
  datesOfSentence,
  placedAt,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
  sentencesOfParagraph,
} from '../check-context.js'
import { findingOf, placeOf, quoteOf } from '../explain.js'
import { cutOffAfter, neverLast } from '../extract/en/function-words.js'
import { auxiliaries, irregularVerbs, mayBeVerb } from '../extract/en/verb-words.js'
import { isQuoted } from '../extract/quotations.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import type { Token } from '../extract/tokens.js'

/** Sentences that break off, hang without a statement, or were left behind by an edit. */
export const danglingFragment: SectionRule = {
  id: 'dangling-fragment',
  category: 'dangling-fragment',
  scope: 'section',
  run: (section) => [...sentenceFindings(section), ...strayMarks(section)],
}

/** What is wrong with a stretch of a source. */
interface Fragment {
  start: number
  end: number
  reason: string
  severity: Severity
}

function sentenceFindings(section: SectionView): Finding[] {
  const sentences = proseSentences(section)
  return sentences
    .flatMap((sentence, index) => {
      const next = sentences[index + 1]
      const isLast = next?.paragraph !== sentence.paragraph
      const fragment =
        eventlessDates(section, sentence) ??
        cutOff(sentence, paragraphAfter(section, sentence), isLast) ??
        statementless(section, sentence, sentences[index - 1])
      return fragment ? [findingFor(section, fragment, sentence.text)] : []
    })
    .concat(cutOffLines(section))
}

/** Long lines without a full stop pass for headings; one that stops after "the" or "and" was cut off. */
function cutOffLines(section: SectionView): Finding[] {
  const lines = section.paragraphs.filter(
    ({ annotated }) => annotated.kind === 'heading' && annotated.tokens.length >= 8,
  )
  return lines.flatMap(sentencesOfParagraph).flatMap((sentence) => {
    const fragment = isClosed(sentence.text)
      ? null
      : cutOff(sentence, paragraphAfter(section, sentence), false)
    return fragment ? [findingFor(section, fragment, sentence.text)] : []
  })
}

function findingFor(
  section: SectionView,
  { start, end, reason, severity }: Fragment,
  context: string,
): Finding {
  const quote = quoteOf(section, { start, end })
  return findingOf(danglingFragment, {
    severity,
    message: `“${shortened(quote)}” is left hanging`,
    spans: [placeOf(section, { start, end })],
    context: [context],
    explanation: {
      reason,
      settle: 'The original of the text, to see what stood there before it was cut or joined.',
    },
  })
}

function shortened(quote: string): string {
  return quote.length <= 80 ? quote : `${quote.slice(0, 77)}…`
}

function tokensOf({ paragraph, sentence }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens.slice(sentence.first, sentence.next)
}

function isInQuote({ paragraph, sentence }: PlacedSentence): boolean {
  return isQuoted(paragraph.annotated.quotes, sentence)
}

function isClosed(text: string): boolean {
  return /[.!?…:;—–][\s"”’'»)\]*_]*(\[\d+\])*$/.test(text)
}

/**
 * "Called On March 18, 2025, May 19, 2025, and June 4th, 2025": two or more days and no word that says what happened on
 * them, at the start of a sentence or behind a comma with a capital that does not belong there.
 */
function eventlessDates(section: SectionView, sentence: PlacedSentence): Fragment | null {
  const dates = datesOfSentence(section, sentence).filter(
    ({ expression: { meaning } }) => meaning.kind === 'calendar' && meaning.day !== null,
  )
  const { tokens } = sentence.paragraph.annotated
  const last = dates.at(-1)
  if (!last || dates.length < 2 || isInQuote(sentence)) return null
  const after = tokens.slice(last.expression.next, sentence.sentence.next)
  if (after.some(({ kind }) => kind !== 'mark')) return null
  let first = dates.length - 1
  while (
    first > 0 &&
    isListGap(tokens, dates[first - 1]?.expression.next ?? 0, dates[first]?.expression.first ?? 0)
  )
    first--
  const opening = dates[first]
  if (!opening || dates.length - first < 2) return null
  const lead = leadOf(tokens, sentence.sentence.first, opening.expression.first)
  if (!lead) return null
  const start = sentence.paragraph.offset + (tokens[lead.from]?.start ?? 0)
  const reason = 'The words list dates but do not say what happened on them.'
  return { start, end: last.end, reason, severity: 'likely' }
}

function isListGap(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(({ lower }) => lower === ',' || lower === 'and' || lower === 'on' || lower === '&')
}

const dateLeads = new Set(['on', 'in', 'at'])

/** The words before a list of dates when they are no statement: none but a participle and "on". */
function leadOf(tokens: readonly Token[], floor: number, to: number): { from: number } | null {
  let from = to
  while (from > floor && tokens[from - 1]?.kind === 'word') from--
  const words = tokens.slice(from, to)
  if (words.length === 0 || words.length > 2 || !dateLeads.has(words.at(-1)?.lower ?? '')) return null
  if (words.length === 2 && !words[0]?.lower.endsWith('ed')) return null
  const opensSentence = from === floor
  const strayCapital = !opensSentence && words.some(({ capital }) => capital)
  return opensSentence || strayCapital ? { from } : null
}

/** A sentence that stops after a word that cannot be its last: "agreed to the.", or without a full stop "agreed to". */
function cutOff(sentence: PlacedSentence, next: PlacedParagraph | undefined, isLast = true): Fragment | null {
  const tokens = tokensOf(sentence)
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const last = words.at(-1)
  if (!last || last.kind !== 'word' || words.length < 3 || /[:;,—–]["”]?$/.test(sentence.text)) return null
  if (tokens[tokens.indexOf(last) - 1]?.kind === 'mark') return null
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
  if (closed || !isLast || ending !== '') return null
  if (cutOffAfter.has(last.lower) && !goesOnBelow(sentence, next)) {
    return { ...where, reason: `The paragraph breaks off after “${last.lower}”.`, severity: 'likely' }
  }
  return null
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
  const isAdjacent = next.offset - offset - annotated.text.length <= 2
  return isAdjacent && annotated.text.length <= longestWrappedLine
}

function paragraphAfter(section: SectionView, { paragraph }: PlacedSentence): PlacedParagraph | undefined {
  return placedAt(section, paragraph.index + 1)
}

/** "vitamin a", "plan a": the letter as a name. */
function isNamedLetter(tokens: readonly Token[]): boolean {
  const word = tokens.filter(({ kind }) => kind === 'word').at(-1)?.lower
  return (
    word === 'a' &&
    /^(vitamin|plan|hepatitis|grade|group|type|class|section|point|side)$/.test(
      tokens.filter(({ kind }) => kind === 'word').at(-2)?.lower ?? '',
    )
  )
}

/** Words that open a phrase of time or reason, which says nothing without a main clause. */
const hangingOpeners = new Set(
  'after before during following sometime because although though whereas while since until despite amid throughout unless upon within between'.split(
    ' ',
  ),
)
const subordinators = new Set(['because', 'although', 'whereas', 'unless'])

/** "Sometime after.", "Because the bridge was closed.": a time or a reason, and no statement. */
function statementless(
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

/** A text with more lines of mere marks than this is full of code, tables or drawings. */
const mostOrnaments = 5

/** Marks that no text means: a pipe alone on a line, with or without a broken rule behind it. */
function strayMarks(section: SectionView): Finding[] {
  const ornaments = section.paragraphs.filter(({ annotated }) => annotated.kind === 'ornament')
  if (ornaments.length > mostOrnaments) return []
  const fences = ornaments.filter(({ annotated }) => annotated.text.trim().startsWith('|='))
  return ornaments.flatMap(({ annotated, offset, index }) => {
    const text = annotated.text.trim()
    const isPairedFence = fences.length % 2 === 0 && text.startsWith('|=')
    if (!/[|\\]/.test(text) || text.length > 200 || isPairedFence || isTableRow(section, index)) return []
    const start = offset + annotated.text.indexOf(text)
    const fragment: Fragment = {
      start,
      end: start + text.length,
      reason: 'Marks without words stand on a line of their own.',
      severity: 'check',
    }
    return [findingFor(section, fragment, '')]
  })
}

/** Whether a neighbour is a row of a table, whose rule or empty row this is. */
function isTableRow(section: SectionView, index: number): boolean {
  return [index - 1, index + 1].some((other) => {
    const neighbour = placedAt(section, other)
    return neighbour !== undefined && neighbour.annotated.text.includes('|')
  })
}
