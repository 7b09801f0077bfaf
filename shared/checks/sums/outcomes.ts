import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { countsIn } from './counts.js'
import type { Sum } from './sum.js'

const outcomes = /^(won|winning|lost|losing|drawn|drew|drawing|tied)$/

/** How many tokens may stand between two outcomes: "of their nine games and". */
const reach = 8

/** "have won seven of the nine and drawn three": outcomes of one series that are more than its games. Null when they fit into it. */
export function overOutcomes({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const counts = countsIn(paragraph.annotated, sentence)
  for (const [index, won] of counts.entries()) {
    const total = counts[index + 1]
    if (!total || !isOutcome(tokens, won) || !isOf(tokens, won, total)) continue
    const others: Quantity[] = []
    for (const other of counts.slice(index + 2)) {
      const before = others.at(-1) ?? total
      const gap = tokens.slice(before.next, other.first)
      const isApart = gap.length > reach || gap.some(({ lower }) => /^[;:.]$/.test(lower))
      if (!isOutcome(tokens, other) || isApart) break
      others.push(other)
    }
    const parts = [won, ...others]
    const isOver = parts.reduce((all, { value }) => all + value, 0) > total.value
    if (others.length > 0 && isOver && others.every(({ value }) => value < total.value))
      return { total, parts, partial: false }
  }
  return null
}

function isOutcome(tokens: readonly Token[], { first, bound }: Quantity): boolean {
  return bound === 'exact' && outcomes.test(tokens[first - 1]?.lower ?? '')
}

/** "seven of the nine", "seven of their last nine". */
function isOf(tokens: readonly Token[], { next, value }: Quantity, total: Quantity): boolean {
  const link = tokens.slice(next, total.first).map(({ lower }) => lower)
  return link[0] === 'of' && link.length <= 4 && value <= total.value
}

/** "would have saved 70 of the 68 houses": a part that is more than its whole. */
export function overWhole({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const counts = countsIn(paragraph.annotated, sentence)
  for (const [index, part] of counts.entries()) {
    const total = counts[index + 1]
    if (!total || part.unit !== total.unit || part.unit === '%' || part.value <= total.value) continue
    const link = tokens.slice(part.next, total.first).map(({ lower }) => lower)
    const isPart =
      part.noun === '' && link.length === 2 && link[0] === 'of' && /^(the|its|their)$/.test(link[1] ?? '')
    const isExact = part.bound === 'exact' && total.bound === 'exact' && total.noun !== ''
    if (isPart && isExact && total.value >= leastWhole) return { total, parts: [part], partial: false }
  }
  return null
}

/** Small numbers behind "of the" may name what they count: "12 of the two". */
const leastWhole = 5

/** "All five were tried. Four were transported and two were hanged.": what became of all, told for more than there were. */
export function overAll(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const last = before.at(-1)
  if (last?.paragraph !== sentence.paragraph) return null
  const { annotated } = sentence.paragraph
  const [total, another] = countsIn(annotated, last.sentence)
  const parts = countsIn(annotated, sentence.sentence)
  const isAll =
    total && total.first === last.sentence.first + 1 && annotated.tokens[total.first - 1]?.lower === 'all'
  if (!total || another || !isAll || parts.length !== 2 || parts[0]?.first !== sentence.sentence.first)
    return null
  const isBare = parts.every(
    ({ noun, unit, bound, value }) => noun === '' && unit === '' && bound === 'exact' && value < total.value,
  )
  const [one, other] = parts
  if (!isBare || !one || !other || one.value + other.value <= total.value) return null
  const wordsIn = (from: number, to: number): string[] =>
    annotated.tokens.slice(from, to).map(({ lower }) => lower)
  const excludes = areExclusive(wordsIn(one.next, other.first), wordsIn(other.next, sentence.sentence.next))
  return excludes ? { total, parts, partial: false } : null
}

/** Lists of what nobody, or nothing, can be two of; words between bars are of one sort. */
const exclusive = [
  ['hanged|executed|beheaded', 'transported|banished|exiled', 'acquitted'],
  ['convicted', 'acquitted|cleared'],
  ['dead|died|killed|drowned', 'alive|survived|unhurt|unharmed'],
  ['men', 'women', 'boys', 'girls'],
  ['adults', 'children'],
  ['won', 'lost', 'drawn'],
  ['approved|accepted|adopted|passed', 'rejected|refused|defeated|failed'],
].map((sorts) => sorts.map((words) => new Set(words.split('|'))))

/** Words with which an outcome is not that of the number before it, is told of some again, or is one of several: "of murder". */
const blurs = new Set('not never no nearly also later then both of'.split(' '))

/** Whether two clauses tell of outcomes of which nobody can have both: "were transported", "were hanged". */
function areExclusive(one: readonly string[], other: readonly string[]): boolean {
  if ([...one, ...other].some((word) => blurs.has(word))) return false
  return exclusive.some((sorts) => {
    const [a, b] = [one, other].map((words) => sorts.findIndex((sort) => sort.has(outcomeOf(words)))) as [
      number,
      number,
    ]
    return a >= 0 && b >= 0 && a !== b
  })
}

/** The word behind "were", or the one that stands in its place: "(four) died", "(two), the brothers, were hanged". */
function outcomeOf(words: readonly string[]): string {
  return words[words.findIndex((word) => word === 'were' || word === 'was') + 1] ?? ''
}
