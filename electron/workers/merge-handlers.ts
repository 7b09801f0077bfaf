import { otherCopyIsGone } from '../../db/operations/merge/merge-copy.js'
import type { MergeAsk, OtherCopy } from '../../db/operations/merge/other-copy.js'
import { ownSideAsk, type OwnSide, type OwnSideAsk } from '../../db/operations/merge/own-side.js'
import { previewing } from '../../db/operations/merge/preview-merge.js'
import { readOtherCopy } from '../../db/read-other-copy.js'
import type { MergePreview } from '../../shared/domain/merge.js'
import { finished } from '../../shared/merge/steps.js'

/**
 * What reads and compares another copy of a case, in a worker that can be ended at any time: it holds no case and writes nothing.
 * `tell` is told the share of the comparison that is done, from 0 to 1.
 */
export function mergeHandlers(
  binding: { nativeBinding?: string },
  now: () => string,
  tell: (share: number) => void,
) {
  let other: OtherCopy | null = null
  const read = (): OtherCopy => {
    if (!other) throw otherCopyIsGone()
    return other
  }
  return {
    /** Reads the other copy; what a comparison with it needs of the open case. */
    readOtherCopy(path: string, ask: MergeAsk): OwnSideAsk {
      other = readOtherCopy(path, ask, binding)
      return ownSideAsk(other)
    },
    compareCopies: (own: OwnSide): MergePreview => finished(previewing(own, read(), now()), tell),
    /** What was read, for the worker that holds the case to merge. */
    otherCopy: (): OtherCopy => read(),
  }
}
