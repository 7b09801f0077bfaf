import type { Claim } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { SearchFilters, SearchQuery } from '../../../shared/domain/search-query.js'
import type { Records } from '../case/records.js'
import { evidenceOf, notesOf } from '../selections.js'

/**
 * Whether a claim is one that the search of the case would list for a query: it passes the filters, and all words stand
 * in one place, which is its quote with the proposed wording, one of its notes, or one piece of its evidence.
 */
export function matches(query: SearchQuery, claim: Claim, records: Records): boolean {
  return matcher(query, records)(claim)
}

/** The same for many claims: what depends on the query alone is made once. */
export function matcher({ terms, filters }: SearchQuery, records: Records): (claim: Claim) => boolean {
  const passes = filterOf(filters, records)
  const phrases = terms.map(({ text, isPrefix }) => phraseOf(text, isPrefix))
  const isSince = (changed: string): boolean => filters.since === null || changed >= filters.since
  if (phrases.length === 0) return (claim) => passes(claim) && isSince(claim.updatedAt)
  return (claim) =>
    passes(claim) &&
    placesOf(claim, records).some(
      (place) => isSince(place.updatedAt) && phrases.every((phrase) => wordsOf(place).includes(phrase)),
    )
}

function filterOf(filters: SearchFilters, records: Records): (claim: Claim) => boolean {
  const { verdict, type, status, has } = filters
  const sources = filters.source.length > 0 ? sourcesNamed(filters.source, records) : null
  const tags = new Set(filters.tag.map(inLowerAscii))
  const assignees = filters.assignee.length > 0 ? assigneesNamed(filters.assignee, records) : null
  return (claim) =>
    isAmong(verdict, claim.verdict ?? 'none') &&
    isAmong(type, claim.type) &&
    isAmong(status, claim.status) &&
    (sources === null || sources.has(claim.sourceId)) &&
    (tags.size === 0 || claim.tags.some((tag) => tags.has(inLowerAscii(tag)))) &&
    (assignees === null || assignees.has(claim.assigneeId ?? null)) &&
    (!has.includes('note') || notesOf(records, claim.id).length > 0) &&
    (!has.includes('evidence') || evidenceOf(records, claim.id).length > 0)
}

/** A filter that names nothing lets all through. */
const isAmong = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.includes(value)

function sourcesNamed(wanted: readonly string[], { source }: Records): Set<string> {
  const parts = wanted.map(inLowerAscii)
  const isNamed = ({ id, title }: { id: string; title: string }): boolean =>
    wanted.includes(id) || parts.some((part) => inLowerAscii(title).includes(part))
  return new Set([...source.values()].filter(isNamed).map(({ id }) => id))
}

/** The people one of whose names has one of these parts; null among them stands for nobody, whom `none` names. */
function assigneesNamed(wanted: readonly string[], { person }: Records): Set<string | null> {
  const parts = wanted.map(inLowerAscii)
  const named: (string | null)[] = [...person.values()]
    .filter(({ name }) => parts.some((part) => part !== 'none' && inLowerAscii(name).includes(part)))
    .map(({ id }) => id)
  return new Set(parts.includes('none') ? [null, ...named] : named)
}

/** SQLite ignores the case of these letters only. */
const inLowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

interface Place {
  updatedAt: string
}

function placesOf(claim: Claim, records: Records): Place[] {
  return [claim, ...notesOf(records, claim.id), ...evidenceOf(records, claim.id)]
}

/** The folded words of a record, which is never changed in place, between single spaces. */
const foldedWords = new WeakMap<Place, string>()

function wordsOf(place: Place): string {
  const known = foldedWords.get(place)
  if (known !== undefined) return known
  const words = folded(bodyOf(place))
  foldedWords.set(place, words)
  return words
}

function bodyOf(place: Place): string {
  if ('selector' in place && 'correction' in place) {
    const { selector, correction } = place as Claim
    return [selector.exact, correction].filter(Boolean).join('\n')
  }
  if ('text' in place) return (place as { text: string }).text
  const { title, quote, url } = place as Evidence
  return [title, quote, url].filter(Boolean).join('\n')
}

/** What of a text can be a word, and the marks that the index takes off letters. */
const words = /[\p{L}\p{N}\p{Co}]+/gu
const marks = /[\u0300-\u0331]/g

/** Words without case and diacritics, as the index has them, with a space on either side of each. */
function folded(text: string): string {
  const plain = text.normalize('NFD').replace(marks, '').toLowerCase()
  return ` ${plain.match(words)?.join(' ') ?? ''} `
}

function phraseOf(text: string, isPrefix: boolean): string {
  const phrase = folded(text)
  return isPrefix ? phrase.trimEnd() : phrase
}
