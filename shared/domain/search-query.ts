import { claimTypes } from './claim.js'
import { defaultCaseScale, type CaseScale } from './case-scale.js'
import { statuses } from './verdicts.js'

/** A word, or words in a row ("..."), to be found; with `isPrefix` the last word may go on. */
export interface SearchTerm {
  text: string
  isPrefix: boolean
}

/** What a claim, or the claim of a note or a piece of evidence, must be. Of several values of one field one is enough. */
export interface SearchFilters {
  verdict: string[]
  type: string[]
  status: string[]
  tag: string[]
  /** Parts of a source's title, or its id. */
  source: string[]
  /** Parts of the name of the person who is to check it; `none` for nobody. */
  assignee: string[]
  has: ('note' | 'evidence')[]
  /** The last change is not before this day (YYYY-MM-DD, in UTC). */
  since: string | null
}

export interface SearchQuery {
  /** All must be found in one place. */
  terms: SearchTerm[]
  filters: SearchFilters
  /** Parts that could not be used, as they were typed. */
  ignored: string[]
}

const mostTerms = 32

const known: Record<'type' | 'status' | 'has', ReadonlySet<string>> = {
  type: new Set(claimTypes.map(({ id }) => id)),
  status: new Set(statuses.map(({ id }) => id)),
  has: new Set(['note', 'evidence']),
}

/**
 * Reads what a person typed: words, "words in a row", the beginning of a word (`bridg*`), and filters such as
 * `verdict:garbled`, `tag:"to do"` or `since:2026-02-01`. Total: there is no string that it refuses; what makes no sense
 * is listed in `ignored`, and a field that it does not know is a word. Verdicts are named by their id or name in `scale`.
 */
export function parseSearchQuery(query: string, scale: CaseScale = defaultCaseScale): SearchQuery {
  const parsed: SearchQuery = {
    terms: [],
    filters: { verdict: [], type: [], status: [], tag: [], source: [], assignee: [], has: [], since: null },
    ignored: [],
  }
  for (const [typed, field, quotedValue, plainValue, quoted, plain, star] of query.matchAll(pieces)) {
    const value = quotedValue ?? plainValue
    if (field !== undefined && value !== undefined) {
      if (!addFilter(parsed.filters, field, value, scale)) parsed.ignored.push(typed)
    } else if (!addTerm(parsed.terms, quoted ?? plain ?? '', star === '*')) parsed.ignored.push(typed)
  }
  return parsed
}

/** `field:"value"`, `field:value`, `"several words"`, `word`; the last two with a star or without. */
const pieces =
  /(?<![^\s])(verdict|type|status|tag|source|assignee|has|since):(?:"([^"]*)"?|([^\s"]+))|(?:"([^"]*)"?|([^\s"*]+))(\*)?|\*/giu

function addTerm(terms: SearchTerm[], typed: string, isPrefix: boolean): boolean {
  // oxlint-disable-next-line no-control-regex
  const text = typed.replace(/[\0-\x1f]/g, ' ').trim()
  if (!/[\p{L}\p{N}\p{Co}]/u.test(text) || terms.length >= mostTerms) return false
  terms.push({ text, isPrefix })
  return true
}

function addFilter(
  filters: SearchFilters,
  typedField: string,
  typedValue: string,
  scale: CaseScale,
): boolean {
  const field = typedField.toLowerCase() as keyof SearchFilters
  const value = typedValue.trim()
  if (!value) return false
  if (field === 'since') {
    if (!isDay(value)) return false
    filters.since = value
    return true
  }
  if (field === 'tag' || field === 'source' || field === 'assignee') {
    filters[field].push(value)
    return true
  }
  const id = value.toLowerCase().replaceAll(' ', '-')
  if (field === 'verdict') {
    const named = verdictsNamed(id, scale)
    filters.verdict.push(...named)
    return named.length > 0
  }
  if (!known[field].has(id)) return false
  filters[field].push(id as never)
  return true
}

/** `none` stands for a claim without a verdict; verdicts of the past may have the name of a present one. */
function verdictsNamed(name: string, { verdicts, former }: CaseScale): string[] {
  if (name === 'none') return ['none']
  const named = (words: string): string => words.toLowerCase().replaceAll(' ', '-')
  return [...verdicts, ...former]
    .filter(({ id, label }) => id === name || named(label) === name)
    .map(({ id }) => id)
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
