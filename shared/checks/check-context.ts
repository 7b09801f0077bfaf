import type { Category, Confirmation, Finding } from '../domain/finding.js'
import type { HouseRules } from '../domain/house-rules.js'
import { type AnnotatedParagraph, sentenceIndexAt } from './extract/annotate.js'
import type { Sentence } from './extract/sentences.js'
import type { DateMention } from './extract/mention.js'
import type { PlacedParagraph } from './extract/resolve-dates.js'

/** A text to check. `published` is YYYY-MM-DD or a shorter prefix of it (EDTF), null when it is not known. */
export interface CheckSource {
  id: string
  text: string
  published: string | null
  title?: string
}

/** One of the texts that a source holds; most hold one. Dates and events of one section do not run into the next. */
export interface SectionView {
  source: string
  /** The text of the whole source: offsets of mentions and spans point into it. */
  text: string
  title: string
  published: string | null
  paragraphs: readonly PlacedParagraph[]
  dates: readonly DateMention[]
  /** The same mentions by their sentence, under `sentenceKey`. */
  datesBySentence: ReadonlyMap<string, readonly DateMention[]>
}

export interface SourceView {
  id: string
  text: string
  sections: readonly SectionView[]
}

/** What a rule reads. It must not keep or change it. */
export interface CheckContext {
  sources: readonly SourceView[]
}

interface RuleName {
  /** The name of the rule's file. */
  id: string
  category: Category
}

/** A check that reads one section at a time, so that its findings on an unchanged section can be kept. */
export interface SectionRule extends RuleName {
  scope: 'section'
  /** `house` is for rules that read it; their findings are kept only as long as it is the same. */
  run(section: SectionView, house: HouseRules): Finding[]
  /** Whether findings depend on the rules of the house. */
  readsHouse?: true
  /** What the rule looked into and found in order. */
  confirm?(section: SectionView): Confirmation[]
}

/** Finds what a rule finds in all sources of the case. */
export type CaseCheck = (context: CheckContext) => Finding[]

/**
 * A check that compares all sources of the case. What `begin` gives may keep an index from one run to the next, as long
 * as its findings are those that a new one would give.
 */
export interface CaseRule extends RuleName {
  scope: 'case'
  begin(): CaseCheck
}

/** A check. What it finds depends on the sources alone, and it never throws on any text. */
export type Rule = SectionRule | CaseRule

/** A sentence at its place: `start` and `end` in UTF-16 code units of the source. */
export interface PlacedSentence {
  start: number
  end: number
  text: string
  index: number
  sentence: Sentence
  paragraph: PlacedParagraph
}

/** Every section of every source, in order. */
export function sectionsOf(context: CheckContext): SectionView[] {
  return context.sources.flatMap(({ sections }) => sections)
}

export function sentencesOfParagraph(paragraph: PlacedParagraph): PlacedSentence[] {
  const { annotated, offset } = paragraph
  return annotated.sentences.map((sentence, index) => ({
    start: offset + sentence.start,
    end: offset + sentence.end,
    text: annotated.text.slice(sentence.start, sentence.end),
    index,
    sentence,
    paragraph,
  }))
}

/**
 * Keeps what is made of a section for as long as the section lives, so that rules over the whole case read only the
 * sections that changed. `make` must depend on nothing but the section, and its result must not be changed.
 */
export function perSection<T>(make: (section: SectionView) => T): (section: SectionView) => T {
  const made = new WeakMap<SectionView, { value: T }>()
  return (section) => {
    const known = made.get(section)
    if (known) return known.value
    const value = make(section)
    made.set(section, { value })
    return value
  }
}

/** What has more tokens than this is a list or a dump without full stops, and no sentence that a rule could read. */
const longestSentence = 300

/** The sentences of a section's running prose, in order. */
export const proseSentences: (section: SectionView) => readonly PlacedSentence[] = perSection(
  ({ paragraphs }) =>
    paragraphs
      .filter(({ annotated }) => annotated.kind === 'prose')
      .flatMap(sentencesOfParagraph)
      .filter(({ sentence }) => sentence.next - sentence.first <= longestSentence),
)

/** The temporal expressions of a sentence, in order. */
export function datesOfSentence(
  { datesBySentence }: SectionView,
  { paragraph, index }: PlacedSentence,
): readonly DateMention[] {
  return datesBySentence.get(sentenceKey(paragraph.index, index)) ?? []
}

export function sentenceKey(paragraph: number, sentence: number): string {
  return `${paragraph}/${sentence}`
}

/** Those of a paragraph's items, which are in the order of their first tokens, that begin in a sentence. */
export function inSentence<T extends { first: number }>(items: readonly T[], { first, next }: Sentence): T[] {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.first ?? 0) < first) low = middle + 1
    else high = middle
  }
  let end = low
  while ((items[end]?.first ?? Number.POSITIVE_INFINITY) < next) end++
  return items.slice(low, end)
}

/** The text of the sentence that holds a mention: the context that tells two equal quotes apart. */
export function sentenceAround(
  section: SectionView,
  { paragraph, start }: Pick<DateMention, 'paragraph' | 'start'>,
): string {
  const placed = placedAt(section, paragraph)
  return placed ? sentenceAt(placed.annotated, start - placed.offset) : ''
}

/** How much of a sentence on each side of a passage counts as its context, in UTF-16 code units. */
const contextReach = 160

/** The sentence at an offset of a paragraph, cut to what stands near it. */
export function sentenceAt({ text, sentences }: AnnotatedParagraph, offset: number): string {
  const sentence = sentences[sentenceIndexAt(sentences, offset)]
  if (!sentence) return ''
  return text.slice(
    Math.max(sentence.start, offset - contextReach),
    Math.min(sentence.end, offset + contextReach),
  )
}

export function annotatedAt(section: SectionView, index: number): AnnotatedParagraph | undefined {
  return placedAt(section, index)?.annotated
}

/** The paragraph with an index of the source, when the section holds it. */
export function placedAt({ paragraphs }: SectionView, index: number): PlacedParagraph | undefined {
  return paragraphs[index - (paragraphs[0]?.index ?? 0)]
}
