import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { numberInWords, shown } from '../number-in-words.js'
import type { Token } from '../extract/tokens.js'

/** A percentage beside the figures that it should follow from: what to point at and how to say it. */
export interface Slip {
  /** Whether it follows from them. */
  holds: boolean
  evidence: readonly Quantity[]
  message: string
  reason: string
  arithmetic: string
}

/** All tokens of the paragraph of a sentence. */
export function tokensOf({ paragraph }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens
}

export const rises =
  /^(rose|rise|rises|risen|grew|grow|grown|increased?|increases|climbed|jumped|up|gained|surged|soared|rising|growing|increasing|raised|growth|jump|surge|gain|climb|climbing|higher|expanded|swelled|improved)$/
export const falls =
  /^(fell|fall|falls|fallen|dropped|drop|declined?|decreased?|shrank|down|lost|cut|reduced|slid|plunged|sank|falling|dropping|declining|lowered|decrease|reduction|plunge|slump|slumped|halved|dip|dipped|tumbled|contracted|lower|fewer)$/

/** One decimal is what percentages are told in. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A percentage is good to half of its last digit, at least one point; figures that are rounded blur it further. */
export function toleranceFor(share: Quantity, figures: readonly Quantity[]): number {
  const loose = [share, ...figures].some(({ bound }) => bound !== 'exact')
  const blur = figures.reduce((all, figure) => all + blurOf(figure), 0)
  return (loose ? Math.max(Math.min(3, share.value * 0.3), share.value * 0.15, 1) : 1) + blur
}

/** How far a small figure with decimals may be off by its last one, in percent of it. */
function blurOf({ value, factor }: Quantity): number {
  const shown = round3(value / factor)
  if (shown >= 10 || Number.isInteger(shown)) return 0
  return (Number.isInteger(round3(shown * 10)) ? 5 : 0.5) / shown
}

/** Without what a computer adds in the last of its digits. */
function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Whether "more than" or "less than" before the share covers the real one. */
export function isBoundedBy(share: Quantity, real: number): boolean {
  return (share.bound === 'least' && real >= share.value) || (share.bound === 'most' && real <= share.value)
}

/** A share in percent beside its part and its whole. */
export function shareSlip(share: Quantity, part: Quantity, whole: Quantity, real: number): Slip {
  const [a, b, said] = [part, whole, share].map(shown)
  const holds = Math.abs(real - share.value) <= toleranceFor(share, []) || isBoundedBy(share, real)
  return {
    holds,
    evidence: [share, part, whole],
    message: `${a} of ${b} is ${numberInWords(round(real))} %${holds ? '' : `, not ${said} %`}`,
    reason: `The share in percent ${holds ? 'follows' : 'does not follow'} from the two numbers beside it.`,
    arithmetic: `${a} / ${b} = ${numberInWords(round(real))} %.`,
  }
}

/** Whether a share holds, or is the real one with one digit wrong. */
export function isSlipOfDigit({ value }: Quantity, real: number): (slip: Slip) => boolean {
  const [said, right] = [String(value), String(Math.round(real))]
  const differing = [...said].filter((digit, place) => digit !== right[place]).length
  const isSwap = said.length === 2 && said === [...right].reverse().join('')
  return ({ holds }) => holds || (said.length === right.length && (differing === 1 || isSwap))
}

/**
 * Whether two of a share, its part and its whole would agree with the third if one of its digits were another, or two of them
 * stood the other way round. `holds` says whether three such values agree.
 */
export function isOneDigitOff(
  values: readonly [number, number, number],
  holds: (share: number, part: number, whole: number) => boolean,
): boolean {
  return values.some((value, index) =>
    slipsOf(value).some((other) => {
      const [share, part, whole] = values.map((own, at) => (at === index ? other : own)) as [
        number,
        number,
        number,
      ]
      return holds(share, part, whole)
    }),
  )
}

/** What a number may have been before one slip of a digit. */
function slipsOf(value: number): number[] {
  const digits = String(value)
  const found: number[] = []
  for (let at = 0; at < digits.length; at++) {
    if (!/\d/.test(digits.charAt(at))) continue
    for (let digit = at === 0 ? 1 : 0; digit < 10; digit++)
      found.push(Number(digits.slice(0, at) + String(digit) + digits.slice(at + 1)))
    const [one, next] = [digits.charAt(at), digits.charAt(at + 1)]
    if (/\d/.test(next)) found.push(Number(digits.slice(0, at) + next + one + digits.slice(at + 2)))
  }
  return found.filter((other) => other !== value)
}
