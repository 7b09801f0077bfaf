import { paragraphsOf } from '../document/paragraphs.js'
import { splitTexts } from '../document/split-texts.js'
import type { SettledFindings } from '../domain/case.js'
import { type Confirmation, type Finding, severities, type Severity } from '../domain/finding.js'
import { type HouseRules, noHouseRules } from '../domain/house-rules.js'
import {
  type CaseCheck,
  type CaseRule,
  type CheckSource,
  type Rule,
  sectionsOf,
  sentenceKey,
  type SectionRule,
  type SectionView,
  type SourceView,
} from './check-context.js'
import { fingerprintOf } from './fingerprint.js'
import { type Annotator, createAnnotator } from './extract/annotate.js'
import type { DateMention } from './extract/mention.js'
import { type PlacedParagraph, resolveDates } from './extract/resolve-dates.js'
import { allRules } from './rules.js'

export type { CheckSource } from './check-context.js'

export interface CheckOptions {
  /** Ids of the rules to run; all of them when left out. */
  rules?: readonly string[]
  /** Ids of rules that do not run. */
  off?: readonly string[]
  /** The least severity that is told; everything when left out. */
  lowest?: Severity
  /** How the house writes; without it the rule on house style finds nothing. */
  house?: HouseRules
  /** Told after each step what it settled; see `stepsOf`. */
  onSettled?: (settled: SettledFindings) => void
  /** Looked at between steps; an aborted run gives the findings so far, and the next one begins with what it has read. */
  signal?: { readonly aborted: boolean }
}

/** Runs checks again and again over sources that change a little, and keeps what it knows of unchanged paragraphs. */
export interface Checker {
  run(sources: readonly CheckSource[], options?: CheckOptions): Finding[]
  /**
   * What was looked into and is in order: a weekday that is right, a sum that adds up. In the order of the sources and of
   * the text. `options` choose the rules, as in `run`.
   */
  confirmations(sources: readonly CheckSource[], options?: CheckOptions): Confirmation[]
  /** What is known of one source's text: read anew only when the source is another than in the last run. */
  sections(source: CheckSource): readonly SectionView[]
}

export function createChecker(): Checker {
  const annotator = createAnnotator()
  const memory: Memory = {
    views: new Map(),
    findings: new WeakMap(),
    checks: new Map(),
    house: noHouseRules,
  }
  return {
    run(sources, options = {}) {
      memory.house = sameHouse(memory.house, options.house ?? noHouseRules)
      const found: Finding[] = []
      for (const settled of stepsOf(sources, options, annotator, memory)) {
        for (const finding of settled.findings) found.push(finding)
        options.onSettled?.(settled)
      }
      return sorted(found, sources)
    },
    sections: (source) => rememberedView(source, annotator, memory).sections,
    confirmations(sources, options = {}) {
      const views = sources.map((source) => rememberedView(source, annotator, memory))
      keep(sources, views, annotator, memory)
      const confirming = chosenRules(options).filter((rule) => rule.scope === 'section')
      const found = confirming.flatMap((rule) =>
        sectionsOf({ sources: views }).flatMap((section) => rule.confirm?.(section) ?? []),
      )
      return sorted(found, sources)
    },
  }
}

function chosenRules({ rules, off }: CheckOptions): readonly Rule[] {
  return allRules.filter(({ id }) => (rules?.includes(id) ?? true) && !off?.includes(id))
}

/** The rules known already when the new ones say the same, so that what was found under them stays known. */
function sameHouse(known: HouseRules, house: HouseRules): HouseRules {
  return known === house || JSON.stringify(known) === JSON.stringify(house) ? known : house
}

/** Remembers the views of a run, and forgets paragraphs that are gone. */
function keep(
  sources: readonly CheckSource[],
  views: readonly SourceView[],
  annotator: Annotator,
  memory: Memory,
): void {
  annotator.prune()
  memory.views = new Map(
    sources.map((source, index) => [source.id, { source, view: views[index] as SourceView }]),
  )
}

/** All findings on the sources, in the order of the sources and of the text. */
export function runChecks(sources: readonly CheckSource[], options: CheckOptions = {}): Finding[] {
  return createChecker().run(sources, options)
}

/** What is kept from one run to the next: views of unchanged sources, and what rules found in their sections. */
interface Memory {
  views: Map<string, { source: CheckSource; view: SourceView }>
  findings: WeakMap<SectionView, Map<string, { house: HouseRules; found: Finding[] }>>
  /** The running checks of rules over the whole case, by rule. */
  checks: Map<string, CaseCheck>
  /** The rules of the house of the last run. */
  house: HouseRules
}

function rememberedView(source: CheckSource, annotator: Annotator, { views }: Memory): SourceView {
  const kept = views.get(source.id)
  const isSame =
    kept?.source.text === source.text &&
    kept.source.published === source.published &&
    kept.source.title === source.title
  return isSame ? kept.view : viewOf(source, annotator)
}

/**
 * The steps of a run: each source in turn with the rules that read one text, then each rule that compares all texts. What
 * a step gives is certain, and no later step takes it back: the first kind depends on the source alone, and the second
 * waits for every text, since whether and how such a rule speaks of a text can turn on any other (how often a name is
 * spelt so, which of many passages is the earliest). A fingerprint that tells the same words in several sources apart
 * depends on the sources before, which are done by then.
 */
function* stepsOf(
  sources: readonly CheckSource[],
  options: CheckOptions,
  annotator: Annotator,
  memory: Memory,
): Generator<SettledFindings, void> {
  const rules = chosenRules(options)
  const sectionRules = rules.filter((rule) => rule.scope === 'section')
  const textRules = sectionRules.map(({ id }) => id)
  const places = new Map<string, string[]>()
  const told = (findings: Finding[]): Finding[] =>
    withoutRepeats(sorted(findings, sources), places).filter(isShown(options.lowest))
  const views: SourceView[] = []
  for (const source of sources) {
    if (options.signal?.aborted) return
    const view = rememberedView(source, annotator, memory)
    memory.views.set(source.id, { source, view })
    views.push(view)
    const found = sectionRules.flatMap((rule) =>
      view.sections.flatMap((section) => rememberedFindings(rule, section, memory)),
    )
    yield { sources: [source.id], textRules, caseRules: [], findings: told(found) }
  }
  keep(sources, views, annotator, memory)
  for (const rule of rules) {
    if (rule.scope !== 'case') continue
    if (options.signal?.aborted) return
    const found = rememberedCheck(rule, memory)({ sources: views })
    yield { sources: [], textRules, caseRules: [rule.id], findings: told(found) }
  }
}

function rememberedCheck(rule: CaseRule, { checks }: Memory): CaseCheck {
  const check = checks.get(rule.id) ?? rule.begin()
  checks.set(rule.id, check)
  return check
}

function rememberedFindings(rule: SectionRule, section: SectionView, memory: Memory): Finding[] {
  const { house, findings } = memory
  const bySection = findings.get(section) ?? new Map<string, { house: HouseRules; found: Finding[] }>()
  findings.set(section, bySection)
  const known = bySection.get(rule.id)
  if (known && (!rule.readsHouse || known.house === house)) return known.found
  const found = rule.run(section, house)
  bySection.set(rule.id, { house, found })
  return found
}

/** Whether a finding is as grave as the least that is told. */
function isShown(lowest: Severity = 'check'): (finding: Finding) => boolean {
  const graveFirst = severities.map(({ id }) => id)
  const least = graveFirst.indexOf(lowest)
  return ({ severity }) => graveFirst.indexOf(severity) <= least
}

/**
 * Two findings with one fingerprint in one source say the same of the same words: the first stands. The same words in
 * another source are another place to mend: listed with a fingerprint of their own, by the order of the sources. `places`
 * has the sources of each fingerprint in the steps before, and is added to.
 */
function withoutRepeats(findings: readonly Finding[], places: Map<string, string[]>): Finding[] {
  return findings.flatMap((finding) => {
    const source = finding.spans[0]?.source ?? ''
    const before = places.get(finding.fingerprint) ?? []
    if (before.includes(source)) return []
    places.set(finding.fingerprint, [...before, source])
    if (before.length === 0) return [finding]
    return [
      {
        ...finding,
        fingerprint: fingerprintOf(finding.category, [finding.fingerprint, String(before.length)]),
      },
    ]
  })
}

function sorted<T extends Confirmation>(findings: T[], sources: readonly CheckSource[]): T[] {
  const order = new Map(sources.map(({ id }, index) => [id, index]))
  const key = (finding: T): [number, number, number] => {
    const [span] = finding.spans
    return [order.get(span?.source ?? '') ?? 0, span?.start ?? 0, span?.end ?? 0]
  }
  const compare = (a: T, b: T): number => {
    const [x, y] = [key(a), key(b)]
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  }
  return findings.sort(compare)
}

function bySentence(dates: readonly DateMention[]): Map<string, DateMention[]> {
  const groups = new Map<string, DateMention[]>()
  for (const date of dates) {
    const key = sentenceKey(date.paragraph, date.sentence)
    const group = groups.get(key)
    if (group) group.push(date)
    else groups.set(key, [date])
  }
  return groups
}

function viewOf(source: CheckSource, annotator: Annotator): SourceView {
  const { id, text } = source
  const parts = splitTexts(text)
  const paragraphs = paragraphsOf(text).map(({ start, end }, index): PlacedParagraph => ({
    annotated: annotator.annotate(text.slice(start, end)),
    offset: start,
    index,
  }))
  const sections = parts.map(({ start, title }, index): SectionView => {
    const next = parts[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const from = index === 0 ? 0 : start
    const own = paragraphs.filter(
      ({ offset, annotated }) => offset + annotated.text.length > from && offset < next,
    )
    const heading = parts.length === 1 ? (source.title ?? title) : title
    const dates = resolveDates(own, source.published, heading)
    const datesBySentence = bySentence(dates)
    return {
      source: id,
      text,
      title: heading,
      published: source.published,
      paragraphs: own,
      dates,
      datesBySentence,
    }
  })
  return { id, text, sections }
}
