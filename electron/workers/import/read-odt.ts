import type { Block, Span } from '../../../shared/document/from-blocks.js'
import { flatSpans } from './docx/docx-body.js'
import { foundRecord } from './found-record.js'
import { OdfStyles } from './odf-parts.js'
import { changesNotices, datesNotice } from './notices.js'
import type { FormattedText } from './read-format.js'
import { damaged, grouped, notOpened, pastLimit } from './refusals.js'
import {
  childOf,
  descendantsOf,
  elementsOf,
  findElement,
  parseXml,
  textIn,
  type XmlElement,
} from './xml-tree.js'
import type { Archive } from './zip-gate.js'

const mostParagraphs = 100_000

/** The text of an OpenDocument text with its structure; deletions in tracked changes and comments are left out. */
export async function readOdt(archive: Archive, file: string): Promise<FormattedText> {
  const part = async (name: string): Promise<XmlElement | null> => {
    const bytes = await archive.read(name)
    return bytes && parseXml(bytes, name, file)
  }
  const manifest = await part('META-INF/manifest.xml')
  if (manifest && descendantsOf(manifest, 'encryption-data').length) {
    throw notOpened(
      file,
      'is protected by a password',
      'Open it with the password in LibreOffice, and save it without one.',
    )
  }
  const content = await part('content.xml')
  const body = content && findElement(content, 'body')
  const text = body && childOf(body, 'text')
  if (!content || !text) throw damaged(file, 'the part that holds its text is missing')
  const paragraphs = descendantsOf(text, 'p').length
  if (paragraphs > mostParagraphs) {
    throw pastLimit(file, `has ${grouped(paragraphs)} paragraphs; the limit is ${grouped(mostParagraphs)}`)
  }
  const walk = new OdtWalk(new OdfStyles([await part('styles.xml'), content]))
  const blocks = walk.read(text)
  const meta = await part('meta.xml')
  const value = (name: string): string => (meta ? textIn(findElement(meta, name)) : '')
  const record = foundRecord({
    title: value('title'),
    author: value('initial-creator') || value('creator'),
    language: value('language'),
  })
  const day = (name: string): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(value(name).trim())?.[0]
  return {
    blocks,
    record,
    notices: [...changeNotices(text), ...datesNotice(day('creation-date'), day('date'))],
  }
}

function changeNotices(text: XmlElement): string[] {
  const changes = childOf(text, 'tracked-changes')
  const count = (name: string): number => (changes ? descendantsOf(changes, name).length : 0)
  const comments = descendantsOf(text, 'annotation').length
  return changesNotices({ inserted: count('insertion'), deleted: count('deletion'), comments })
}

type Look = Omit<Span, 'text'>

class OdtWalk {
  readonly #styles: OdfStyles
  readonly #notes: Block[] = []
  #boxes: Block[] = []

  constructor(styles: OdfStyles) {
    this.#styles = styles
  }

  read(text: XmlElement): Block[] {
    const blocks = this.#blocks(text)
    return this.#notes.length ? [...blocks, { kind: 'rule' }, ...this.#notes] : blocks
  }

  #blocks(parent: XmlElement): Block[] {
    return elementsOf(parent).flatMap((element) => this.#block(element))
  }

  #block(element: XmlElement): Block[] {
    switch (element.name) {
      case 'h':
        return this.#withBoxes({
          kind: 'heading',
          level: Number(element.attributes['outline-level'] ?? 1),
          spans: this.#spans(element),
        })
      case 'p':
        return this.#paragraph(element)
      case 'list':
        return [this.#list(element, element.attributes['style-name'], 0)]
      case 'table':
        return this.#table(element)
      case 'section':
      case 'index-body':
      case 'text-box':
      case 'numbered-paragraph':
        return this.#blocks(element)
      case 'frame':
        return elementsOf(element, 'text-box').flatMap((box) => this.#blocks(box))
      default:
        return element.name.endsWith('-index') || element.name === 'table-of-content'
          ? this.#blocks(element)
          : []
    }
  }

  #paragraph(element: XmlElement): Block[] {
    const block: Block = { kind: 'paragraph', spans: this.#spans(element) }
    return this.#withBoxes(
      this.#styles.of(element.attributes['style-name']).quote ? { kind: 'quote', blocks: [block] } : block,
    )
  }

  /** Text boxes follow the paragraph that they are anchored in. */
  #withBoxes(block: Block): Block[] {
    const boxes = this.#boxes
    this.#boxes = []
    return [block, ...boxes]
  }

  #list(list: XmlElement, style: string | undefined, level: number): Block {
    const items = elementsOf(list)
      .filter(({ name }) => name === 'list-item' || name === 'list-header')
      .map((item) =>
        elementsOf(item).flatMap((element) =>
          element.name === 'list'
            ? [this.#list(element, element.attributes['style-name'] ?? style, level + 1)]
            : this.#block(element),
        ),
      )
    const first = elementsOf(list, 'list-item')[0]?.attributes['start-value']
    const start = this.#styles.listStart(style, level)
    return { kind: 'list', start: start === null ? null : Number(first ?? start), items }
  }

  #table(table: XmlElement): Block[] {
    const rows = rowsOf(table).map((row) => elementsOf(row, 'table-cell').map((cell) => this.#blocks(cell)))
    if (rows.every(({ length }) => length <= 1)) return rows.flat(2)
    return rows.map((cells, index) => ({
      kind: 'paragraph',
      tight: index > 0,
      spans: cells.flatMap((blocks, column) => [...(column ? [{ text: '\t' }] : []), ...flatSpans(blocks)]),
    }))
  }

  #spans(element: XmlElement): Span[] {
    const spans: Span[] = []
    this.#inline(element, {}, spans)
    return spans
  }

  #inline(parent: XmlElement, look: Look, spans: Span[]): void {
    for (const node of parent.children) {
      if (typeof node === 'string') this.#text(node, look, spans)
      else this.#piece(node, look, spans)
    }
  }

  /** White space collapses; what is meant to stay has elements of its own. */
  #text(value: string, look: Look, spans: Span[]): void {
    const text = value.replace(/[ \t\r\n]+/g, ' ')
    const before = spans.at(-1)?.text ?? ' '
    spans.push({ ...look, text: text.startsWith(' ') && before.endsWith(' ') ? text.slice(1) : text })
  }

  #piece(element: XmlElement, look: Look, spans: Span[]): void {
    switch (element.name) {
      case 'span': {
        const style = this.#styles.of(element.attributes['style-name'])
        if (style.hidden) return
        return this.#inline(
          element,
          { ...look, em: style.em || look.em === true, strong: style.strong || look.strong === true },
          spans,
        )
      }
      case 'a':
        return this.#inline(element, { ...look, href: element.attributes.href ?? null }, spans)
      case 's':
        spans.push({ ...look, text: ' '.repeat(Math.min(Number(element.attributes.c ?? 1) || 1, 100)) })
        return
      case 'tab':
        spans.push({ ...look, text: '\t' })
        return
      case 'line-break':
        spans.push({ ...look, text: '\n' })
        return
      case 'note':
        return this.#note(element, look, spans)
      case 'frame':
      case 'custom-shape':
      case 'text-box':
        return this.#box(element)
      default:
        if (!leftOut.has(element.name)) this.#inline(element, look, spans)
    }
  }

  #box(element: XmlElement): void {
    const boxes = element.name === 'frame' ? elementsOf(element, 'text-box') : [element]
    const blocks = boxes.flatMap((box) => this.#blocks(box))
    this.#boxes.push(...blocks)
  }

  #note(note: XmlElement, look: Look, spans: Span[]): void {
    const body = childOf(note, 'note-body')
    const index = this.#notes.push({ kind: 'paragraph', spans: [] })
    spans.push({ ...look, text: `[${index}]` })
    this.#notes[index - 1] = {
      kind: 'paragraph',
      spans: [{ text: `[${index}] ` }, ...flatSpans(body ? this.#blocks(body) : [])],
    }
  }
}

const leftOut = new Set([
  'annotation',
  'annotation-end',
  'tracked-changes',
  'ruby-text',
  'image',
  'object',
  'title',
  'desc',
])

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'table-row') return [element]
    return /^table-(rows|header-rows|row-group)$/.test(element.name) ? rowsOf(element) : []
  })
}
