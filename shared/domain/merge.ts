import { z } from 'zod'
import type { RecordKind } from './change.js'

/** Who did something, and when (an instant). */
export interface MergeActor {
  actor: string
  at: string
}

/** One side of a conflict; `text` is for a person and null where there is nothing (any more). */
export interface ConflictSide {
  text: string | null
  by: MergeActor | null
}

/** What two copies of a case changed differently, side by side. */
export interface MergeConflict {
  id: string
  kind: RecordKind
  /** What it is about, for a person: the claim's quote, the title, the beginning of the note. */
  label: string
  /** "verdict", "note"; for a record that one side removed, what was done. */
  field: string
  before: string | null
  mine: ConflictSide
  theirs: ConflictSide
  /** Whether both can stand, as two records. */
  canBoth: boolean
}

/** What merging another copy would bring. */
export interface MergePreview {
  title: string
  /** The hash of the last entry of the other copy's log, which names the state that was looked at. */
  head: string
  /** Entries of the other's log that are new here, and who made them. */
  entries: number
  people: { actor: string; entries: number; first: string; last: string }[]
  /** What would come, change and go, by kind; kinds without a difference are left out. */
  counts: Partial<Record<RecordKind, { added: number; changed: number; removed: number }>>
  /** What becomes of passages whose source has another text in the other copy. */
  passages: { unchanged: number; changed: number; orphan: number }
  conflicts: MergeConflict[]
  /** What a person should know beside that, each a sentence. */
  notices: string[]
  /** Whether there is nothing to take and nothing to choose. */
  isNothing: boolean
}

/** What the reading of another copy is at: the step after `done` of `total`, and the share of it that is done, from 0 to 1. */
export interface MergeProgress {
  step: string
  done: number
  total: number
  share: number
}

const choice = z.enum(['mine', 'theirs', 'both'])

/** What is chosen of the conflicts of a merge: one by one by their ids, and for the others all at once or not at all. */
export const mergeChoicesSchema = z.strictObject({
  others: z.enum(['mine', 'theirs']).nullable(),
  each: z.record(z.string().max(400), choice),
})

export type MergeChoices = z.infer<typeof mergeChoicesSchema>
export type MergeChoice = z.infer<typeof choice>
