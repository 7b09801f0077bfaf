import { isHistoryTransaction, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { appended, type Chain } from './chain.js'
import { follow, refollow, unfollow, type FollowedChange, type FollowedRanges } from './following.js'
import { textChangesOf } from './text-changes.js'

/** What was done: some steps, `joined` when they are undone together with those before, or an undo or a redo. */
export type Act = { readonly steps: readonly Step[]; readonly joined: boolean } | 'undo' | 'redo'

/** What one undo takes back. */
type Undoable = readonly FollowedChange[]

/** A correction: where it began, all that was done since, and where the ranges are now. */
export interface CorrectionRecord {
  readonly base: Node
  readonly ranges: FollowedRanges
  readonly done: Chain<Undoable>
  readonly undone: Chain<Undoable>
  readonly acts: Chain<Act>
}

const key = new PluginKey<CorrectionRecord>('correction-record')

/**
 * Keeps ranges [start, end) of the text (text offsets) in step with the document, undo and redo included: they bring back
 * every range exactly. Must stand after the history plugin, which must keep every change.
 */
export function correctionRecord(starts: Int32Array, ends: Int32Array): Plugin<CorrectionRecord> {
  return new Plugin<CorrectionRecord>({
    key,
    state: {
      init: (_config, { doc }) => ({
        base: doc,
        ranges: { starts, ends, retyping: null },
        done: null,
        undone: null,
        acts: null,
      }),
      apply(transaction, record, before, after) {
        if (!transaction.docChanged) return record
        const grown = undoDepth(after) - undoDepth(before)
        if (!isHistoryTransaction(transaction)) return withDone(record, transaction, grown > 0)
        return grown < 0 ? withUndone(record) : withRedone(record)
      },
    },
  })
}

/** The record in a state with the plugin; undefined in one without. */
export function recordIn(state: EditorState): CorrectionRecord | undefined {
  return key.getState(state)
}

function withDone(record: CorrectionRecord, transaction: Transaction, isNew: boolean): CorrectionRecord {
  const { ranges, followed } = follow(record.ranges, textChangesOf(transaction))
  const last = isNew ? null : record.done
  return {
    base: record.base,
    ranges,
    done: last ? appended(last.before, [...last.last, ...followed]) : appended(record.done, followed),
    undone: null,
    acts: appended(record.acts, { steps: transaction.steps, joined: !isNew }),
  }
}

function withUndone(record: CorrectionRecord): CorrectionRecord {
  const { last, before } = record.done!
  return {
    base: record.base,
    ranges: unfollow(record.ranges, last),
    done: before,
    undone: appended(record.undone, last),
    acts: appended(record.acts, 'undo' as const),
  }
}

function withRedone(record: CorrectionRecord): CorrectionRecord {
  const { last, before } = record.undone!
  return {
    base: record.base,
    ranges: refollow(record.ranges, last),
    done: appended(record.done, last),
    undone: before,
    acts: appended(record.acts, 'redo' as const),
  }
}
