import type { Block, Span } from '../../../../shared/document/from-blocks.js'
import { headingOfOutline, type DocxNumbering, type DocxStyles, type Relationship } from './docx-parts.js'
import type { DocxRevisions } from './docx-revisions.js'
import { listsOf, type FlatItem } from '../list-builder.js'
import { childOf, descendantsOf, elementsOf, type XmlElement } from '../xml-tree.js'

/** What the parts of a document's text have in common. */
export interface DocxContext {
  styles: DocxStyles
  numbering: DocxNumbering
  links: ReadonlyMap<string, Relationship>
  counts: DocxCounts
  revisions: DocxRevisions
  /** The ids of the comments whose range has begun and not ended. */
  commented: Set<string>
  /** The footnotes and endnotes in the order in which the text refers to them, as `footnote 3`. */
  notes: string[]
}

/** What a person should be told of. */
export interface DocxCounts {
  hidden: number
  embedded: number
}

type Look = Omit<Span, 'text'>

/** A field that is open: its instruction until the separator, then its result. */
interface Field {
  instruction: string
  showsResult: boolean
}

/** The blocks of a body, a cell, a note or a text box. */
export function docxBlocks(root: XmlElement, context: DocxContext): Block[] {
  return new BodyReader(context).read(root)
}

class BodyReader {
  readonly #context: DocxContext
  readonly #blocks: Block[] = []
  readonly #numbers = new Map<string, number>()
  readonly #fields: Field[] = []
  #items: FlatItem[] = []
  #boxes: Block[] = []
  /** What paragraphs hold whose mark is left out, which the next one goes on from. */
  #carried: Span[] = []

  constructor(context: DocxContext) {
    this.#context = context
  }

  read(root: XmlElement): Block[] {
    this.#content(root)
    this.#endCarried()
    this.#endList()
    return this.#blocks
  }

  #content(parent: XmlElement): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'p') this.#paragraph(element)
      else if (element.name === 'tbl') this.#table(element)
      else if (element.name === 'altChunk') this.#context.counts.embedded++
      else if (element.name === 'AlternateContent') this.#content(alternative(element))
      else this.#other(element, () => this.#content(element))
    }
  }

  /** Reads what stands around text, unless it is a tracked change that is left out. */
  #other(element: XmlElement, read: () => void): void {
    const { revisions } = this.#context
    if (wrappers.has(element.name) || revisions.keeps(element)) read()
    else if (revisions.leavesOut(element))
      for (const inner of commentMarksIn(element)) this.#commentMark(inner)
    else this.#commentMark(element)
  }

  /** Comments hold for all text between their two marks, across paragraphs. */
  #commentMark({ name, attributes: { id = '' } }: XmlElement): void {
    const { commented } = this.#context
    if (name === 'commentRangeStart') commented.add(id)
    else if (name === 'commentRangeEnd') commented.delete(id)
  }

  #paragraph(paragraph: XmlElement): void {
    const { styles, numbering, revisions } = this.#context
    const properties = revisions.properties(paragraph, 'pPr')
    if (revisions.marksGone(childOf(childOf(paragraph, 'pPr'), 'rPr'))) {
      this.#inline(paragraph, {}, this.#carried)
      return
    }
    const style = {
      ...styles.of(childOf(properties, 'pStyle')?.attributes.val),
      ...headingOfOutline(properties),
    }
    const spans = this.#spans(paragraph)
    const numbered = childOf(properties, 'numPr')
    const numId = childOf(numbered, 'numId')?.attributes.val ?? style.numId
    const level = Number(childOf(numbered, 'ilvl')?.attributes.val ?? style.level) || 0
    const start = numId && style.heading === null ? numbering.start(numId, level) : undefined
    const block: Block = style.heading
      ? { kind: 'heading', level: style.heading, spans }
      : { kind: 'paragraph', spans }
    const visible = spans.some(({ text }) => text.trim())
    if (numId && start !== undefined && visible) {
      this.#items.push({ level, number: this.#number(numId, level, start), block })
    } else {
      if (visible || this.#boxes.length) this.#endList()
      this.#blocks.push(style.quote ? { kind: 'quote', blocks: [block] } : block)
    }
    this.#addBoxes()
  }

  #number(numId: string, level: number, start: number | null): number | null {
    if (start === null) return null
    const number = this.#numbers.get(`${numId} ${level}`) ?? start
    this.#numbers.set(`${numId} ${level}`, number + 1)
    for (let deeper = level + 1; deeper < 10; deeper++) this.#numbers.delete(`${numId} ${deeper}`)
    return number
  }

  /** What was to be joined to a paragraph that does not come. */
  #endCarried(): void {
    const spans = this.#carried
    this.#carried = []
    if (!spans.some(({ text }) => text.trim())) return
    this.#endList()
    this.#blocks.push({ kind: 'paragraph', spans })
    this.#addBoxes()
  }

  #endList(): void {
    for (const list of listsOf(this.#items)) this.#blocks.push(list)
    this.#items = []
  }

  /** Text boxes follow the paragraph that they are anchored in. */
  #addBoxes(): void {
    if (!this.#boxes.length) return
    this.#endList()
    this.#blocks.push(...this.#boxes)
    this.#boxes = []
  }

  #spans(paragraph: XmlElement): Span[] {
    const spans = this.#carried
    this.#carried = []
    this.#inline(paragraph, {}, spans)
    return spans
  }

  #inline(parent: XmlElement, look: Look, spans: Span[]): void {
    for (const element of elementsOf(parent)) {
      switch (element.name) {
        case 'r':
          this.#run(element, look, spans)
          break
        case 'hyperlink':
          this.#inline(element, { ...look, href: this.#target(element) }, spans)
          break
        case 'fldSimple':
          this.#inline(element, { ...look, ...linkOfField(element.attributes.instr ?? '') }, spans)
          break
        case 'AlternateContent':
          this.#inline(alternative(element), look, spans)
          break
        case 'commentRangeStart':
          this.#commentMark(element)
          spans.push(this.#commentedSpan('', look))
          break
        default:
          this.#other(element, () => this.#inline(element, look, spans))
      }
    }
  }

  #target({ attributes }: XmlElement): string | null {
    const link = this.#context.links.get(attributes.id ?? '')
    if (!link?.external) return null
    return attributes.anchor ? `${link.target}#${attributes.anchor}` : link.target
  }

  #run(run: XmlElement, around: Look, spans: Span[]): void {
    const properties = this.#context.revisions.properties(run, 'rPr')
    if (isOn(properties, 'vanish')) {
      this.#context.counts.hidden++
      return
    }
    const look: Look = { ...around }
    if (isOn(properties, 'b')) look.strong = true
    if (isOn(properties, 'i')) look.em = true
    this.#runContent(run, look, spans)
  }

  #runContent(run: XmlElement, look: Look, spans: Span[]): void {
    for (const element of elementsOf(run)) {
      const field = this.#fields.at(-1)
      if (element.name === 'fldChar') this.#fieldMark(element.attributes.fldCharType)
      else if (element.name === 'instrText' && field) field.instruction += textOf(element)
      else if (field && !field.showsResult) continue
      else if (element.name === 'AlternateContent') this.#runContent(alternative(element), look, spans)
      else if (element.name === 'drawing' || element.name === 'pict' || element.name === 'object')
        this.#box(element)
      else if (element.name === 'ruby') {
        const base = childOf(element, 'rubyBase')
        if (base) this.#inline(base, look, spans)
      } else {
        const text = this.#textOfPiece(element)
        const whole = { ...look, ...(field && linkOfField(field.instruction)) }
        if (text) spans.push(this.#commentedSpan(text, whole))
        else if (element.name === 'commentReference') {
          // A comment without a range stands where it is referred to; to one with a range, this adds nothing.
          spans.push({ text: '', comments: [element.attributes.id ?? ''] })
        }
      }
    }
  }

  #commentedSpan(text: string, look: Look): Span {
    const { commented } = this.#context
    return commented.size ? { ...look, text, comments: [...commented] } : { ...look, text }
  }

  #fieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ instruction: '', showsResult: false })
    else if (type === 'end') this.#fields.pop()
    else if (type === 'separate') {
      const field = this.#fields.at(-1)
      if (field) field.showsResult = true
    }
  }

  #textOfPiece(element: XmlElement): string {
    switch (element.name) {
      case 't':
      case 'delText':
        return textOf(element)
      case 'tab':
      case 'ptab':
        return '\t'
      case 'br':
      case 'cr':
        return '\n'
      case 'noBreakHyphen':
        return '\u2011'
      case 'softHyphen':
        return '\u00ad'
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMark(element)
      default:
        return ''
    }
  }

  #noteMark({ name, attributes }: XmlElement): string {
    const { notes } = this.#context
    return `[${notes.push(`${name.replace('Reference', '')} ${attributes.id ?? ''}`)}]`
  }

  #box(drawing: XmlElement): void {
    for (const box of outermost(drawing, 'txbxContent')) this.#boxes.push(...docxBlocks(box, this.#context))
  }

  /** A row is a paragraph, its cells parted by tabs; a table of one column is only a frame around its content. */
  #table(table: XmlElement): void {
    this.#endCarried()
    this.#endList()
    const { revisions } = this.#context
    const rows = wrapped(table, 'tr', revisions).filter((row) => !revisions.marksGone(childOf(row, 'trPr')))
    const cells = rows.map((row) =>
      wrapped(row, 'tc', revisions).filter((cell) => !revisions.marksGone(childOf(cell, 'tcPr'))),
    )
    if (cells.every(({ length }) => length <= 1)) {
      for (const [cell] of cells) if (cell) this.#blocks.push(...docxBlocks(cell, this.#context))
      return
    }
    cells.forEach((row, index) => {
      const spans = row.flatMap((cell, column) => [
        ...(column ? [{ text: '\t' }] : []),
        ...flatSpans(docxBlocks(cell, this.#context)),
      ])
      this.#blocks.push({ kind: 'paragraph', spans, tight: index > 0 })
    })
  }
}

/** The ends of comments' ranges in what is left out: they hold for the text around it. */
function commentMarksIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((inner) => [inner, ...commentMarksIn(inner)])
}

const wrappers = new Set(['sdt', 'sdtContent', 'smartTag', 'customXml', 'bdo', 'dir', 'tr', 'subDoc'])

function alternative(element: XmlElement): XmlElement {
  return (
    childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? { name: '', attributes: {}, children: [] }
  )
}

/** The children of that name, also those inside content controls and tracked changes that are read. */
function wrapped(parent: XmlElement, name: string, revisions: DocxRevisions): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element]
    const isRead = wrappers.has(element.name) || revisions.keeps(element)
    return isRead ? wrapped(element, name, revisions) : []
  })
}

function outermost(root: XmlElement, name: string): XmlElement[] {
  return elementsOf(root.name === 'AlternateContent' ? alternative(root) : root).flatMap((element) =>
    element.name === name ? [element] : outermost(element, name),
  )
}

/** The blocks of a cell as one stretch. */
export function flatSpans(blocks: readonly Block[]): Span[] {
  const parts = blocks.map((block): Span[] => {
    if ('spans' in block) return block.spans
    if (block.kind === 'list') return flatSpans(block.items.flat())
    return block.kind === 'quote' ? flatSpans(block.blocks) : []
  })
  return parts
    .filter((spans) => spans.some(({ text }) => text.trim()))
    .flatMap((spans, index) => [...(index ? [{ text: ' ' }] : []), ...spans])
    .map((span, index) => {
      const text = span.text.replace(/\s+/g, ' ')
      return { ...span, text: index ? text : text.trimStart() }
    })
}

function isOn(properties: XmlElement | undefined, name: string): boolean {
  const element = childOf(properties, name)
  return element !== undefined && !/^(0|false|off|none)$/.test(element.attributes.val ?? '')
}

function linkOfField(instruction: string): Look {
  const match = /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)
  return match ? { href: match[1]! } : {}
}

function textOf(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('')
}

/** How many paragraphs a part has, those of cells and text boxes included. */
export function paragraphCount(root: XmlElement): number {
  return descendantsOf(root, 'p').length
}
