import type { Severity } from '../../domain/finding.js'
import type { DateMention } from '../extract/mention.js'

/** Two dates or times and a length that a text puts between them. */
export interface SpanClaim {
  /** What the finding points at: the length first, then the dates. */
  evidence: readonly { start: number; end: number }[]
  dates: readonly DateMention[]
  /** The length as the text has it. */
  said: string
  /** The length that the dates give, in words. */
  found: string
  severity: Severity
  /** Whether the dates give the length that the text says. */
  holds: boolean
}
