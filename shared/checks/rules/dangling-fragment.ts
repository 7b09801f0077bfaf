import type { Finding } from '../../domain/finding.js'
import {
  placedAt,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
  sentencesOfParagraph,
} from '../check-context.js'
import { findingOf, placeOf, quoteOf } from '../explain.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { brokenPhrase } from '../fragments/broken-phrase.js'
import { cutOff, isClosed } from '../fragments/cut-off.js'
import { eventlessDates } from '../fragments/eventless-dates.js'
import type { Fragment } from '../fragments/fragment.js'
import { statementless } from '../fragments/statementless.js'

/** Sentences that break off, hang without a statement, or were left behind by an edit. */
export const danglingFragment: SectionRule = {
  id: 'dangling-fragment',
  category: 'dangling-fragment',
  scope: 'section',
  run: (section) => [...sentenceFindings(section), ...strayMarks(section)],
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
        brokenPhrase(sentence) ??
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
      : cutOff(
          sentence,
          paragraphAfter(section, sentence),
          !paragraphAfter(section, sentence) || isLong(sentence),
        )
    return fragment ? [findingFor(section, fragment, sentence.text)] : []
  })
}

/** More words than a heading has that ends with a small word. */
function isLong({ sentence }: PlacedSentence): boolean {
  return sentence.next - sentence.first >= 14
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

function paragraphAfter(section: SectionView, { paragraph }: PlacedSentence): PlacedParagraph | undefined {
  return placedAt(section, paragraph.index + 1)
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
