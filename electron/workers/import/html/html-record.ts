import type { FoundRecord } from '../../../../shared/domain/import-preview.js'
import { foundRecord, type Claimed } from '../found-record.js'
import {
  attributeOf,
  childrenOf,
  elementsIn,
  rawTextOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js'

/** Names under which pages say each thing in `<meta>`, the most telling first. */
const metaNames = {
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'],
  author: [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'byl',
  ],
  publisher: [
    'og:site_name',
    'dc.publisher',
    'dcterms.publisher',
    'citation_journal_title',
    'application-name',
  ],
  published: [
    'article:published_time',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'citation_publication_date',
    'parsely-pub-date',
    'pubdate',
    'date',
  ],
  url: ['og:url'],
} as const

/** Of data for search engines no more than this is read, in UTF-16 code units. */
const longestData = 500_000

/** What a page says of itself: in its data for search engines, its `<meta>` and `<link>` elements and its title. */
export function htmlRecord(root: HtmlNode): FoundRecord {
  const elements = [...elementsIn(root)]
  const meta = metaOf(elements)
  const named = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value?.trim())
  const data = articleData(elements)
  const title = elements.find(({ tagName }) => tagName === 'title')
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical',
  )
  const author = named(metaNames.author)
  const found = foundRecord({
    title: data.title ?? named(metaNames.title) ?? (title && rawTextOf(title)),
    author: data.author ?? (author && !/^https?:/i.test(author) ? author : null),
    publisher: data.publisher ?? named(metaNames.publisher),
    published: data.published ?? named(metaNames.published) ?? publishedTime(elements),
    url: canonical && attributeOf(canonical, 'href'),
    language: elements[0] && attributeOf(elements[0], 'lang'),
  })
  return {
    ...found,
    url: found.url ?? foundRecord({ url: named(metaNames.url) ?? savedFrom(root) ?? data.url }).url,
  }
}

function metaOf(elements: readonly HtmlElement[]): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const content = attributeOf(element, 'content')
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributeOf(element, attribute)?.toLowerCase()
      if (name && content && !meta.has(name)) meta.set(name, content)
    }
  }
  return meta
}

function publishedTime(elements: readonly HtmlElement[]): string | null {
  const time = elements.find(
    (element) =>
      element.tagName === 'time' &&
      (attributeOf(element, 'itemprop') === 'datePublished' || attributeOf(element, 'pubdate') !== null),
  )
  return time ? attributeOf(time, 'datetime') : null
}

/** The address in the comment that browsers put into a page that they save. */
function savedFrom(root: HtmlNode): string | null {
  for (const node of childrenOf(root)) {
    const match = 'data' in node ? /saved from url=\(\d+\)(\S+)/.exec(node.data) : null
    if (match) return match[1] ?? null
  }
  return null
}

/** The first article among the JSON-LD data of a page (schema.org). */
function articleData(elements: readonly HtmlElement[]): Claimed {
  for (const element of elements) {
    if (element.tagName !== 'script' || attributeOf(element, 'type') !== 'application/ld+json') continue
    const article = articleIn(jsonOf(rawTextOf(element)), 0)
    if (!article) continue
    return {
      title: textOf(article.headline),
      author: namesOf(article.author),
      publisher: namesOf(article.publisher),
      published: textOf(article.datePublished),
      url: textOf(article.url),
    }
  }
  return {}
}

type Json = Record<string, unknown>

function jsonOf(text: string): unknown {
  if (text.length > longestData) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function articleIn(value: unknown, depth: number): Json | null {
  if (depth > 4 || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) {
      const found = articleIn(item, depth + 1)
      if (found) return found
    }
    return null
  }
  const object = value as Json
  const isArticle = [object['@type']]
    .flat()
    .some((type) => typeof type === 'string' && /Article$|Posting$|^Report$/.test(type))
  return isArticle ? object : articleIn(object['@graph'], depth + 1)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** One or several people or organisations, each a name or an object with one. */
function namesOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .slice(0, 20)
    .map((one) => textOf(one) ?? textOf((one as Json | null)?.name))
  return names.filter((name) => name && !/^https?:/i.test(name)).join(', ') || null
}
