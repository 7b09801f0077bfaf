import { stemOf } from '../extract/en/stem.js'
import type { Statement } from './statement.js'

const openings = new Set(['opened', 'open', 'opens', 'reopened', 'launched'].map(stemOf))

/** How many tokens behind the verb tell for whom something was opened. */
const stageReach = 3

/**
 * "opened for traffic on 12 May", "opened by the Queen on 22 May", "opened to the public": whether two statements tell of openings for
 * different people or uses, which may lie days apart. Symmetric.
 */
export function areStages(a: Statement, b: Statement): boolean {
  const [x, y] = [stageOf(a), stageOf(b)]
  return x !== '' && y !== '' && x !== y
}

/** The stem behind "opened for the", "opened to the" or "opened by the"; '' where nothing is said. */
function stageOf({ sentence: { paragraph, sentence }, kind, date }: Statement): string {
  if (kind !== 'opening' && kind !== 'launch') return ''
  const { tokens } = paragraph.annotated
  const end = Math.min(sentence.next, date.expression.first)
  for (let at = sentence.first; at < end; at++) {
    if (!openings.has(stemOf(tokens[at]?.lower ?? '')) || !/^(for|to|by)$/.test(tokens[at + 1]?.lower ?? ''))
      continue
    const behind = tokens.slice(at + 2, Math.min(end, at + 2 + stageReach))
    const thing = behind.find(
      ({ kind: sort, lower }) => sort === 'word' && !/^(the|a|an|its|all)$/.test(lower),
    )
    return thing ? stemOf(thing.lower) : ''
  }
  return ''
}
