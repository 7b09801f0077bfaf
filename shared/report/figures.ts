import type { Summary } from './summary.js'
import type { Wording } from './wording.js'

/** The figures of a report in a line: "8 claims, 5 must fix, 2 open findings, 0 unchecked, 4 without evidence". */
export function figuresOf(summary: Summary, words: Wording): string {
  const { claims, mustFix, findings, statuses, withoutEvidence, orphans } = summary
  const unchecked = statuses.find(({ status }) => status === 'unchecked')?.count ?? 0
  return [
    words.count(claims, 'claim', 'claims'),
    words.count(mustFix, 'must fix', 'must fix'),
    words.count(findings.open, 'open finding', 'open findings'),
    words.count(unchecked, 'unchecked', 'unchecked'),
    words.count(withoutEvidence, 'without evidence', 'without evidence'),
    ...(orphans ? [words.count(orphans, 'not in the text', 'not in the text')] : []),
  ].join(', ')
}
