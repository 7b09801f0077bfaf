import { defaultScale } from '../../../shared/domain/preset-scales.js'
import type { Verdict, VerdictColour } from '../../../shared/domain/verdict-scale.js'
import { SeededRandom } from '../../faults/seeded-random.js'

/** How much text, in UTF-16 code units, and how many claims over it. */
export interface TextSize {
  length: number
  claims: number
}

/** A claim over [`start`, `end`) of the text, in UTF-16 code units. */
export interface BenchClaim {
  id: string
  start: number
  end: number
  verdict: Verdict | null
  colour: VerdictColour | null
}

const words = (
  'the harbour board met on Tuesday to hear that costs had risen since March and of nine ships which were ' +
  'expected only four came in while a storm closed the eastern gate for eleven days an inspector wrote in his ' +
  'report that repairs would take until autumn and would cost about two million more than planned'
).split(' ')

/**
 * Paragraphs of one to nine sentences, some 600 characters each, one a line. The same for the same length; the last
 * paragraph may go a sentence over.
 */
export function benchText(length: number): string {
  const random = new SeededRandom(1, `text of ${length}`)
  const paragraphs: string[] = []
  for (let written = 0; written < length;) {
    const sentences = Array.from({ length: 1 + random.below(9) }, () => sentence(random))
    const paragraph = sentences.join(' ').slice(0, Math.max(40, length - written))
    paragraphs.push(paragraph.trim())
    written += paragraph.length + 1
  }
  return paragraphs.join('\n')
}

/** Claims from word to word, of one to some twenty words, each inside a paragraph; oldest first, in no order of place. */
export function benchClaims(text: string, count: number): BenchClaim[] {
  const random = new SeededRandom(2, `claims ${count}`)
  return Array.from({ length: count }, (_, number) => claimAt(text, number, random))
}

function claimAt(text: string, number: number, random: SeededRandom): BenchClaim {
  const wanted = random.below(text.length - 20)
  const lineStart = text.lastIndexOf('\n', wanted - 1) + 1
  const start = Math.max(lineStart, text.lastIndexOf(' ', wanted) + 1)
  const newline = text.indexOf('\n', start)
  const lineEnd = newline < 0 ? text.length : newline
  const space = text.indexOf(' ', start + 5 + random.below(120))
  const end = space < 0 || space > lineEnd ? lineEnd : space
  const verdict = defaultScale.verdicts[random.below(defaultScale.verdicts.length + 1)]
  return { id: claimId(number), start, end, verdict: verdict?.id ?? null, colour: verdict?.colour ?? null }
}

/** As long as the identifiers of real claims. */
export function claimId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

function sentence(random: SeededRandom): string {
  const text = Array.from({ length: 8 + random.below(18) }, () => random.pick(words)).join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}
