import type { Severity } from '../../domain/finding.js'
import type { PlacedSentence } from '../check-context.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'

/** What is wrong with a stretch of a source. */
export interface Fragment {
  start: number
  end: number
  reason: string
  severity: Severity
}

/** The tokens of a sentence. */
export function tokensOf({ paragraph, sentence }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens.slice(sentence.first, sentence.next)
}

export function isInQuote({ paragraph, sentence }: PlacedSentence): boolean {
  return isQuoted(paragraph.annotated.quotes, sentence)
}
