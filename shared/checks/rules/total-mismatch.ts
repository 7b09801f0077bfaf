import type { Finding } from '../../domain/finding.js'
import {
  inSentence,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
} from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'

/** Parts that do not add up to the total that they are bound to. */
export const totalMismatch: SectionRule = {
  id: 'total-mismatch',
  category: 'total-mismatch',
  scope: 'section',
  run: (section) => proseSentences(section).flatMap((sentence) => check(section, sentence)),
}

/** A total with its parts, and whether the parts may be only some of it. */
interface Sum {
  total: Quantity
  parts: readonly Quantity[]
  partial: boolean
}

function check(section: SectionView, sentence: PlacedSentence): Finding[] {
  const { annotated } = sentence.paragraph
  const quantities = inSentence(annotated.quantities, sentence.sentence)
  if (quantities.length < 3) return []
  const sum = sumAfterTotal(annotated.tokens, quantities) ?? sumBeforeTotal(annotated.tokens, quantities)
  return sum && !addsUp(sum) ? [mismatch(section, sentence, sum)] : []
}

/** Words that open the parts of a total, and words that say that they are only some of it. */
const openers = new Set([
  ':',
  '–',
  '—',
  '(',
  'comprising',
  'comprises',
  'comprised',
  'consists',
  'consisted',
  'consisting',
  'whom',
  'which',
  'them',
  'made',
  'split',
  'divided',
  'namely',
])
const partialOpeners = new Set(['including', 'among', 'includes', 'included', 'with'])

/** "48 members: 20 men and 27 women", "of whom 20 voted for, 15 against and 10 abstained". */
function sumAfterTotal(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  for (let index = 0; index + 2 < quantities.length; index++) {
    const total = quantities[index] as Quantity
    const next = quantities[index + 1] as Quantity
    if (total.noun === '' && total.unit === '') continue
    const gap = tokens.slice(total.next, next.first)
    const opener = gap.find(({ lower }) => openers.has(lower)) ?? partitiveComma(tokens, total, gap)
    if (!opener || gap.length > 9 || gap.some(({ lower }) => partialOpeners.has(lower) || lower === ';'))
      continue
    const parts = listFrom(tokens, quantities, index + 1)
    if (parts.length < 2 || !sameUnit(total, parts) || parts.some(({ value }) => value > total.value))
      continue
    if (isStrong(opener.lower) || sharesNoun(total, parts))
      return { total, parts, partial: hasPartialWords(tokens, next, parts) }
  }
  return null
}

/** "Of the 500 respondents, 300 agreed": the comma binds the parts to the total. */
function partitiveComma(tokens: readonly Token[], total: Quantity, gap: readonly Token[]): Token | undefined {
  const lead = tokens[total.first - 1]?.lower === 'the' ? tokens[total.first - 2] : tokens[total.first - 1]
  return lead?.lower === 'of' && lead.capital ? gap.find(({ lower }) => lower === ',') : undefined
}

/** ":" and "of whom" bind the parts to the total by themselves. */
function isStrong(opener: string): boolean {
  return (
    opener === ':' ||
    opener === ',' ||
    opener === 'whom' ||
    opener === 'which' ||
    opener === 'them' ||
    opener.startsWith('consist') ||
    opener.startsWith('compris') ||
    opener === 'namely'
  )
}

function sharesNoun(total: Quantity, parts: readonly Quantity[]): boolean {
  return (
    total.unit !== '' ||
    parts.every(({ noun }) => noun !== '' && noun !== total.noun) ||
    parts.every(({ noun }) => noun === total.noun)
  )
}

/** Parts one after another, with commas and "and" between them and few words each. */
function listFrom(tokens: readonly Token[], quantities: readonly Quantity[], from: number): Quantity[] {
  const parts: Quantity[] = []
  for (let index = from; index < quantities.length; index++) {
    const part = quantities[index] as Quantity
    const before = parts.at(-1)
    if (before) {
      const gap = tokens.slice(before.next, part.first)
      const linked = gap.some(
        ({ lower }) => lower === ',' || lower === 'and' || lower === 'plus' || lower === ';',
      )
      const broken = gap.some(({ lower }, index) => breaks.has(lower) && !(index === 0 && lower === 'of'))
      if (!linked || broken || gap.length > 9) break
    }
    parts.push(part)
  }
  return parts
}

const breaks = new Set([
  '.',
  'while',
  'whereas',
  'when',
  'after',
  'before',
  'than',
  'compared',
  'which',
  'from',
  'up',
  'down',
  'who',
  'whose',
  'because',
  ')',
  'of',
  'per',
  'each',
  'every',
  'since',
  'with',
])

/** "... in all", "a total of": the total behind its parts. */
function sumBeforeTotal(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  const total = quantities.at(-1)
  if (!total || quantities.length < 3) return null
  const lead = new Set(tokens.slice(Math.max(0, total.first - 5), total.first).map(({ lower }) => lower))
  const tail = new Set(tokens.slice(total.next, total.next + 4).map(({ lower }) => lower))
  const says =
    lead.has('total') ||
    lead.has('totalling') ||
    lead.has('altogether') ||
    (tail.has('all') && tail.has('in')) ||
    tail.has('altogether') ||
    (tail.has('total') && tail.has('in'))
  if (!says) return null
  const parts = listFrom(tokens, quantities.slice(0, -1), 0)
  const last = parts.at(-1)
  if (parts.length < 2 || parts.length !== quantities.length - 1 || !last || !sameUnit(total, parts))
    return null
  if (tokens.slice(last.next, total.first).some(({ lower }) => lower === 'of' && !lead.has('total')))
    return null
  return { total, parts, partial: false }
}

function sameUnit(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.every(({ unit, noun }) => unit === total.unit || (unit === '' && noun === ''))
}

function hasPartialWords(tokens: readonly Token[], next: Quantity, parts: readonly Quantity[]): boolean {
  const end = (parts.at(-1)?.next ?? next.next) + 8
  return tokens
    .slice(next.first - 2, end)
    .some(({ lower }) =>
      [
        'others',
        'rest',
        'remaining',
        'remainder',
        'other',
        'among',
        'including',
        'both',
        'respectively',
      ].includes(lower),
    )
}

/** Rounding is allowed for: half of the last digit shown for each loosely given or large part. */
function addsUp({ total, parts, partial }: Sum): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const loose = [total, ...parts].some(({ bound }) => bound !== 'exact')
  const tolerance = loose ? 0.05 * total.value : parts.reduce((all, { value }) => all + rounding(value), 0)
  if (partial) return sum <= total.value + tolerance
  return Math.abs(sum - total.value) <= tolerance + 1e-9
}

/** Half a unit of the last decimal for numbers with decimals and for millions; whole counts are exact. */
function rounding(value: number): number {
  if (!Number.isInteger(value)) return 0.05
  return value >= 1e6 && value % 1e5 === 0 ? 5e4 : 0
}

function mismatch(section: SectionView, sentence: PlacedSentence, { total, parts }: Sum): Finding {
  const { tokens } = sentence.paragraph.annotated
  const place = ({ first, next }: Quantity): { start: number; end: number } => ({
    start: sentence.paragraph.offset + (tokens[first]?.start ?? 0),
    end: sentence.paragraph.offset + (tokens[next - 1]?.end ?? 0),
  })
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const terms = parts.map(shown).join(' + ')
  return findingOf(totalMismatch, {
    severity: 'likely',
    message: `The parts make ${numberInWords(sum / total.factor)}, not ${shown(total)}`,
    spans: [total, ...parts].map((quantity) => placeOf(section, place(quantity))),
    context: [sentence.text],
    explanation: {
      reason: 'The sentence gives a total and its parts, and the parts do not add up to it.',
      arithmetic: [`${terms} = ${numberInWords(sum / total.factor)}; the total is given as ${shown(total)}.`],
      assumptions: ['That the list is complete: nothing in the sentence says that parts are left out.'],
      settle: 'The record from which the numbers were taken.',
    },
  })
}
