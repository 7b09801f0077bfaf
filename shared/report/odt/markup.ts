import { escapeXml } from '../escape-xml.js'
import type { BodyTable } from '../office/body-blocks.js'
import { linkedPieces } from '../office/linked-text.js'
import type { Pieces } from '../pieces.js'

/** How a stretch of text is set. */
interface SpanStyle {
  strong?: boolean
  em?: boolean
  code?: boolean
}

/**
 * Writes the text of one paragraph. OpenDocument joins white space that stands together and drops it at the ends of a
 * paragraph, so that every space but a single one between two other characters is written as an element.
 */
export class TextWriter {
  #wasSpace = true

  /** What comes next may turn out to begin the paragraph, as where something stands before it that can go. */
  mayBegin(): void {
    this.#wasSpace = true
  }

  /** Text in its style; `isLast` says that the paragraph ends with it. */
  span(text: string, style: SpanStyle = {}, isLast = false): string {
    const content = this.#text(text, isLast)
    const name = [style.strong && 'Strong', style.em && 'Emphasis', style.code && 'Code'].find(Boolean)
    if (!name || content === '') return content
    const both = style.strong && style.em ? 'StrongEmphasis' : name
    return `<text:span text:style-name="${both}">${content}</text:span>`
  }

  #text(text: string, isLast: boolean): string {
    // Most text needs nothing of what follows.
    if (!/^ | {2}| $|[\t\n\r]/.test(text)) {
      if (text !== '') this.#wasSpace = false
      return escapeXml(text)
    }
    return text
      .split(/(\t|\r\n|[\n\r]| +)/)
      .map((piece, index, all) =>
        this.#piece(piece, isLast && all.slice(index + 1).every((rest) => rest === '')),
      )
      .join('')
  }

  #piece(piece: string, isEnd: boolean): string {
    if (piece === '') return ''
    if (piece === '\t') return this.#element('<text:tab/>')
    if (/^[\r\n]/.test(piece)) return this.#element('<text:line-break/>')
    if (!/^ +$/.test(piece)) {
      this.#wasSpace = false
      return escapeXml(piece)
    }
    const isPlain = !this.#wasSpace && !isEnd
    this.#wasSpace = true
    const more = isPlain ? piece.length - 1 : piece.length
    return `${isPlain ? ' ' : ''}${more ? `<text:s text:c="${more}"/>` : ''}`
  }

  #element(element: string): string {
    this.#wasSpace = true
    return element
  }
}

/** A paragraph of finished content. */
export function paragraph(content: string, style = 'Text_20_body'): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`
}

export function heading(level: number, content: string): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${content}</text:h>`
}

/** A paragraph of plain text. */
export function plainParagraph(text: string, style?: string): string {
  return paragraph(new TextWriter().span(text, {}, true), style)
}

/** A term in a column of its own, and what it says, with its web addresses as links. */
export function factParagraph(label: string, text: string, style: string): string {
  const writer = new TextWriter()
  const term = writer.span(`${label}\t`, { strong: true })
  const pieces = linkedPieces(text)
  const said = pieces.map(({ text, href }, index) => {
    const words = writer.span(text, {}, index === pieces.length - 1)
    return href === null
      ? words
      : `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${words}</text:a>`
  })
  return paragraph(term + said.join(''), style)
}

/** A table of texts with a head row that comes again on each page; `name` is its own within the document. */
export function* table(name: string, { head, rows, isToFill }: BodyTable): Pieces {
  const row = (cells: readonly string[], style: string, look = 'Row'): string =>
    `<table:table-row table:style-name="${look}">${cells.map((text) => cell(text, style)).join('')}</table:table-row>`
  yield `<table:table table:name="${name}" table:style-name="${name}">`
  for (const index of head.keys()) yield `<table:table-column table:style-name="${name}.${index + 1}"/>`
  yield `<table:table-header-rows>${row(head, 'Table_20_Heading')}</table:table-header-rows>`
  for (const cells of rows) yield row(cells, 'Table_20_Contents', isToFill ? 'RowToFill' : 'Row')
  yield `</table:table>${paragraph('', 'Table_20_Contents')}`
}

function cell(text: string, style: string): string {
  return `<table:table-cell table:style-name="Cell" office:value-type="string">${plainParagraph(text, style)}</table:table-cell>`
}
