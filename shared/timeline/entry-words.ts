import { severities } from '../domain/finding.js'
import { notJudged } from '../domain/case-scale.js'
import { labelOf } from '../domain/verdicts.js'
import type { TimelineEntry } from './entry.js'
import { fittedWords } from './label-fit.js'
import { spanInWords } from '../checks/extract/span-words.js'

const certaintyWords = {
  stated: '',
  inferred: 'inferred',
  uncertain: 'uncertain',
} as const

/** The date of an entry, with how sure it is: "February 2022, uncertain". */
export function dateOfEntry({ span, certainty }: TimelineEntry): string {
  return [spanInWords(span), certaintyWords[certainty]].filter(Boolean).join(', ')
}

/** What an entry is: "Claim, contradicted", "Finding, likely", "Date in the text". */
export function natureOfEntry({ kind, verdict, severity }: TimelineEntry): string {
  if (kind === 'claim') return `Claim, ${(verdict?.label ?? notJudged).toLowerCase()}`
  if (kind === 'finding') return `Finding, ${labelOf(severities, severity ?? 'check').toLowerCase()}`
  return 'Date in the text'
}

/** All that a mark tells, in words. */
export function entryInWords(entry: TimelineEntry, isConflicting = false): string {
  const conflict = isConflicting ? '. Another passage dates it differently' : ''
  return `${dateOfEntry(entry)}: “${fittedWords(entry.label)}”. ${natureOfEntry(entry)}${conflict}`
}
