import { openCase } from '../../db/case-store.js'
import { lostNotes, numberedVersions } from './case-content.js'

/**
 * What is wrong with a case file that should hold these notes (number to version, or a newer one) and be sound in its
 * records and its log; null when nothing is. Opens and closes it.
 */
export function lossIn(path: string, saved: ReadonlyMap<number, number>): string | null {
  try {
    const store = openCase(path)
    try {
      const { problem } = store.verifyLog()
      if (problem !== null) return `log: ${problem}`
      const lost = lostNotes(saved, numberedVersions(store))
      return lost.length ? `lost ${lost.join(', ')}` : null
    } finally {
      store.close()
    }
  } catch (thrown) {
    return String(thrown)
  }
}
