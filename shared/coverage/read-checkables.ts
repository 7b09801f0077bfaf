import type { SectionView } from '../checks/check-context.js'
import type { AnnotatedParagraph } from '../checks/extract/annotate.js'
import type { DateMention } from '../checks/extract/mention.js'
import type { PlacedParagraph } from '../checks/extract/resolve-dates.js'
import type { Token } from '../checks/extract/tokens.js'
import { packCheckables, type Checkable, type CheckableKind, type Checkables } from './checkables.js'

/**
 * What can be checked in a text that the engine has read:
 *
 * - sentences of prose and lists that have a word in them; headings, bylines, tables and ornaments have none;
 * - dates, times and what recurs ("every Tuesday"), but not "recently", which says no time;
 * - numbers with their units, lengths of time among them ("three weeks");
 * - names, but not a single word whose capital may only mark the start of a sentence;
 * - quotations with their marks.
 */
export function readCheckables(sections: readonly SectionView[]): Checkables {
  const found: Checkable[] = []
  let next = 0
  for (const { paragraphs, dates } of sections) {
    // A paragraph that runs over the border of two sections belongs to both, and is read once.
    const from = next
    for (const paragraph of paragraphs) {
      if (paragraph.index < from) continue
      next = paragraph.index + 1
      collectParagraph(paragraph, found)
    }
    for (const date of dates) {
      const kind = kindOfDate(date)
      if (kind && date.paragraph >= from) found.push({ kind, start: date.start, end: date.end })
    }
  }
  return packCheckables(found)
}

function collectParagraph({ annotated, offset }: PlacedParagraph, found: Checkable[]): void {
  const { tokens, quantities, names, quotes } = annotated
  const add = (kind: CheckableKind, start: number, end: number): void => {
    found.push({ kind, start: offset + start, end: offset + end })
  }
  const addTokens = (kind: CheckableKind, first: number, end: number): void =>
    add(kind, tokens[first]!.start, tokens[end - 1]!.end)
  for (const { start, end } of sentencesToCover(annotated)) add('sentence', start, end)
  for (const { first, next } of quantities) addTokens('number', first, next)
  for (const { first, next, sure } of names) if (sure) addTokens('name', first, next)
  for (const { start, end } of quotes) add('quotation', start, end)
}

function sentencesToCover({ kind, sentences, tokens }: AnnotatedParagraph): AnnotatedParagraph['sentences'] {
  if (kind !== 'prose' && kind !== 'list') return []
  return sentences.filter(({ first, next }) => tokens.slice(first, next).some(isWord))
}

/** Not the "1." or "a)" of a list. */
const isWord = ({ kind, start, end }: Token): boolean => kind === 'word' && end - start > 1

/** Null for what says no time that could be looked up: a reference to now, or a length without a number. */
function kindOfDate({ type, value }: DateMention): CheckableKind | null {
  if (value.endsWith('_REF')) return null
  if (type !== 'DURATION') return 'date'
  return value.includes('X') ? null : 'number'
}
