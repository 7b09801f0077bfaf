/** How far the checks of a case are. */
export interface CheckStatus {
  running: boolean
  /** Texts read of all, while running and after a run that was stopped. When all are read they are compared. */
  done: number
  total: number
  /** Findings told in this run so far. */
  found: number
  /** Whether a person stopped the last run: what it had found is kept, and so is what was found before in the other texts. */
  stopped: boolean
  /** What went wrong with the last run; null when nothing did. */
  failed: string | null
}

/** The status before and between runs. */
export const idleCheck: CheckStatus = {
  running: false,
  done: 0,
  total: 0,
  found: 0,
  stopped: false,
  failed: null,
}
