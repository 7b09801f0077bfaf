import type { TextRange } from '../../document/paragraphs.js'
import { beforeNumber, maybeFinal, neverFinal, sentenceOpeners } from './en/abbreviations.js'

/** A sentence of a paragraph with its tokens [`first`, `next`). */
export interface Sentence extends TextRange {
  first: number
  next: number
}

/**
 * The segmenter of the platform breaks after every full stop that a capital or a digit follows. It never misses a
 * plain end, so its breaks are taken and those that cannot be ends are merged away.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of a paragraph, in order, without surrounding white space. */
export function sentencesOf(paragraph: string): TextRange[] {
  // A line break inside a wrapped paragraph is no end of a sentence, but the segmenter takes every one for an end.
  const text = /[\r\n\u2028\u2029]/.test(paragraph)
    ? paragraph.replace(/[\r\n\u2028\u2029]/g, ' ')
    : paragraph
  const sentences: TextRange[] = []
  let start = 0
  for (const { index } of segmenter.segment(text)) {
    if (index === 0 || !endsBefore(text, start, index)) continue
    pushTrimmed(sentences, text, start, index)
    start = index
  }
  pushTrimmed(sentences, text, start, text.length)
  return sentences
}

function pushTrimmed(sentences: TextRange[], text: string, start: number, end: number): void {
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  if (start < end) sentences.push({ start, end })
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}

/** Whether a sentence that starts at `start` really ends before `index`, where the segmenter breaks. */
function endsBefore(text: string, start: number, index: number): boolean {
  let end = index
  while (end > start && isSpace(text, end - 1)) end--
  if (end === start) return false
  const next = wordAt(text, index)
  if (/^\p{Ll}/u.test(next)) return false
  let stop = end
  while (stop > start && '"”’\')]»'.includes(text.charAt(stop - 1))) stop--
  if (text.charAt(stop - 1) !== '.') return true
  if (text.charAt(stop - 2) === '.') return !/^\d/.test(next)
  return !continuesAfterStop(wordBefore(text, start, stop - 1), next, stop < end)
}

/** Whether the full stop after `word` belongs to an abbreviation or initial that the sentence goes on after. */
function continuesAfterStop(word: string, next: string, closed: boolean): boolean {
  const lower = word.toLowerCase()
  const opensSentence = sentenceOpeners.has(next.toLowerCase())
  if (/^\d/.test(next) && beforeNumber.has(lower)) return true
  if (closed) return false
  if (/^\p{Lu}$/u.test(word)) return !opensSentence || next.length === 1
  if (neverFinal.has(lower)) return true
  return (maybeFinal.has(lower) || /^(\p{Lu}\.)+\p{Lu}$/u.test(word)) && !opensSentence && next !== ''
}

const longestWord = 40

/** The word, with inner full stops ("U.S", "e.g"), that ends at `end`. */
function wordBefore(text: string, start: number, end: number): string {
  let from = end
  const least = Math.max(start, end - longestWord)
  while (from > least && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1))) from--
  return text.slice(from, end)
}

/** The word at the start of a sentence, opening quotes and brackets left out; '' at the end of the text. */
function wordAt(text: string, index: number): string {
  let at = index
  while (at < text.length && /[\s"“‘'([«]/.test(text.charAt(at))) at++
  let end = at
  while (end < text.length && end - at < longestWord && /[\p{L}\p{N}]/u.test(text.charAt(end))) end++
  return text.slice(at, end)
}
