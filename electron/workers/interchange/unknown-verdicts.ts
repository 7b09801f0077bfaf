import { counted } from '../import/notices.js'

/** A verdict that a claim of a file has and the scale of the case has not; `where` is the claim's place in the file. */
export interface UnknownVerdict {
  where: string
  said: string
}

/** How many of the verdicts are told apart. */
const mostNamed = 5

/** One sentence on verdicts that are kept in notes alone, the most frequent first; none where none is. */
export function unknownVerdictNotices(verdicts: readonly UnknownVerdict[]): string[] {
  if (verdicts.length === 0) return []
  const counts = new Map<string, number>()
  for (const { said } of verdicts) counts.set(said, (counts.get(said) ?? 0) + 1)
  const named = [...counts].sort(([, a], [, b]) => b - a)
  const list = named.slice(0, mostNamed).map(([said, count]) => `“${said}” (${count})`)
  const rest = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : ''
  const are =
    verdicts.length === 1
      ? 'is not in this case’s scale and is kept in an internal note'
      : 'are not in this case’s scale and are kept in internal notes'
  return [`${counted(verdicts.length, 'verdict')} ${are}: ${list.join(', ')}${rest}.`]
}
