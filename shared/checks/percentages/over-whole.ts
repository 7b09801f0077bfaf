import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { speechVerbs } from '../extract/en/title-words.js'
import { irregularVerbs } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords } from '../number-in-words.js'
import { falls, isOneDigitOff, rises, type Slip, tokensOf } from './slip.js'

/** Two answers or marks that nobody gives or has at once. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(favou?r|for|yes|backed|supported|approved|agreed)$/,
    /^(against|no|opposed|rejected|disapproved|disagreed)$/,
  ],
  [/^(women|female|girls|females)$/, /^(men|male|boys|males)$/],
  [/^(own|owned|have|had|has|use|used|do|did)$/, /^(none|neither)$/],
  [/^(urban|towns|cities)$/, /^(rural|countryside|villages)$/],
]

/** "52 per cent voted in favour and 49 per cent against": two sides that make more than the whole. */
export function sidesOverWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit }) => unit === '%')
  const [first, second] = shares
  if (!first || !second || shares.length !== 2 || first.value + second.value <= 101) return []
  const lead = tokens.slice(Math.max(sentence.sentence.first, first.first - sideReach), first.first)
  const told = tokens.slice(first.next, second.first)
  const rest = tokens.slice(second.next, sentence.sentence.next).slice(0, 6)
  if ([...told, ...rest].some(({ lower }) => overlaps.has(lower)) || told.length > longestSide) return []
  const isSided = sides.some(([one, other]) => {
    const at = (words: readonly Token[], side: RegExp): boolean => words.some(({ lower }) => side.test(lower))
    return (
      (at(told, one) && !at(told, other) && at(rest, other)) ||
      (at(told, other) && !at(told, one) && at(rest, one)) ||
      (at(lead, one) && at(told, other) && !at(lead, other)) ||
      (at(lead, other) && at(told, one) && !at(lead, one))
    )
  })
  return isSided ? [overSlip([first, second])] : []
}

/** How far before the first share its side may be named, in tokens: "The yes campaign took 57 per cent". */
const sideReach = 6

/** How many tokens the first of two sides may fill. */
const longestSide = 11

const wholes =
  /^(vote|voter|ballot|respondent|household|member|pupil|student|resident|share|worker|employ|seat|turnout|people|population|inhabit|patient|area|surfac|budget|total|particip|electorat|capac|adult|child|women|men|case|body|bodi|land|territor)/

/** How many tokens may stand between two shares of one whole. */
const shareGap = 13

/** "45 % voted yes, 40 % no and 25 % abstained": shares of one whole that make more than it. */
export function sharesOverWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit, value }) => unit === '%' && value > 0 && value <= 100)
  if (shares.length < 3) return []
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
  if (words.some(({ lower }) => rises.test(lower) || falls.test(lower) || overlaps.has(lower))) return []
  const listed = shares.every((share, index) => {
    const before = shares[index - 1]
    if (!before) return true
    const gap = tokens.slice(before.next, share.first)
    return (
      gap.length <= shareGap && gap.some(({ lower }) => lower === ',' || lower === 'and' || lower === ';')
    )
  })
  const isElliptic =
    tokens[shares[0]?.next ?? 0]?.lower === 'of' &&
    shares.slice(1).every(({ next }) => tokens[next]?.lower !== 'of')
  const isOfWhole =
    isElliptic ||
    words[0]?.lower === 'of' ||
    words.some(({ lower }) => wholes.test(lower)) ||
    words.some(({ lower }) =>
      /^(abstained|voted|against|undecided|rest|remaining|opinion|view|favou?red|opposed|approved|disapproved|survey|poll|unsure)$/.test(
        lower,
      ),
    )
  const sum = shares.reduce((all, { value }) => all + value, 0)
  if (
    !listed ||
    !isOfWhole ||
    isByPlace(tokens, shares) ||
    isOverlapping(tokens.slice(shares[0]?.first, sentence.sentence.next)) ||
    words.some(
      ({ lower }, at) => severally.has(lower) || (lower === 'some' && words[at + 1]?.lower === 'of'),
    ) ||
    sum <= 100 + shares.length
  )
    return []
  return [overSlip(shares)]
}

/** "21 per cent, children a further 14 per cent, and the others the remaining 65 per cent": the last share makes it whole. */
export function remainingShare(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit }) => unit === '%')
  const last = shares.at(-1)
  const lead = [1, 2].map((step) => tokens[(last?.first ?? 0) - step]?.lower ?? '')
  const isRest = /^(remaining|other|final|last)$/.test(lead[0] ?? '') && lead[1] === 'the'
  if (
    !last ||
    shares.length < 2 ||
    !isRest ||
    tokens[last.next]?.lower === 'of' ||
    shares.some(({ bound }) => bound !== 'exact')
  )
    return []
  const sum = shares.reduce((all, { value }) => all + value, 0)
  if (Math.abs(sum - 100) <= shares.length / 2 + 0.5) return []
  const isNearly = isOneDigitOff(
    [last.value, sum - last.value, 100],
    (rest, others) => Math.abs(rest + others - 100) < 1,
  )
  const words = tokens.slice(shares[0]?.first, last.first)
  if (!isNearly || words.some(({ lower }) => overlaps.has(lower) || /^(which|whom|them)$/.test(lower)))
    return []
  const slip = overSlip(shares)
  return [
    sum > 100
      ? slip
      : {
          ...slip,
          reason: 'The last share is said to be the rest of the whole, and the shares do not make it.',
        },
  ]
}

/** "62 per cent in the north, 48 per cent in the south": each place is a whole of its own. */
function isByPlace(tokens: readonly Token[], shares: readonly Quantity[]): boolean {
  return shares.every(({ next }) => /^(in|at|among|for)$/.test(tokens[next]?.lower ?? ''))
}

function overSlip(shares: readonly Quantity[]): Slip {
  const sum = shares.reduce((all, { value }) => all + value, 0)
  return {
    holds: false,
    evidence: shares,
    message: `The shares make ${numberInWords(sum)} %`,
    reason: 'The sentence divides one whole into shares that make more than the whole.',
    arithmetic: `${shares.map(({ value }) => numberInWords(value)).join(' + ')} = ${numberInWords(sum)}.`,
  }
}

/** "60 per cent are women, 55 per cent live in London": shares by different marks may overlap. */
function isOverlapping(words: readonly Token[]): boolean {
  const marks = new Set(
    words.flatMap(({ lower }) =>
      describing.has(lower) || (irregularVerbs.has(lower) && !speechVerbs.has(lower)) ? [lower] : [],
    ),
  )
  return marks.size > 1
}

/** What one may do with several things: "60 per cent read the sports pages, 55 per cent the letters". */
const severally = new Set(
  'read reads watch watched watches listen listened want wanted like liked eat ate visit visited play played speak spoke'.split(
    ' ',
  ),
)

const describing = new Set(
  'are were is was live lived have had has own owned use used work worked speak spoke drink smoke know'.split(
    ' ',
  ),
)

const overlaps = new Set([
  'multiple',
  'also',
  'both',
  'overlap',
  'respectively',
  'compared',
  'than',
  'among',
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
export function overWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (const share of quantities) {
    if (share.unit !== '%' || share.value <= 100 || share.value > 1000) continue
    const after = tokens.slice(share.next, share.next + 5).map(({ lower }) => lower)
    const before = tokens
      .slice(Math.max(sentence.sentence.first, share.first - 8), share.first)
      .map(({ lower }) => lower)
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
    return [
      {
        holds: false,
        evidence: [share],
        message: `${numberInWords(share.value)} % is more than all of them`,
        reason: 'A share of a whole cannot be more than 100 %.',
        arithmetic: `${numberInWords(share.value)} > 100.`,
      },
    ]
  }
  return []
}
