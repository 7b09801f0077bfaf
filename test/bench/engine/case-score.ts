import { type BatchAnswer, type BatchRequest, checkBatchLine } from '../../../shared/checks/batch.js'

interface Span {
  doc: string
  start: number
  end: number
}

/** Texts with slips that were planted in them (`expected`), or clean ones, of which any finding is false. */
export interface EngineCase extends BatchRequest {
  clean: boolean
  expected: { category: string; accept?: string[]; spans: Span[] }[]
}

/** What became of a category's slips. A finding is false that touches no planted slip. */
export interface CategoryScore {
  planted: number
  found: number
  falseFindings: number
}

export interface CaseScore {
  categories: Map<string, CategoryScore>
  cleanWords: number
  falseOnClean: number
  errorsOnClean: number
  /** Slips that were missed and findings that are false, one line each. */
  misses: string[]
}

type Told = BatchAnswer['findings'][number]

/** Runs the engine over cases and counts what it found, by category. */
export function scoreCases(cases: readonly EngineCase[]): CaseScore {
  const score: CaseScore = {
    categories: new Map(),
    cleanWords: 0,
    falseOnClean: 0,
    errorsOnClean: 0,
    misses: [],
  }
  for (const one of cases) {
    const told = checkBatchLine(one).findings
    if (one.clean) countClean(score, one, told)
    else countPlanted(score, one, told)
  }
  return score
}

function countClean(score: CaseScore, one: EngineCase, told: readonly Told[]): void {
  score.cleanWords += one.docs.reduce((all, { text }) => all + text.split(/\s+/).filter(Boolean).length, 0)
  for (const finding of told) {
    score.falseOnClean++
    if (finding.severity === 'error') score.errorsOnClean++
    countFalse(score, one, finding)
  }
}

function countPlanted(score: CaseScore, one: EngineCase, told: readonly Told[]): void {
  for (const { category, accept = [], spans } of one.expected) {
    const names = new Set([category, ...accept])
    const entry = entryOf(score, category)
    entry.planted++
    if (told.some((finding) => names.has(categoryOf(finding)) && touches(finding, spans))) entry.found++
    else score.misses.push(`${one.id}: missed ${category}`)
  }
  const planted = one.expected.flatMap(({ spans }) => spans)
  for (const finding of told) if (!touches(finding, planted)) countFalse(score, one, finding)
}

function countFalse(score: CaseScore, one: EngineCase, finding: Told): void {
  entryOf(score, categoryOf(finding)).falseFindings++
  const quotes = finding.spans.map(({ doc, start, end }) =>
    one.docs.find(({ id }) => id === doc)?.text.slice(start, Math.min(end, start + 60)),
  )
  score.misses.push(`${one.id}: false ${finding.category} “${quotes.join('” “')}”`)
}

function entryOf({ categories }: CaseScore, name: string): CategoryScore {
  const entry = categories.get(name) ?? { planted: 0, found: 0, falseFindings: 0 }
  categories.set(name, entry)
  return entry
}

/** The format's name: one event on two dates in two texts is a category of its own. */
function categoryOf({ category, spans }: Told): string {
  const isAcross = new Set(spans.map(({ doc }) => doc)).size > 1
  return category === 'event-date-conflict' && isAcross ? `${category}-cross` : category
}

function touches({ spans }: Told, planted: readonly Span[]): boolean {
  return spans.some((span) =>
    planted.some((other) => span.doc === other.doc && span.start < other.end && other.start < span.end),
  )
}
