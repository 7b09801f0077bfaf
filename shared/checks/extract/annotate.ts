import type { TextRange } from '../../document/paragraphs.js'
import { contentHash } from '../fingerprint.js'
import { parseExpressions } from './en/grammar.js'
import type { DateExpression } from './expression.js'
import { type NameMention, namesOf } from './names.js'
import { quantitiesOf, type Quantity } from './quantities.js'
import { quotesOf } from './quotations.js'
import { type Sentence, sentencesOf } from './sentences.js'
import { type Token, tokenize } from './tokens.js'

/** What a paragraph is for; prose is what the rules on sentences read. */
export type ParagraphKind = 'prose' | 'heading' | 'list' | 'table' | 'byline' | 'ornament'

/**
 * Everything that can be known of a paragraph from its text alone, so that it can be kept under a hash of the text. All
 * offsets are UTF-16 code units of the paragraph.
 */
export interface AnnotatedParagraph {
  text: string
  kind: ParagraphKind
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  expressions: readonly DateExpression[]
  quotes: readonly TextRange[]
  quantities: readonly Quantity[]
  names: readonly NameMention[]
}

/** Annotates paragraphs and keeps what was made, for as long as it is asked for. */
export interface Annotator {
  annotate(text: string): AnnotatedParagraph
  /** Forgets every paragraph that was not asked for since the last call. */
  prune(): void
}

export function createAnnotator(): Annotator {
  let kept = new Map<string, AnnotatedParagraph>()
  let used = new Map<string, AnnotatedParagraph>()
  return {
    annotate(text) {
      const key = contentHash(text)
      const found = used.get(key) ?? kept.get(key)
      const paragraph = found?.text === text ? found : annotateParagraph(text)
      used.set(key, paragraph)
      return paragraph
    },
    prune() {
      kept = used
      used = new Map()
    },
  }
}

/** Annotates a paragraph. Quantities and names are read when first asked for: extraction of dates needs neither. */
export function annotateParagraph(text: string): AnnotatedParagraph {
  const tokens = tokenize(text)
  const sentences = withTokens(sentencesOf(text), tokens)
  const expressions = parseExpressions(tokens)
  let quantities: readonly Quantity[] | undefined
  let names: readonly NameMention[] | undefined
  return {
    text,
    kind: kindOf(text, tokens, sentences),
    tokens,
    sentences,
    expressions,
    quotes: quotesOf(text),
    get quantities() {
      return (quantities ??= quantitiesOf(tokens, expressions))
    },
    get names() {
      return (names ??= namesOf(tokens, sentences))
    },
  }
}

/** The index of the sentence that an offset lies in or before; the last one behind them all. */
export function sentenceIndexAt(sentences: readonly TextRange[], offset: number): number {
  let low = 0
  let high = Math.max(0, sentences.length - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset < (sentences[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

function withTokens(sentences: readonly TextRange[], tokens: readonly Token[]): Sentence[] {
  let next = 0
  return sentences.map((sentence) => {
    const first = next
    while (next < tokens.length && (tokens[next]?.start ?? 0) < sentence.end) next++
    return { ...sentence, first, next }
  })
}

const longestHeading = { words: 16, characters: 140 }

function kindOf(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): ParagraphKind {
  const words = tokens.filter(({ kind }) => kind !== 'mark').length
  if (!tokens.some(({ kind }) => kind === 'word' || kind === 'mixed' || kind === 'number')) return 'ornament'
  if (/^\s*(#{1,6}\s|={2,}[^=])/.test(text)) return 'heading'
  if (/^\s*([-*•▪–]\s|\(?(\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s)/.test(text)) return 'list'
  if (/\t.*\t|\|.*\|/.test(text)) return 'table'
  const closed = /[.!?…:;,]["”’')\]]*\s*$/.test(text)
  if (words <= 8 && /^\s*(by|from|photo|image|source|credit)\b/i.test(text) && !closed) return 'byline'
  const short = words <= longestHeading.words && text.length <= longestHeading.characters
  return short && !closed && sentences.length <= 1 ? 'heading' : 'prose'
}
