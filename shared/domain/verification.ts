/**
 * Something in a case file that is not what was written. `file`: pages or the schema; `reference`: a row that refers to one
 * that is not there; `record`: a record, text or original that does not have its own digest; `log`: the log, or records
 * that are not what it says; `search`: the index of the search, which can be made anew without loss.
 */
export interface CaseProblem {
  kind: 'file' | 'reference' | 'record' | 'log' | 'search'
  /** The record that is bad, where it is one; `kind` as in the file's tables: "notes". */
  record: { kind: string; key: string } | null
  /** For a person. */
  message: string
}

/** What a verification of a whole case file found. */
export interface Verification {
  /** Whether there are no problems. */
  sound: boolean
  problems: CaseProblem[]
  /** How many records of each table were read, by the table's name. */
  checked: Record<string, number>
  /** How many entries of the log are right, from the first. */
  logEntries: number
}

/** What was saved from a damaged case file, and what was not. Findings are not saved: the next check makes them anew. */
export interface SalvageReport {
  /** How many of each kind are in the new case. */
  kept: Record<string, number>
  lost: { kind: string; key: string; message: string }[]
  /** Whether the whole log could be taken over; else its sound beginning was. */
  logIsWhole: boolean
}
