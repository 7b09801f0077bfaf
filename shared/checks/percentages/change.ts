import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'
import { fractionAt } from './share.js'
import { falls, isBoundedBy, rises, round, type Slip, tokensOf, toleranceFor } from './slip.js'

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
  if (up === down || words.filter(({ lower }) => lower === 'from').length > 1) return null
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
  return changeSince(tokens, quantities, up ? 1 : -1) ?? changeTo(tokens, quantities, up ? 1 : -1)
}

/** "was raised from $2 million to …, an increase of 50 percent": two figures, the second behind "to", and a change named. */
function changeTo(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  const [before, after, share] = quantities
  if (!before || !after || quantities.length !== 3 || share?.unit !== '%' || before.unit !== after.unit)
    return null
  if (before.unit === '' || tokens[after.first - 1]?.lower !== 'to') return null
  const link = tokens.slice(before.next, after.first)
  const isNamed =
    tokens[share.first - 1]?.lower === 'of' && changeNouns.has(tokens[share.first - 2]?.lower ?? '')
  const isMoved = link.some(({ lower }) => rises.test(lower) || falls.test(lower))
  return isNamed && isMoved && link.length <= 6 ? { before, after, direction } : null
}

const changeNouns = new Set(
  'increase rise growth jump gain drop fall cut decline decrease reduction'.split(' '),
)

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
export function namedChange(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const change = changeIn(sentence, quantities)
  const told = quantities.filter(({ unit }) => unit === '%')
  const shares = told.length > 0 ? told : fractionsBy(sentence)
  const [share] = shares
  if (!change || !share || shares.length !== 1 || change.before.value === 0) return []
  if (scaleDiffers(change)) return []
  const real = (100 * (change.after.value - change.before.value)) / change.before.value
  const said = share.value * change.direction
  const tolerance = toleranceFor(share, [change.before, change.after])
  const holds = Math.abs(real - said) <= tolerance || isBoundedBy(share, Math.abs(real))
  const [a, b] = [shown(change.before), shown(change.after)]
  return [
    {
      holds,
      evidence: [share, change.before, change.after],
      message: `From ${a} to ${b} is ${numberInWords(Math.abs(round(real)))} %${holds ? '' : `, not ${numberInWords(share.value)} %`}`,
      reason: `The change in percent ${holds ? 'follows' : 'does not follow'} from the two figures beside it.`,
      arithmetic: `(${b} − ${a}) / ${a} = ${numberInWords(round(real))} %.`,
    },
  ]
}

/** "up by half", "fell by a third": the change as a fraction. */
function fractionsBy(sentence: PlacedSentence): Quantity[] {
  const tokens = tokensOf(sentence)
  const found: Quantity[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const fraction = fractionAt(tokens, at)
    if (!fraction || tokens[fraction.first - 1]?.lower !== 'by') continue
    const { first, next, real } = fraction
    found.push({ first, next, value: real, factor: 1, unit: '%', noun: '', bound: 'about' })
  }
  return found
}

/** "from 3 to 3.5 million": the first figure lacks its multiplier. */
function scaleDiffers({ before, after }: Change): boolean {
  return after.value >= 1e5 * before.value || before.value >= 1e5 * after.value
}

const factors: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
])

export function hasFactor({ paragraph, sentence }: PlacedSentence): boolean {
  return paragraph.annotated.tokens
    .slice(sentence.first, sentence.next)
    .some(
      ({ lower }, index, words) => factors.has(lower) || (lower === 'by' && isFractionLead(words[index + 1])),
    )
}

function isFractionLead(token: Token | undefined): boolean {
  return token !== undefined && /^(half|a|one|two|three|four)$/.test(token.lower)
}

/** "doubled from 40 to 90". */
export function namedFactor(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const factor = factors.get(tokens[at]?.lower ?? '')
    if (factor === undefined) continue
    if (
      /^(nearly|almost|about|more|roughly)$/.test(tokens[at - 1]?.lower ?? '') ||
      tokens[at - 1]?.lower === 'than'
    )
      return []
    const [before, after] = quantities.filter(({ first }) => first > at)
    if (
      !before ||
      !after ||
      tokens[before.first - 1]?.lower !== 'from' ||
      tokens[after.first - 1]?.lower !== 'to' ||
      before.value === 0
    )
      return []
    const real = after.value / before.value
    if (real <= 0 || real > 1e5) return []
    const holds = Math.abs(real - factor) <= factor * 0.12
    return [
      {
        holds,
        evidence: [before, after],
        message: `From ${numberInWords(before.value)} to ${numberInWords(after.value)} is ${holds ? '' : 'not '}“${tokens[at]?.lower ?? ''}”`,
        reason: `“${tokens[at]?.lower ?? ''}” ${holds ? 'follows' : 'does not follow'} from the two figures behind it.`,
        arithmetic: `${numberInWords(after.value)} / ${numberInWords(before.value)} = ${numberInWords(real)}.`,
      },
    ]
  }
  return []
}
