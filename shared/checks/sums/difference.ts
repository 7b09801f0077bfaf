import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { stemOf } from '../extract/en/stem.js'
import type { Token } from '../extract/tokens.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import { countsIn } from './counts.js'
import type { Sum } from './sum.js'

/**
 * Two figures and what lies between them: "18,000 homes were cut off; 13,500 are back, leaving 4,500", "won by 812 votes to
 * 801, a majority of eleven", "48,310 people, 3,310 more than in 2010, when there were 45,000". The larger figure is the total,
 * the smaller one and the difference are its parts; `before` are the sentences before in the text.
 */
export function differenceIn(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const counts = countsIn(annotated, sentence.sentence)
  if (counts.length === 0) return null
  const told = before
    .slice(-balanceReach)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .map((one) => countsIn(annotated, one.sentence))
  const { tokens } = annotated
  return (
    marginOf(tokens, counts) ??
    moreThan(tokens, counts) ??
    changeBetween(tokens, counts) ??
    shortOf(tokens, counts) ??
    votesApart(tokens, counts, told.at(-1) ?? []) ??
    leftOver(tokens, counts, told.at(-1) ?? []) ??
    balanceOf(tokens, counts, told.flat())
  )
}

/** How many sentences back income and spending may stand of which the balance is told. */
const balanceReach = 3

function difference(total: Quantity, parts: readonly Quantity[]): Sum {
  return { total, parts, partial: false, isDifference: true }
}

type Counts = readonly Quantity[]

const margins = /^(majority|margin|lead|advantage|gap|difference)$/

/** What says behind a margin that it is none of the score beside it. */
const elsewhere = /^(over |in the$|at the$|on aggregate$|overall)/

const voted = /^(votes?|seats?|points?|runs?|goals?)$/

/** "beat her by eleven votes, 812 to 801", "by 812 votes to 801, a majority of eleven". */
function marginOf(tokens: readonly Token[], counts: Counts): Sum | null {
  for (const [index, high] of counts.entries()) {
    const low = counts[index + 1]
    if (!low || high.value <= low.value || !isScore(tokens, high, low)) continue
    const margin = counts.find(
      (count) =>
        count !== high && count !== low && isMargin(tokens, count) && isBeside(tokens, count, high, low),
    )
    const least = Math.min(index, margin ? counts.indexOf(margin) : index)
    const most = Math.max(index + 1, margin ? counts.indexOf(margin) : 0)
    if (!margin || most - least !== 2 || isOfSomethingElse(tokens, margin, high, low)) continue
    if (areSlipsOfEachOther(high.value - low.value, margin.value)) return difference(high, [low, margin])
  }
  return null
}

/**
 * "300 seats to 200, a majority of 60": a majority of seats is over all the others, and those are more than the one that is
 * told. "3 to 1, a lead of four points": points are those of the table where nothing says that the score is in points.
 */
function isOfSomethingElse(
  tokens: readonly Token[],
  margin: Quantity,
  high: Quantity,
  low: Quantity,
): boolean {
  const word = (at: number): string => tokens[at]?.lower ?? ''
  const score = `${word(high.next)} ${word(low.next)}`
  const [noun, unit] = [word(margin.first - 2), word(margin.next)]
  if (noun === 'majority')
    return word(margin.first - 3) === 'overall' || /\bseats?\b/.test(`${score} ${unit}`)
  return /^(lead|advantage|gap)$/.test(noun) && /^points?$/.test(unit) && !/\bpoints?\b/.test(score)
}

/** "by eleven votes, by 812 to 801": an exact margin right beside the score, and not "led by twelve points and won 88 to 79". */
function isBeside(tokens: readonly Token[], margin: Quantity, high: Quantity, low: Quantity): boolean {
  const gap =
    margin.first < high.first ? tokens.slice(margin.next, high.first) : tokens.slice(low.next, margin.first)
  const isTurned = gap.some(({ lower }) => /^(and|but|after|before|while|when|at)$/.test(lower))
  return margin.bound === 'exact' && gap.length <= reach / 2 && !isTurned
}

/** "812 votes to 801", "by 812 to 801". */
function isScore(tokens: readonly Token[], high: Quantity, low: Quantity): boolean {
  const link = tokens.slice(high.next, low.first).map(({ lower }) => lower)
  const isTied = link.at(-1) === 'to' || link.at(-1) === 'against'
  const isCount = high.unit === '' && low.unit === '' && tokens[high.first - 1]?.lower !== 'from'
  return isCount && isTied && (link.length === 1 || (link.length === 2 && voted.test(link[0] ?? '')))
}

/** "by eleven votes", "a majority of eleven", but not "a lead of four points in the table", "a majority of 60 over all others". */
function isMargin(tokens: readonly Token[], { first, next }: Quantity): boolean {
  const [lead, noun] = [tokens[first - 1]?.lower ?? '', tokens[first - 2]?.lower ?? '']
  const end = voted.test(tokens[next]?.lower ?? '') ? next + 1 : next
  const behind = tokens.slice(end, end + 2).map(({ lower }) => lower)
  if (elsewhere.test(behind.join(' '))) return false
  return (lead === 'by' && voted.test(tokens[next]?.lower ?? '')) || (lead === 'of' && margins.test(noun))
}

/** How far apart the three figures of a comparison may stand, in tokens. */
const reach = 16

/** "48,310 people, 3,310 more than ten years ago, when there were 45,000"; the figure that has more may stand in the sentence before. */
function moreThan(tokens: readonly Token[], all: Counts): Sum | null {
  // "26 more than the old one, which had 709": no number.
  const counts = all.filter(({ first }) => tokens[first]?.lower !== 'one')
  for (const [index, now] of counts.entries()) {
    const [more, then] = [counts[index + 1], counts[index + 2]]
    if (!more || !then || counts.length > index + 3) continue
    const direction = comparison(tokens, more)
    if (direction === 0 || !areOneKind(now, then) || !areOneKind(now, more)) continue
    const gap = tokens.slice(now.next, more.first).map(({ lower }) => lower)
    const rest = tokens.slice(more.next, then.first).map(({ lower }) => lower)
    if (gap.length > reach / 2 || rest.length > reach || !gap.includes(',') || !isBase(rest)) continue
    const [large, small] = direction > 0 ? [now, then] : [then, now]
    const real = (large.value - small.value) / more.factor
    if (large.value > small.value && areSlipsOfEachOther(real, more.value / more.factor))
      return difference(large, [small, more])
  }
  return null
}

/** 1 for "300 more than", -1 for "300 fewer than", 0 for neither. */
export function comparison(tokens: readonly Token[], { next, unit }: Quantity): -1 | 0 | 1 {
  const at = [next, next + 1, next + 2].find((place) => tokens[place]?.lower === 'than')
  if (at === undefined || unit === '%') return 0
  const word = tokens[at - 1]?.lower ?? ''
  if (/^(more|higher)$/.test(word)) return 1
  return /^(fewer|less|lower)$/.test(word) ? -1 : 0
}

/** "than ten years ago, when there were", "than last year's": the figure behind is what the first is measured against. */
function isBase(words: readonly string[]): boolean {
  const behind = words.slice(words.indexOf('than') + 1)
  const isWhen =
    (behind.includes('when') || /^(had|has|was|were)$/.test(behind.at(-1) ?? '')) && !behind.includes('and')
  return isWhen || (!behind.includes(',') && /^('s|the|of|its|their)$/.test(behind.at(-1) ?? ''))
}

const changes =
  /^(increase|rise|gain|growth|jump|fall|drop|decrease|decline|cut|loss|reduction|difference|gap)$/

/**
 * "from 58,900 to 61,400, an increase of 2,500", "fell by 4,100, from 61,300 to 57,200", "began with £3,412 and ended with £4,107,
 * £695 more": a change told as a figure of its own beside its two ends.
 */
function changeBetween(tokens: readonly Token[], counts: Counts): Sum | null {
  for (const [index, one] of counts.entries()) {
    const other = counts[index + 1]
    if (!other || one.unit !== other.unit) continue
    const change = [counts[index + 2], counts[index - 1]].find(
      (count) => count?.unit === one.unit && isChange(tokens, count, other.next),
    )
    if (!change || !areOneKind(one, other) || !areOneKind(change, one)) continue
    if (change.first > other.first && change.first - other.next > reach / 2) continue
    if (!areEnds(tokens, one, other, change) || change.bound !== 'exact') continue
    const [large, small] = one.value > other.value ? [one, other] : [other, one]
    const real = (large.value - small.value) / change.factor
    const isSlip = areSlipsOfEachOther(real, change.value / change.factor)
    if (large.value > small.value && (isSlip || isNamedAfter(tokens, one, other, change)))
      return difference(large, [small, change])
  }
  return null
}

/** How far a difference that is told right behind its two ends may be from them, as a share of it. */
const roundedBy = 0.06

/** "fell from £48m to £39m, a drop of £11m": nothing else can be meant, whatever digits are wrong. */
function isNamedAfter(tokens: readonly Token[], one: Quantity, other: Quantity, change: Quantity): boolean {
  const link = tokens.slice(other.next, change.first).map(({ lower }) => lower)
  const isApposed = link[0] === ',' && /^an?$/.test(link[1] ?? '') && link.at(-1) === 'of' && link.length <= 4
  const isFromTo = tokens[one.first - 1]?.lower === 'from' && tokens[other.first - 1]?.lower === 'to'
  const real = Math.abs(other.value - one.value)
  // "a loss of 4,000 in the town": only some of it.
  const behind = tokens.slice(change.next, change.next + 2).map(({ lower }) => lower)
  if (!behind.some((word) => /^[,.;:)]$/.test(word)) || /^(in|on|at|for|of|from)$/.test(behind[0] ?? ''))
    return false
  return isApposed && isFromTo && Math.abs(real - change.value) > roundedBy * change.value
}

/** "an increase of 2,500", "by 4,100", "£695 more": a figure that is the change and no end of it. */
function isChange(tokens: readonly Token[], { first, next, unit }: Quantity, from: number): boolean {
  const [lead, noun] = [tokens[first - 1]?.lower ?? '', tokens[first - 2]?.lower ?? '']
  if (unit === '%') return false
  if (first < from) return lead === 'by'
  const isMore = /^(more|less|fewer|up|down)$/.test(tokens[next]?.lower ?? '')
  return (lead === 'of' && changes.test(noun)) || (isMore && tokens[next + 1]?.lower !== 'than')
}

/** "from 61,300 to 57,200", "61,400 patients as against 58,900", and with the change behind them also "began with 12 and ended with 15". */
function areEnds(tokens: readonly Token[], one: Quantity, other: Quantity, change: Quantity): boolean {
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  if (link.length > reach) return false
  const isFromTo = tokens[one.first - 1]?.lower === 'from' && link.at(-1) === 'to'
  const isCompared = link.some((word) => /^(against|compared)$/.test(word))
  const isToldTwice =
    change.first > other.first &&
    link.includes('and') &&
    link.some((word) => /^(ended|closed|finished|now)$/.test(word))
  return isFromTo || isCompared || isToldTwice
}

/** "20.6 kilometres long, 500 metres short of the 21.1 kilometres it should have been". */
function shortOf(tokens: readonly Token[], counts: Counts): Sum | null {
  for (const [index, own] of counts.entries()) {
    const [gap, mark] = [counts[index + 1], counts[index + 2]]
    if (!gap || !mark || !areOneKind(own, mark) || !areOneKind(gap, own)) continue
    const link = tokens.slice(gap.next, mark.first).map(({ lower }) => lower)
    const word = link[0] ?? ''
    const isTied = link.length <= 3 && /^(short|below|above|over|beyond|under)$/.test(word)
    const isMarked = tokens.slice(own.next, gap.first).some(({ lower }) => lower === ',')
    const isOfIts = word === 'short' || /^(the|its|their|his|her)$/.test(link[1] ?? '')
    if (!isTied || !isMarked || !isOfIts || gap.first - own.next > reach / 2) continue
    const [large, small] = /^(short|below|under)$/.test(word) ? [mark, own] : [own, mark]
    if (large.value > small.value && gap.value < large.value) return difference(large, [small, gap])
  }
  return null
}

/** "52 voted for the bill and 39 against … The majority of 13": the sides of a vote of the sentence before, or of this one. */
function votesApart(tokens: readonly Token[], counts: Counts, told: Counts): Sum | null {
  const margin = counts.find((count) => count.bound === 'exact' && isMargin(tokens, count))
  if (!margin) return null
  const sides = [...told, ...counts].filter((count) => count !== margin)
  const yes = sides.find((count) => isSide(tokens, count, /^(for|favour|favor)$/))
  const no = sides.find((count) => isSide(tokens, count, /^against$/))
  if (!yes || !no || yes.value === no.value) return null
  const [high, low] = yes.value > no.value ? [yes, no] : [no, yes]
  return areSlipsOfEachOther(high.value - low.value, margin.value) ? difference(high, [low, margin]) : null
}

/** "52 voted for", "39 members were against", "40 in favour". */
function isSide(tokens: readonly Token[], { next, unit }: Quantity, side: RegExp): boolean {
  const behind = tokens.slice(next, next + 4).map(({ lower }) => lower)
  const at = behind.findIndex((word) => side.test(word))
  return unit === '' && at >= 0 && !behind.slice(0, at).some((word) => /^[,;.]$|^and$/.test(word))
}

const leavings = /^(leaving|leaves)$/

const harmed = /^(injured|hurt|killed|dead|wounded|homeless|injuring|killing|wounding|stranded|orphaned)$/

/**
 * "13,500 had been reconnected, leaving 4,500": what is left of two figures of the sentence, or of it and the only one of the
 * sentence before. Nothing says that they belong together but their size, so that one digit must make it right.
 */
function leftOver(tokens: readonly Token[], counts: Counts, told: Counts): Sum | null {
  const rest = counts.find((count) => isLeft(tokens, count))
  if (!rest || rest.bound !== 'exact') return null
  const own = counts.slice(0, counts.indexOf(rest)).filter((count) => areOneKind(count, rest))
  const earlier = told.filter((count) => areOneKind(count, rest))
  const figures = own.length >= 2 ? own : [...earlier, ...own]
  const [whole, gone] = [...figures].sort((a, b) => b.value - a.value)
  if (!whole || !gone || figures.length !== 2 || gone.value === whole.value || rest.value >= whole.value)
    return null
  const words = tokens.slice(Math.min(whole.first, gone.first), rest.next + leftReach)
  if (words.some(({ lower }) => harmed.test(lower))) return null
  const real = whole.value - gone.value
  const isSlip = (found: number, { value, factor }: Quantity): boolean =>
    areSlipsOfEachOther(found / factor, value / factor)
  // Where all three stand in one sentence, any of them may have the wrong digit.
  const isClose =
    isSlip(real, rest) ||
    (own.length >= 2 && (isSlip(gone.value + rest.value, whole) || isSlip(whole.value - rest.value, gone)))
  return isClose ? difference(whole, [gone, rest]) : null
}

/** How far before a figure "leaving" may stand, in tokens. */
const leftReach = 4

/** "leaving 4,500", "is left with 4,500", "leaves only 4,500", "leaving a balance of £120". */
function isLeft(tokens: readonly Token[], { first }: Quantity): boolean {
  const lead = tokens.slice(Math.max(0, first - leftReach), first).map(({ lower }) => lower)
  const at = lead.findLastIndex(
    (word, place) => leavings.test(word) || (word === 'left' && lead[place + 1] === 'with'),
  )
  return at >= 0 && !lead.slice(at).some((word) => /^[,;.]$/.test(word))
}

export function areOneKind(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.unit === '%') return false
  return a.noun === b.noun || [a, b].some(({ noun }) => notNouns.has(noun)) || a.unit !== ''
}

/** Stems of what stands behind a number that leaves its noun to the reader: "40 fewer than", "4,500 still in the dark". */
const notNouns = new Set(['', ...['fewer', 'less', 'more', 'higher', 'lower', 'still'].map(stemOf)])

const incomes = new Set('income revenue revenues receipts takings turnover received earned'.split(' '))
const outgoings = new Set('spending expenditure costs expenses outgoings outlay spent'.split(' '))
const balances = new Set('surplus profit deficit loss shortfall'.split(' '))

/** How far before a sum the word for what it is may stand, in tokens. */
const nameReach = 8

/** "Income was £24,600. … Spending is put at £23,850, … That would leave a surplus of £750." */
function balanceOf(tokens: readonly Token[], counts: Counts, told: Counts): Sum | null {
  const balance = named(tokens, counts, balances)
  if (!balance || balance.unit === '' || balance.bound !== 'exact') return null
  const [income, spending] = [incomes, outgoings].map((names) => named(tokens, [...told, ...counts], names))
  if (!income || !spending || income.unit !== spending.unit || income.unit !== balance.unit) return null
  const [large, small] = income.value > spending.value ? [income, spending] : [spending, income]
  const real = (large.value - small.value) / balance.factor
  const isGain = /^(surplus|profit)$/.test(nameBefore(tokens, balance))
  if (isGain !== (large === income) || !areSlipsOfEachOther(real, balance.value / balance.factor)) return null
  return difference(large, [small, balance])
}

/** The first sum that a word of some kind names. */
function named(tokens: readonly Token[], counts: Counts, names: ReadonlySet<string>): Quantity | undefined {
  return counts.find((count) => count.unit !== '%' && names.has(nameBefore(tokens, count)))
}

/** The nearest word before a sum that names it, of its own clause: "a surplus of £750", "spending is put at £23,850". */
function nameBefore(tokens: readonly Token[], { first }: Quantity): string {
  for (let at = first - 1; at >= Math.max(0, first - nameReach); at--) {
    const word = tokens[at]?.lower ?? ''
    if (word === ',' || word === ';' || word === ':' || word === '.') return ''
    if (incomes.has(word) || outgoings.has(word) || balances.has(word)) return word
  }
  return ''
}
