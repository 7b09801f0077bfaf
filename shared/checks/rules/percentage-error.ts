import type { Finding } from '../../domain/finding.js'
import { type PlacedSentence, proseSentences, type SectionRule, type SectionView } from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'

/** Percentages that their own numbers refute: a wrong change, a wrong share, shares of more than the whole. */
export const percentageError: SectionRule = {
  id: 'percentage-error',
  category: 'percentage-error',
  scope: 'section',
  run: (section) =>
    proseSentences(section).flatMap((sentence) => {
      const quantities = quantitiesIn(sentence)
      if (!quantities.some(({ unit }) => unit === '%') && !hasFactor(sentence)) return []
      return [wrongChange, wrongFactor, wrongShare, sharesOverWhole, overWhole].flatMap((find) => {
        const slip = find(sentence, quantities)
        return slip ? [findingFor(section, sentence, slip)] : []
      })
    }),
}

interface Slip {
  evidence: readonly Quantity[]
  message: string
  reason: string
  arithmetic: string
}

function quantitiesIn({ paragraph, sentence }: PlacedSentence): Quantity[] {
  return paragraph.annotated.quantities.filter(
    ({ first }) => first >= sentence.first && first < sentence.next,
  )
}

function tokensOf({ paragraph }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens
}

function findingFor(section: SectionView, sentence: PlacedSentence, slip: Slip): Finding {
  const tokens = tokensOf(sentence)
  const { offset } = sentence.paragraph
  const places = slip.evidence.map(({ first, next }) =>
    placeOf(section, {
      start: offset + (tokens[first]?.start ?? 0),
      end: offset + (tokens[next - 1]?.end ?? 0),
    }),
  )
  return findingOf(percentageError, {
    severity: 'likely',
    message: slip.message,
    spans: places,
    context: [sentence.text],
    explanation: {
      reason: slip.reason,
      arithmetic: [slip.arithmetic],
      settle: 'The two figures in the record from which they were taken.',
    },
  })
}

const rises =
  /^(rose|rise|rises|risen|grew|grow|grown|increased?|increases|climbed|jumped|up|gained|surged|soared|rising|growing|increasing|raised)$/
const falls =
  /^(fell|fall|falls|fallen|dropped|drop|declined?|decreased?|shrank|down|lost|cut|reduced|slid|plunged|sank|falling|dropping|declining|lowered)$/

/** The figures of "from 50 to 65", with the words of rise or fall around them. */
interface Change {
  before: Quantity
  after: Quantity
  direction: 1 | -1
}

function changeIn(sentence: PlacedSentence, quantities: readonly Quantity[]): Change | null {
  const tokens = tokensOf(sentence)
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
  const up = words.some(({ lower }) => rises.test(lower))
  const down = words.some(({ lower }) => falls.test(lower))
  if (up === down) return null
  for (const [index, after] of quantities.entries()) {
    const before = quantities[index - 1]
    if (!before || before.unit === '%' || after.unit === '%' || !sameMeasure(before, after)) continue
    const link = tokens.slice(before.next, after.first).map(({ lower }) => lower)
    if (tokens[before.first - 1]?.lower === 'from' && link.length <= 4 && link.at(-1) === 'to') {
      return { before: inUnitOf(before, after), after, direction: up ? 1 : -1 }
    }
    const lead = tokens[before.first - 1]?.lower
    if (lead === 'to' && link.at(-1) === 'from' && link.length <= 5)
      return { before: after, after: inUnitOf(before, after), direction: up ? 1 : -1 }
  }
  return changeSince(tokens, quantities, up ? 1 : -1)
}

/** "84 million pounds, up 15 percent from 80 million": the new figure, the change, the old one. */
function changeSince(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  for (const [index, share] of quantities.entries()) {
    const [after, before] = [quantities[index - 1], quantities[index + 1]]
    if (share.unit !== '%' || !after || !before || after.unit === '%' || after.unit !== before.unit) continue
    const link = tokens.slice(share.next, before.first).map(({ lower }) => lower)
    if (link.length <= 2 && link[0] === 'from' && share.first - after.next <= 8)
      return { before, after, direction }
  }
  return null
}

/** A bare number before one with a unit is meant in that unit: "from 50 to 65 tonnes". */
function inUnitOf(bare: Quantity, measured: Quantity): Quantity {
  return bare.unit === '' ? { ...bare, value: bare.value * measured.factor, factor: measured.factor } : bare
}

function sameMeasure(a: Quantity, b: Quantity): boolean {
  return (
    a.unit === b.unit ||
    (a.unit !== '' && b.unit === '' && b.noun === '') ||
    (b.unit !== '' && a.unit === '' && a.noun === '')
  )
}

/** "rose by 20 percent from 50 to 65". */
function wrongChange(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
  const change = changeIn(sentence, quantities)
  const shares = quantities.filter(({ unit }) => unit === '%')
  const [share] = shares
  if (!change || !share || shares.length !== 1 || change.before.value === 0) return null
  if (scaleDiffers(change)) return null
  const real = (100 * (change.after.value - change.before.value)) / change.before.value
  const said = share.value * change.direction
  const tolerance = toleranceFor(share, [change.before, change.after])
  if (Math.abs(real - said) <= tolerance || isBoundedBy(share, Math.abs(real))) return null
  const [a, b] = [shown(change.before), shown(change.after)]
  return {
    evidence: [share, change.before, change.after],
    message: `From ${a} to ${b} is ${numberInWords(Math.abs(round(real)))} %, not ${numberInWords(share.value)} %`,
    reason: 'The change in percent does not follow from the two figures beside it.',
    arithmetic: `(${b} − ${a}) / ${a} = ${numberInWords(round(real))} %.`,
  }
}

/** "from 3 to 3.5 million": the first figure lacks its multiplier. */
function scaleDiffers({ before, after }: Change): boolean {
  return after.value >= 1e5 * before.value || before.value >= 1e5 * after.value
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A percentage is good to half of its last digit, at least one point; figures that are rounded blur it further. */
function toleranceFor(share: Quantity, figures: readonly Quantity[]): number {
  const loose = [share, ...figures].some(({ bound }) => bound !== 'exact')
  const blur = figures.reduce(
    (all, { value }) => all + (value < 10 && !Number.isInteger(value) ? 5 / value : 0),
    0,
  )
  return (loose ? Math.max(3, share.value * 0.15) : 1) + blur
}

function isBoundedBy(share: Quantity, real: number): boolean {
  return (share.bound === 'least' && real >= share.value) || (share.bound === 'most' && real <= share.value)
}

const factors: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
])

function hasFactor({ paragraph, sentence }: PlacedSentence): boolean {
  return paragraph.annotated.tokens
    .slice(sentence.first, sentence.next)
    .some(({ lower }) => factors.has(lower))
}

/** "doubled from 40 to 90". */
function wrongFactor(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
  const tokens = tokensOf(sentence)
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const factor = factors.get(tokens[at]?.lower ?? '')
    if (factor === undefined) continue
    if (
      /^(nearly|almost|about|more|roughly)$/.test(tokens[at - 1]?.lower ?? '') ||
      tokens[at - 1]?.lower === 'than'
    )
      return null
    const [before, after] = quantities.filter(({ first }) => first > at)
    if (
      !before ||
      !after ||
      tokens[before.first - 1]?.lower !== 'from' ||
      tokens[after.first - 1]?.lower !== 'to' ||
      before.value === 0
    )
      return null
    const real = after.value / before.value
    if (real <= 0 || Math.abs(real - factor) <= factor * 0.12 || real > 1e5) return null
    return {
      evidence: [before, after],
      message: `From ${numberInWords(before.value)} to ${numberInWords(after.value)} is not “${tokens[at]?.lower ?? ''}”`,
      reason: `“${tokens[at]?.lower ?? ''}” does not follow from the two figures behind it.`,
      arithmetic: `${numberInWords(after.value)} / ${numberInWords(before.value)} = ${numberInWords(real)}.`,
    }
  }
  return null
}

/** "12 of the 48 members (30 percent)", "30 percent, or 12 of 48". */
function wrongShare(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
  const tokens = tokensOf(sentence)
  for (const [index, part] of quantities.entries()) {
    const whole = quantities[index + 1]
    if (!whole || part.unit !== '' || whole.unit !== '' || part.value > whole.value || whole.value === 0)
      continue
    const link = tokens.slice(part.next, whole.first).map(({ lower }) => lower)
    const isShare = (link[0] === 'of' || link[0] === 'out') && link.length <= 4 && !link.includes(',')
    if (!isShare) continue
    const share = quantities[index + 2]?.unit === '%' ? quantities[index + 2] : quantities[index - 1]
    if (!share || share.unit !== '%' || !isBeside(tokens, share, part, whole)) continue
    const real = (100 * part.value) / whole.value
    if (Math.abs(real - share.value) <= toleranceFor(share, []) || isBoundedBy(share, real)) continue
    return {
      evidence: [share, part, whole],
      message: `${numberInWords(part.value)} of ${numberInWords(whole.value)} is ${numberInWords(round(real))} %, not ${numberInWords(share.value)} %`,
      reason: 'The share in percent does not follow from the two numbers beside it.',
      arithmetic: `${numberInWords(part.value)} / ${numberInWords(whole.value)} = ${numberInWords(round(real))} %.`,
    }
  }
  return null
}

/** Whether a share and "12 of 48" are tied by a bracket, a comma with "or", or a dash. */
function isBeside(tokens: readonly Token[], share: Quantity, part: Quantity, whole: Quantity): boolean {
  const gap =
    share.first > whole.first ? tokens.slice(whole.next, share.first) : tokens.slice(share.next, part.first)
  const words = gap.map(({ lower }) => lower)
  return (
    gap.length <= 4 &&
    words.some((word) => word === '(' || word === 'or' || word === '–' || word === '—' || word === ',')
  )
}

const wholes =
  /^(vote|voter|ballot|respondent|household|member|pupil|student|resident|share|worker|employ|seat|turnout|people|population|inhabit|patient|area|surfac|budget|total|particip|electorat|capac|adult|child|women|men|case|body|bodi|land|territor)/

/** "45 % voted yes, 40 % no and 25 % abstained": shares of one whole that make more than it. */
function sharesOverWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit, value }) => unit === '%' && value > 0 && value <= 100)
  if (shares.length < 3) return null
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
  if (words.some(({ lower }) => rises.test(lower) || falls.test(lower) || overlaps.has(lower))) return null
  const listed = shares.every((share, index) => {
    const before = shares[index - 1]
    if (!before) return true
    const gap = tokens.slice(before.next, share.first)
    return gap.length <= 9 && gap.some(({ lower }) => lower === ',' || lower === 'and' || lower === ';')
  })
  const isOfWhole =
    words.some(({ lower }) => wholes.test(lower)) ||
    words.some(({ lower }) => /^(abstained|voted|against|undecided|rest|remaining)$/.test(lower))
  const sum = shares.reduce((all, { value }) => all + value, 0)
  if (!listed || !isOfWhole || sum <= 100 + shares.length) return null
  return {
    evidence: shares,
    message: `The shares make ${numberInWords(sum)} %`,
    reason: 'The sentence divides one whole into shares that make more than the whole.',
    arithmetic: `${shares.map(({ value }) => numberInWords(value)).join(' + ')} = ${numberInWords(sum)}.`,
  }
}

const overlaps = new Set([
  'multiple',
  'also',
  'both',
  'overlap',
  'respectively',
  'compared',
  'than',
  'among',
  'from',
  'previous',
  'earlier',
  'while',
  'each',
  'last',
  'versus',
  'named',
  'answers',
])

/** "104 percent of voters": more than all of what cannot be more than all. */
function overWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
  const tokens = tokensOf(sentence)
  for (const share of quantities) {
    if (share.unit !== '%' || share.value <= 100 || share.value > 1000) continue
    const after = tokens.slice(share.next, share.next + 5).map(({ lower }) => lower)
    const before = tokens.slice(Math.max(0, share.first - 4), share.first).map(({ lower }) => lower)
    const ofWhole =
      after[0] === 'of' &&
      after
        .slice(1, 4)
        .some((word) =>
          /^(voters|respondents|households|members|pupils|students|residents|voted|ballots|votes|electorate|inhabitants|patients|seats|people|population|employees|workers)$/.test(
            word,
          ),
        )
    const turnout = before.includes('turnout') || after[0] === 'turnout'
    if ((!ofWhole && !turnout) || before.some((word) => rises.test(word))) continue
    return {
      evidence: [share],
      message: `${numberInWords(share.value)} % is more than all of them`,
      reason: 'A share of a whole cannot be more than 100 %.',
      arithmetic: `${numberInWords(share.value)} > 100.`,
    }
  }
  return null
}
