import type { RecordKind } from './change.js'

/** A whole copy of a case as it was. `id` names it to the program; its path is nobody else's business. */
export interface Backup {
  id: string
  /** When it was made, as an instant. */
  at: string
  /** In bytes. */
  size: number
}

/** What would be different in the open case if it were as in a copy. */
export interface CaseDifference {
  /** By kind; kinds without a difference are left out. */
  counts: Partial<Record<RecordKind, { added: number; removed: number; changed: number }>>
  /** At most 500. `label` is for a person: the title, the quote, the beginning of the note. */
  records: { kind: RecordKind; key: string; change: 'added' | 'removed' | 'changed'; label: string }[]
}
