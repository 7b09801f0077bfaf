import { type PlacedSentence } from '../check-context.js'
import { type Quantity } from '../extract/quantities.js'
import { auxiliaries, irregularVerbs } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'
import { countsIn, inCurrencyOf, withoutShares } from './counts.js'
import { hasPartialWords, listFrom, listUpTo, sameUnit } from './parts-list.js'
import {
  bareSemicolon,
  isOfThem,
  ofThemComma,
  outcomeComma,
  partitiveComma,
  placedComma,
} from './binding-commas.js'

/** A total with its parts, and whether the parts may be only some of it. */
export interface Sum {
  total: Quantity
  parts: readonly Quantity[]
  partial: boolean
  /** Whether the text tells the second part as what lies between the total and the first. */
  isDifference?: true
}

/** The total of a sentence with the parts that are bound to it; null when it has none. */
export function sumIn({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { annotated } = paragraph
  const quantities = countsIn(annotated, sentence)
  if (quantities.length < 3) return null
  const { tokens } = annotated
  const sum =
    boundSum(tokens, quantities) ?? boundSum(tokens, inCurrencyOf(withoutShares(tokens, quantities)))
  return sum && { ...sum, parts: sum.parts.map((part) => inUnitOf(part, sum.total)) }
}

function boundSum(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  if (quantities.length < 3) return null
  return (
    sumAfterTotal(tokens, quantities) ?? sumBeforeTotal(tokens, quantities) ?? sumOutOf(tokens, quantities)
  )
}

/** "64 kilometres: 20 kilometres on the first day, 24 on the second": a bare part is told in the unit of the total. */
export function inUnitOf(part: Quantity, { unit, factor }: Quantity): Quantity {
  const isBare = part.unit === '' && part.noun === '' && unit !== ''
  return isBare ? { ...part, unit, factor, value: part.value * factor } : part
}

/** How far a sum may be from a total that only stands beside the list, as a share of the total. */
export const nearTotal = 0.3

/** "21 wins, 9 draws and 8 defeats from their 38 matches", "nine votes to four with two abstentions, all 15 being present". */
function sumOutOf(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  for (const [index, total] of quantities.entries()) {
    const last = quantities[index - 1]
    if (index < 2 || !last || total.noun === '' || total.unit !== '') continue
    const gap = tokens.slice(last.next, total.first)
    const lead = gap.findIndex(({ lower }) => outOf.has(lower))
    if (
      lead < 0 ||
      lead > (gap[lead]?.lower === 'all' ? 5 : 3) ||
      !gap.slice(lead + 1).every(({ lower }) => owning.has(lower))
    )
      continue
    const parts = listUpTo(tokens, quantities.slice(0, index), total)
    const isList = parts.length >= (gap[lead]?.lower === 'all' ? 2 : 3) && sameUnit(total, parts)
    if (!isList || parts.some(({ noun, value }) => noun === total.noun || value >= total.value)) continue
    if (isNear(total, parts, nearTotal)) return { total, parts, partial: false }
  }
  return null
}

const outOf = new Set(['from', 'in', 'out', 'all'])

const owning = new Set(['of', 'their', 'its', 'his', 'her', 'the', 'a', 'all'])

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
    const places = partsAtPlaces(tokens, quantities, index)
    if (places) return places
    const next = quantities[index + 1] as Quantity
    if (total.noun === '' && total.unit === '' && !isOfBody(tokens, total)) continue
    const gap = tokens.slice(total.next, next.first)
    const bound = gap.find(({ lower }) => openers.has(lower)) ?? partitiveComma(tokens, total, gap)
    const semicolon = bareSemicolon(tokens, quantities.slice(index + 1), gap)
    const opener =
      bound ??
      placedComma(tokens, quantities.slice(index + 1), gap) ??
      ofThemComma(tokens, next, gap) ??
      outcomeComma(tokens, quantities.slice(index + 1), gap) ??
      semicolon
    // "Lehman ($691 billion), Mutual ($328 billion)": a bracket around each.
    if (gap.some(({ lower }) => lower === ')')) continue
    if (
      !opener ||
      gap.length > longestLead(tokens, total, opener, gap) ||
      gap.some(({ lower }) => partialOpeners.has(lower) || (lower === ';' && opener !== semicolon))
    )
      continue
    const parts = listFrom(tokens, quantities, index + 1)
    if (parts.length < 2 || !sameUnit(total, parts) || parts.some(({ value }) => value > total.value))
      continue
    const isToldOf = gap.some(({ lower }) => /^(that|which|who)$/.test(lower))
    if (!isNear(total, parts, farTotal) || (isToldOf && isDividedAgain(parts))) continue
    if (!bound && isOfThem(tokens, next) && parts.length < 3) continue
    // "Of the 48 beds in the ward two are new": without a comma two numbers are no list.
    const isOpen = bound?.lower === 'of' && gap.length > 2 && !gap.some(({ lower }) => lower === ',')
    if (isOpen && parts.length < 3) continue
    if (isSplitByVerbs(tokens, parts) || mayOverlap(tokens, total, parts)) continue
    if (gap.length > 9 && !isNear(total, parts, parts.length < 3 ? nearPair : nearTotal)) continue
    const isFew = parts.length < 3 || opener === semicolon
    if (isLoose(opener.lower) && !isNear(total, parts, isFew ? nearTotal : looseTotal)) continue
    if (isRelative(opener.lower) && total.unit === '%') continue
    if (isRelative(opener.lower) && parts.length < 3 && !isNear(total, parts, nearTotal)) continue
    const isPlacedWhole = isNear(total, parts, parts.length > 2 ? nearTotal : nearPair)
    const isBare = parts.every(({ noun }) => noun === '') && isNear(total, parts, nearTotal)
    if (isStrong(opener.lower) || isBare || sharesNoun(total, parts))
      return { total, parts, partial: (!bound && !isPlacedWhole) || hasPartialWords(tokens, next, parts) }
  }
  return null
}

/** "91 people: …" and "Of the 91 people on the ship who were ill, …" may stand far before their parts. */
function longestLead(
  tokens: readonly Token[],
  total: Quantity,
  opener: Token,
  gap: readonly Token[],
): number {
  const isColon = opener.lower === ':' && gap.at(-1)?.lower === ':'
  const of = tokens[total.first - 1]?.lower === 'the' ? total.first - 2 : total.first - 1
  const isOpening = tokens[of]?.lower === 'of' && tokens[of]?.capital === true
  const isOneClause = gap.at(-1)?.lower === ',' && gap.filter(({ kind }) => kind === 'mark').length === 1
  return isColon || (isOpening && isOneClause) ? farColon : 9
}

/** Two parts that come so near their total are all of it, as a share of it. */
const nearPair = 0.12

/** Parts that come to twice the number before them are of something else: "900 pupils in 31 classes: 30 in the first, …". */
const farTotal = 1

/** How far behind its total a colon may open a list, in tokens; the sum must then be near it. */
const farColon = 18

/** "employs 350 people at three breweries: 160 at Alloa, 120 at Perth and 70 at Leven": a list as long as the number before it says. */
function partsAtPlaces(tokens: readonly Token[], quantities: readonly Quantity[], index: number): Sum | null {
  const [total, places] = [quantities[index], quantities[index + 1]]
  if (!total || !places || places.unit !== '' || places.value < 2 || places.value > 12) return null
  const first = quantities[index + 2]
  const gap = tokens.slice(places.next, first?.first ?? places.next).map(({ lower }) => lower)
  if (!first || !gap.includes(':') || gap.length > 5 || places.first - total.next > 6) return null
  const parts = listFrom(tokens, quantities, index + 2)
  const isList = parts.length === places.value && sameUnit(total, parts)
  const isPart = parts.every(({ value, noun }) => value < total.value && noun !== total.noun)
  return isList && isPart && total.bound === 'exact' && isNear(total, parts, nearTotal)
    ? { total, parts, partial: false }
    : null
}

/** "a jury of twelve", "the crew of nine": a number that a body has for its members. */
function isOfBody(tokens: readonly Token[], { first }: Quantity): boolean {
  return tokens[first - 1]?.lower === 'of' && bodies.has(tokens[first - 2]?.lower ?? '')
}

const bodies = new Set(
  'jury crew panel party team squad committee board council group family cast class staff band bench cabinet delegation'.split(
    ' ',
  ),
)

/** "Of the 12 ships that sailed four were lost, two in a storm and two by fire": the first part is what the others make. */
function isDividedAgain([first, ...rest]: readonly Quantity[]): boolean {
  return rest.length >= 2 && first?.value === rest.reduce((all, { value }) => all + value, 0)
}

/** A comma does not say that a list is whole: "Of the 1,014 layers, 22 were missing here and 17 there". */
function isLoose(opener: string): boolean {
  return opener === ',' || opener === 'of'
}

const looseTotal = 0.5

/** "Of the 120 pupils 80 took French and 60 took German": what one may do twice, told of more than there are. */
function mayOverlap(tokens: readonly Token[], total: Quantity, parts: readonly Quantity[]): boolean {
  const verbs = parts.map(({ next }) => tokens[next]?.lower ?? '')
  const [verb = ''] = verbs
  const isOver = parts.reduce((all, { value }) => all + value, 0) > total.value
  return isOver && parts.length === 2 && verbs.every((one) => one === verb) && severalTimes.test(verb)
}

const severalTimes =
  /^(took|take|play|played|speak|spoke|read|use|used|own|owned|like|liked|learn|learned|learnt|study|studied|know|knew|want|wanted|visit|visited|watch|watched|grow|grew|keep|kept|sell|sold|make|made)$/

/** "38 were men; 28 held a degree": behind a semicolon another verb divides the same people in another way. */
function isSplitByVerbs(tokens: readonly Token[], parts: readonly Quantity[]): boolean {
  return parts.some((part, index) => {
    const next = parts[index + 1]
    if (!next || tokens[next.first - 1]?.lower !== ';') return false
    const [a, b] = [part, next].map(({ next: at }) => tokens[at]?.lower ?? '')
    return a !== b && [a ?? '', b ?? ''].every((word) => auxiliaries.has(word) || irregularVerbs.has(word))
  })
}

/** "24 members, of whom nine were scientists and four were women": two marks that leave many out, and may overlap. */
function isRelative(opener: string): boolean {
  return opener === 'whom' || opener === 'which' || opener === 'them'
}

/** Whether parts make a total but for a share of it. */
export function isNear({ value }: Quantity, parts: readonly Quantity[], share: number): boolean {
  return Math.abs(parts.reduce((all, part) => all + part.value, 0) - value) <= share * value
}

/** ":" and "of whom" bind the parts to the total by themselves. */
function isStrong(opener: string): boolean {
  return (
    opener === ':' ||
    opener === ',' ||
    opener === 'of' ||
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

/** "... in all", "a total of": the total behind its parts. */
function sumBeforeTotal(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  for (const [index, total] of quantities.entries()) {
    const lead = new Set(tokens.slice(Math.max(0, total.first - 5), total.first).map(({ lower }) => lower))
    const behind = tokens.slice(total.next, total.next + 4).map(({ lower }) => lower)
    const tail = new Set(behind.includes('.') ? behind.slice(0, behind.indexOf('.')) : behind)
    if (index < 2 || total.value < 2 || !saysTotal(lead, tail)) continue
    const told = quantities
      .slice(0, index)
      .filter((count) => !isOfThese(tokens, count) && !isTotalAbout(count, total))
    const parts = listUpTo(tokens, told, total)
    const last = parts.at(-1)
    if (parts.length < 2 || !last || !sameUnit(total, parts)) continue
    if (!lead.has('total') && tokens[total.first - 1]?.lower === 'of') continue
    return { total, parts, partial: false }
  }
  return null
}

/** "More than 3,000 fish …, 2,120 trout, 640 salmon and 310 eels, 3,070 in all": the total told before, perhaps roughly. */
function isTotalAbout({ bound, value }: Quantity, total: Quantity): boolean {
  return (bound !== 'exact' && value > total.value / 2) || value === total.value
}

/** "these three": how many the parts are. */
function isOfThese(tokens: readonly Token[], { first, noun, unit }: Quantity): boolean {
  return noun === '' && unit === '' && /^(these|those|the|all)$/.test(tokens[first - 1]?.lower ?? '')
}

/** "made up the remaining £18 million": the last part, and no total. */
const closing = new Set('remaining rest other others balance remainder half most'.split(' '))

const summing = new Set('made make makes making add adds added adding'.split(' '))

/** Whether the words before or after a number make it the total of what was listed. */
function saysTotal(lead: ReadonlySet<string>, tail: ReadonlySet<string>): boolean {
  return (
    lead.has('total') ||
    (lead.has('up') &&
      [...lead].some((word) => summing.has(word)) &&
      ![...lead].some((word) => closing.has(word))) ||
    lead.has('totalling') ||
    lead.has('altogether') ||
    (tail.has('all') && tail.has('in')) ||
    tail.has('altogether') ||
    (tail.has('total') && tail.has('in'))
  )
}

/** Rounding is allowed for: half of the last digit shown for each loosely given or large part. */
export function addsUp({ total, parts, partial, isDifference }: Sum): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const loose = [total, ...parts].some(({ bound }) => bound !== 'exact')
  const rounded = isDifference ? [total, ...parts] : parts
  const tolerance = loose ? 0.05 * total.value : rounded.reduce((all, part) => all + rounding(part), 0)
  if (partial) return sum <= total.value + tolerance
  return Math.abs(sum - total.value) <= tolerance + 1e-9
}

/** Without what a computer adds in the last of its digits. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Half a unit of the last decimal for numbers with decimals and for millions; whole counts are exact. */
function rounding({ value, factor }: Quantity): number {
  if (!Number.isInteger(round(value / factor))) return 0.05 * factor
  return value >= 1e6 && value % 1e5 === 0 ? 5e4 : 0
}

/** Whether the parts make the total to the last unit. */
export function isExactly({ total, parts }: Sum): boolean {
  return Math.abs(parts.reduce((all, { value }) => all + value, 0) - total.value) < 1e-9 * total.value + 1e-9
}
