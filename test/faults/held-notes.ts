import { openCase } from '../../db/case-store.js'
import { numberedVersions } from './case-content.js'

/** The newest version of each note in a case file, or what is wrong with the file. Opens and closes it. */
export function heldNotes(path: string): { versions: Map<number, number> } | { problem: string } {
  try {
    const store = openCase(path)
    try {
      const { problem } = store.verifyLog()
      return problem === null ? { versions: numberedVersions(store) } : { problem: `log: ${problem}` }
    } finally {
      store.close()
    }
  } catch (thrown) {
    return { problem: String(thrown) }
  }
}
