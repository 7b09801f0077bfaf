import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords } from '../number-in-words.js'
import { falls, isBoundedBy, rises, round, type Slip, tokensOf, toleranceFor } from './slip.js'

/** "12 of the 48 members (30 percent)", "30 percent, or 12 of 48". */
export function wrongShare(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
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
export function sharesOverWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
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
    words[0]?.lower === 'of' ||
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
export function overWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip | null {
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
