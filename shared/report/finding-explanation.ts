import type { FindingEntry } from './finding-entries.js'
import { inQuotationMarks } from './quotation-marks.js'
import type { Label, Wording } from './wording.js'

/** What a line of an explanation says; `quote` is the words that it reads as that, null for a line that reads none. */
export interface ExplanationLine {
  quote: string | null
  text: string
}

/** A part of an explanation: one line that is the whole of it, or a list of lines. */
export interface ExplanationPart {
  label: string
  isList: boolean
  lines: ExplanationLine[]
}

/** Why a finding was reported and what would settle it, so that a person can verify it; parts that say nothing are left out. */
export function explanationOf(finding: FindingEntry, words: Wording): ExplanationPart[] {
  const { message, explanation, decision, state } = finding
  const { reason, resolved, arithmetic, assumptions, settle } = explanation
  const acceptance = state === 'accepted' && decision ? decidedBy(decision, words) : ''
  const readings = resolved.map(({ quote, value }) => ({ quote, text: value }))
  return [
    sentence('Why', reason === message ? '' : reason, words),
    list('Read as', readings, words),
    list('Reckoning', arithmetic.map(plain), words),
    list('Assumed', assumptions.map(plain), words),
    sentence('What would settle it', settle, words),
    sentence('Accepted', acceptance, words),
  ].filter(({ lines }) => lines.length > 0)
}

/** A line of an explanation as plain text: “£38 million” = £38,000,000. */
export function lineInWords({ quote, text }: ExplanationLine, words: Wording): string {
  return quote === null ? text : `${inQuotationMarks(quote, words)} = ${text}`
}

/** Who accepted or dismissed a finding, and on which day. */
export function decidedBy(
  { decidedBy, decidedAt }: NonNullable<FindingEntry['decision']>,
  words: Wording,
): string {
  return `${decidedBy || words.say('by someone not named')}, ${words.day(decidedAt)}`
}

const plain = (text: string): ExplanationLine => ({ quote: null, text })

function sentence(label: Label, text: string, words: Wording): ExplanationPart {
  return { ...list(label, [plain(text)], words), isList: false }
}

function list(label: Label, lines: readonly ExplanationLine[], words: Wording): ExplanationPart {
  const said = lines.filter(({ quote, text }) => quote !== null || text !== '')
  return { label: words.say(label), isList: true, lines: said }
}
