import { shownVerdict, type CaseScale } from '../domain/case-scale.js'
import type { Meaning, Verdict } from '../domain/verdict-scale.js'
import type { Wording } from './wording.js'

/** A verdict as a report shows it: never by colour alone. */
export interface VerdictMark {
  id: Verdict
  label: string
  sign: string
  means: Meaning
  mustFix: boolean
  /** Its place in the scale, from 1; verdicts that the case had before come after those of its scale. */
  place: number
}

/** The scale of a case, in its order. Every form takes the verdicts from here. */
export function scaleMarks(scale: CaseScale, words: Wording): VerdictMark[] {
  return scale.verdicts.map(({ id }) => verdictMark(id, scale, words)!)
}

/** A verdict as a case has it, also one that is not in its scale any more; null for none. */
export function verdictMark(verdict: Verdict | null, scale: CaseScale, words: Wording): VerdictMark | null {
  if (verdict === null) return null
  const { id, label, sign, means, mustFix } = shownVerdict(scale, verdict)
  const known = [...scale.verdicts, ...scale.former].findIndex((one) => one.id === id)
  const place = (known < 0 ? scale.verdicts.length + scale.former.length : known) + 1
  return { id, label: words.label(label), sign, means, mustFix, place }
}
