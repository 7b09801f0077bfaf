import type { FoundRecord } from '../../../shared/domain/import-preview.js'
import { dateMeant } from '../../../shared/domain/typed-date.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'
import { foundRecord, type Claimed } from './found-record.js'

/** How much of a text is its head: lines with something on them, and the UTF-16 code units in which they are looked for. */
const headLines = 10
const headLength = 3000

/** Of a line no more than this can be a line of the head, in UTF-16 code units: what is longer is prose. */
const longestLine = 200

/**
 * What the first lines of a text say of it in so many words: front matter, lines such as “By Jane Doe”, “Published: 20 March
 * 2024” and “Source: https://…”, or a line that is nothing but a full date. What is said twice in different ways is left out.
 */
export function headRecord(text: string): FoundRecord {
  const lines = text
    .slice(0, headLength)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
  const { fields, rest } = frontMatter(lines)
  const said = rest
    .filter(Boolean)
    .slice(0, headLines)
    .flatMap((line, index) => (line.length > longestLine ? [] : statementsOf(unmarked(line), index)))
  const labelled = onlyOf(said)
  return foundRecord({ ...labelled, ...fields })
}

/** One thing that a line says. A date without a label is only taken where no other line has one. */
interface Statement {
  field: keyof Claimed
  value: string
  isBare?: boolean
}

/** For each field the one value that is said of it; a label counts more than a bare date. */
function onlyOf(said: readonly Statement[]): Claimed {
  const claimed: Claimed = {}
  for (const field of new Set(said.map((one) => one.field))) {
    const all = said.filter((one) => one.field === field)
    const labelled = all.filter(({ isBare }) => !isBare)
    const values = new Set((labelled.length ? labelled : all).map(({ value }) => value))
    if (values.size === 1) claimed[field] = [...values][0]!
  }
  return claimed
}

/** A line without the signs of Markdown around it, and without bold, italics and signs of footnotes in it. */
function unmarked(line: string): string {
  return line
    .replace(/^(?:#{1,6}|>|[-*+])\s+/, '')
    .replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a line says; several things where it has bars or dots between them (“By Jane Doe | 20 March 2024”). */
function statementsOf(line: string, index: number): Statement[] {
  return line.split(/\s+[|·•–—]\s+/).flatMap((part) => statementOf(part.trim(), index) ?? [])
}

function statementOf(part: string, index: number): Statement[] | null {
  const [, label = '', value = ''] = /^([a-z][a-z ]{1,16}?)\s*:\s+(\S.*)$/i.exec(part) ?? []
  return (
    labelledAs(label.toLowerCase(), value) ?? bylineOf(part, index) ?? publicationOf(part) ?? bareOf(part)
  )
}

const labels: Readonly<Record<string, keyof Claimed>> = {
  author: 'author',
  authors: 'author',
  by: 'author',
  byline: 'author',
  'written by': 'author',
  publisher: 'publisher',
  publication: 'publisher',
  'published by': 'publisher',
  'published in': 'publisher',
  published: 'published',
  'published on': 'published',
  'first published': 'published',
  'publication date': 'published',
  'date published': 'published',
  date: 'published',
  dated: 'published',
  posted: 'published',
  'posted on': 'published',
  url: 'url',
  link: 'url',
  source: 'url',
  address: 'url',
}

function labelledAs(label: string, value: string): Statement[] | null {
  const field = Object.hasOwn(labels, label) ? labels[label] : undefined
  if (field === undefined) return null
  if (field === 'published') return dated(value)
  if (field === 'url') return isWebAddress(value) ? [{ field, value }] : null
  return hasLetter(value) ? [{ field, value }] : null
}

/** Whether words can name anybody. */
const hasLetter = (words: string): boolean => /\p{L}/u.test(words)

/** “By Jane Doe and John Roe, correspondents”: names, and no title of a text, which stands in its first line. */
function bylineOf(part: string, index: number): Statement[] | null {
  const [, rest = ''] = /^(?:by|written by|words by|reporting by|BY)\s+(\S.*)$/i.exec(part) ?? []
  if (!rest || (index === 0 && !/^(?:written|words|reporting)/i.test(part))) return null
  const [people = '', ...after] = rest.split(/,\s+/)
  const names = [people, ...after.filter((piece) => !isRole(piece) && !dateIn(piece))]
  const date = after.map(dateIn).find((found) => found !== null)
  if (!names.every(isName)) return null
  return [
    { field: 'author', value: names.join(', ') },
    ...(date ? [{ field: 'published' as const, value: date }] : []),
  ]
}

/** “Published by the Harbour Board on 20 March 2024”, “Published Wed 20 Mar 2024 10.15 GMT”. */
function publicationOf(part: string): Statement[] | null {
  const [, rest = ''] = /^(?:first )?(?:published|posted|issued) (\S.*)$/i.exec(part) ?? []
  const [, who = '', when = ''] = /^(?:by|in) (\S.*?)(?:,? on (\S.*))?$/i.exec(rest) ?? []
  const date = dateIn(when || rest.replace(/^on /i, ''))
  const isPublisher = hasLetter(who) && who.length <= 80 && !/[\d.!?]/.test(who)
  if ((!isPublisher && who) || (when && !date)) return null
  const said: Statement[] = isPublisher ? [{ field: 'publisher', value: who }] : []
  if (date) said.push({ field: 'published', value: date })
  return said.length ? said : null
}

/** A line that is nothing but a full date, or an address of the web. */
function bareOf(part: string): Statement[] | null {
  if (/^https:\/\/\S+$/.test(part) && isWebAddress(part)) return [{ field: 'url', value: part }]
  const date = dateIn(part)
  return date ? [{ field: 'published', value: date, isBare: true }] : null
}

function dated(value: string): Statement[] | null {
  const date = dateIn(value)
  return date ? [{ field: 'published', value: date }] : null
}

const weekday = /^(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i
const clock =
  /,?(?: at)?[ T]\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|Z|[+-]\d{2}:?\d{2}))?$/i

/** The day that words are the date of, with a weekday and a time of day at most; null for all else. */
function dateIn(words: string): string | null {
  const day = words.replace(weekday, '').replace(clock, '').trim()
  const date = /\d{4}/.test(day) ? dateMeant(day) : null
  return date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

const roles =
  /\b(?:correspondent|correspondents|editor|editors|reporter|reporters|writer|writers|staff|columnist|chief|analyst|desk|agencies)\b/i

const isRole = (piece: string): boolean => roles.test(piece)

/** Words that follow “By” where nobody is named. */
const noNames =
  /^(?:appointment|invitation|order|popular|request|the way|now|then|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/i

/** One to eight words that begin with capitals, but for the small words of names. */
function isName(piece: string): boolean {
  const words = piece.split(' ')
  const small = /^(?:and|&|de|da|del|della|der|den|di|dos|du|el|al|bin|ibn|la|le|of|the|van|von|ten|y|zu)$/
  return (
    words.length <= 8 &&
    !noNames.test(piece) &&
    !/[\d!?:;]|[^.]\.\.|\p{Ll}{2}\.$/u.test(piece) &&
    words.every((word) => small.test(word) || /^['‘’]?\p{Lu}/u.test(word)) &&
    words.some((word) => /^['‘’]?\p{Lu}/u.test(word))
  )
}

const frontFields: Readonly<Record<string, keyof Claimed>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  publisher: 'publisher',
  publication: 'publisher',
  date: 'published',
  published: 'published',
  url: 'url',
  link: 'url',
  source: 'url',
  lang: 'language',
  language: 'language',
}

/** The plain values of the front matter that a text begins with, and the lines behind it. */
function frontMatter(lines: readonly string[]): { fields: Claimed; rest: readonly string[] } {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  if (end < 0) return { fields: {}, rest: lines }
  const fields: Claimed = {}
  for (const line of lines.slice(1, end)) {
    const [, name = '', value = ''] = /^([a-z]+)\s*:\s*(["']?)(\S.*?)\2$/i.exec(line)?.toSpliced(2, 1) ?? []
    const key = name.toLowerCase()
    const field = Object.hasOwn(frontFields, key) ? frontFields[key] : undefined
    if (field && fields[field] === undefined && !/^[[{|>&*]/.test(value)) {
      fields[field] = field === 'published' ? (dateIn(value) ?? value) : value
    }
  }
  return { fields, rest: lines.slice(end + 1) }
}
