import type { FindingEntry } from './finding-entries.js'
import { inQuotationMarks } from './quotation-marks.js'
import type { Label, Wording } from './wording.js'

/** Why a finding was reported and what would settle it, so that a person can verify it; parts that say nothing are left out. */
export function explanationOf(finding: FindingEntry, words: Wording): { label: string; lines: string[] }[] {
  const { message, explanation, decision, state } = finding
  const { reason, resolved, arithmetic, assumptions, settle } = explanation
  const parts: [Label, string[]][] = [
    ['Why', reason === message ? [] : [reason]],
    ['Read as', resolved.map(({ quote, value }) => `${inQuotationMarks(quote, words)} = ${value}`)],
    ['Reckoning', arithmetic],
    ['Assumed', assumptions],
    ['What would settle it', [settle]],
    ['Accepted', state === 'accepted' && decision ? [decidedBy(decision, words)] : []],
  ]
  return parts.flatMap(([label, all]) => {
    const lines = all.filter((line) => line !== '')
    return lines.length ? [{ label: words.say(label), lines }] : []
  })
}

/** Who accepted or dismissed a finding, and on which day. */
export function decidedBy(
  { decidedBy, decidedAt }: NonNullable<FindingEntry['decision']>,
  words: Wording,
): string {
  return `${decidedBy || words.say('by someone not named')}, ${words.day(decidedAt)}`
}
