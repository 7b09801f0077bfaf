import type { Category, Severity } from '../domain/finding.js'
import { extractDates } from './extract/dates.js'
import { runChecks } from './run-checks.js'

/** One line of a batch: the texts of one case. */
export interface BatchRequest {
  id: string
  docs: readonly { id: string; text: string; published?: string | null }[]
}

export interface BatchAnswer {
  id: string
  findings: { category: Category; severity: Severity; spans: { doc: string; start: number; end: number }[] }[]
}

export interface BatchDates {
  id: string
  dates: { start: number; end: number; type: string; value: string }[]
}

/** The findings on one line of a batch. */
export function checkBatchLine({ id, docs }: BatchRequest): BatchAnswer {
  const sources = docs.map((doc) => ({ id: doc.id, text: doc.text, published: doc.published ?? null }))
  const findings = runChecks(sources).map(({ category, severity, spans }) => ({
    category,
    severity,
    spans: spans.map(({ source, start, end }) => ({ doc: source, start, end })),
  }))
  return { id, findings }
}

/** The dates of the first text of a line: extraction is measured one text at a time. */
export function extractBatchLine({ id, docs }: BatchRequest): BatchDates {
  const [doc] = docs
  const dates = doc ? extractDates(doc.text, { published: doc.published ?? null }) : []
  return { id, dates: dates.map(({ start, end, type, value }) => ({ start, end, type, value })) }
}
