import { StetError } from '../../../shared/ipc/result.js'
import type { MergeMarks } from './merge-marks.js'

/**
 * Where two copies go back to. `own`: an entry of my log, after which my case was what both have in common; `other`: the same
 * of the other's. A copy has everything up to `taken` of the other's log already: those after it are new. With `part`, the
 * other is a bundle, which holds only a part of the case: it was like the case after `own` when its own log was at `other`.
 */
export interface MergeBase {
  from: 'own' | 'other' | 'part'
  own: number
  other: number
  taken: number
}

/**
 * The place both logs go back to: the end of their longest common beginning, or the later state that one of them has taken
 * from the other since. Where each has taken from the other without knowing that the other did, it is the beginning again:
 * then more has to be chosen, and nothing is passed over. Throws 'unsupported' for a file that is no copy of this case and no
 * bundle of it.
 */
export function mergeBase(mine: MergeMarks, theirs: MergeMarks): MergeBase {
  if (mine.caseId === theirs.caseId) return baseOfCopies(mine, theirs)
  if (theirs.bundle?.caseId === mine.caseId) return baseOfBundle(mine, theirs)
  if (mine.bundle?.caseId === theirs.caseId) {
    throw new StetError(
      'unsupported',
      `“${theirs.title}” is the case that this bundle was made from. Open that case, and merge the bundle into it.`,
    )
  }
  throw new StetError(
    'unsupported',
    `“${theirs.title}” is another case, not a copy of “${mine.title}” nor a bundle of it, so that there is nothing to ` +
      'merge. Its sources can be imported instead.',
  )
}

function baseOfCopies(mine: MergeMarks, theirs: MergeMarks): MergeBase {
  const common = commonLength(mine.hashes, theirs.hashes)
  const beyond = (known: Known | null): Known | null => (known && known.place > common ? known : null)
  const taken = beyond(newestKnown(mine, theirs))
  const given = beyond(newestKnown(theirs, mine))
  const news = Math.max(common, taken?.place ?? 0)
  if (given && (!taken || given.place >= taken.since)) {
    return { from: 'own', own: given.place, other: given.since, taken: news }
  }
  if (taken && (!given || taken.place >= given.since)) {
    return { from: 'other', own: taken.since, other: taken.place, taken: news }
  }
  return { from: 'other', own: common, other: common, taken: news }
}

function baseOfBundle(mine: MergeMarks, theirs: MergeMarks): MergeBase {
  const { sequence, hash } = theirs.bundle!
  const known = newestKnown(mine, theirs)
  if (known) return { from: 'part', own: known.since, other: known.place, taken: known.place }
  if (mine.hashes[sequence - 1] !== hash) {
    throw new StetError(
      'unsupported',
      `The bundle “${theirs.title}” was made from a state of this case that is not in this file. Merge it into the copy that it ` +
        'was made from, and then that copy into this one.',
    )
  }
  // The first entry of a bundle's log puts in what it was made with.
  return { from: 'part', own: sequence, other: 1, taken: 1 }
}

/** A place of another copy's log that a case has taken everything up to, and the own entry that took it. */
interface Known {
  place: number
  since: number
}

/** The latest one. */
function newestKnown(knower: MergeMarks, other: MergeMarks): Known | null {
  const known = knower.merged.filter(({ sequence, hash }) => other.hashes[sequence - 1] === hash)
  const newest = known.sort((one, two) => two.sequence - one.sequence)[0]
  return newest ? { place: newest.sequence, since: newest.since } : null
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
