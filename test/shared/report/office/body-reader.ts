import type { BodyBlock } from '../../../../shared/report/office/body-blocks.js'
import { reportBody } from '../../../../shared/report/office/report-body.js'
import { buildReport, type ReportOptions } from '../../../../shared/report/report-model.js'
import type { CaseBuilder } from '../case-builder.js'

/** What a reader finds under a heading: its lines, and the rows of its tables by what the columns are called. */
export interface ReadPart {
  heading: string
  level: number
  lines: string[]
  rows: Record<string, string>[]
}

export const origin = { checker: 'M. Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

export function blocksOf(build: CaseBuilder, options: Partial<ReportOptions> = {}): BodyBlock[] {
  return [...reportBody(buildReport(build.snapshot, { ...origin, ...options }))]
}

/** The parts of a report in the order of its headings; what stands before the first is under its title. */
export function partsOf(build: CaseBuilder, options: Partial<ReportOptions> = {}): ReadPart[] {
  const parts: ReadPart[] = []
  for (const block of blocksOf(build, options)) {
    if (block.kind === 'title') parts.push({ heading: block.text, level: 0, lines: [], rows: [] })
    else if (block.kind === 'heading')
      parts.push({ heading: block.text, level: block.level, lines: [], rows: [] })
    else if (block.kind === 'fact') parts.at(-1)!.lines.push(`${block.label}: ${block.text}`)
    else if (block.kind === 'table') {
      for (const row of block.rows) {
        parts.at(-1)!.rows.push(Object.fromEntries(row.map((cell, index) => [block.head[index]!, cell])))
      }
    } else if (block.kind !== 'text') parts.at(-1)!.lines.push(block.text)
  }
  return parts
}

export function partNamed(parts: readonly ReadPart[], heading: string): ReadPart {
  const part = parts.find((one) => one.heading === heading)
  if (!part) throw new Error(`There is no “${heading}” among ${parts.map((one) => one.heading).join(', ')}`)
  return part
}
