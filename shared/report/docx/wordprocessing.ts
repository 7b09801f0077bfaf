import { escapeXml } from '../escape-xml.js'
import { heightToSign, type BodyTable } from '../office/body-blocks.js'
import { linkedPieces } from '../office/linked-text.js'
import type { Pieces } from '../pieces.js'

/** How a stretch of text is set. */
export interface RunStyle {
  strong?: boolean
  em?: boolean
  code?: boolean
}

/** A run of text; tabs and line breaks are kept as what Word has for them. */
export function run(text: string, style: RunStyle = {}, element: 't' | 'delText' = 't'): string {
  if (text === '') return ''
  return `<w:r>${runProperties(style)}${/[\t\n\r]/.test(text) ? brokenText(text, element) : textElement(text, element)}</w:r>`
}

/** Text with its web addresses as links. A field needs no entry in another part, as a relation would. */
export function linkedRuns(text: string): string {
  return linkedPieces(text)
    .map(({ text, href }) =>
      href === null
        ? run(text)
        : `<w:fldSimple w:instr=" HYPERLINK &quot;${escapeXml(href)}&quot; "><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${textElement(text, 't')}</w:r></w:fldSimple>`,
    )
    .join('')
}

/** Text that is proposed to go; `mark` says by whom, as attributes. */
export function deletedRun(text: string, style: RunStyle, mark: string): string {
  return `<w:del ${mark}>${run(text, style, 'delText')}</w:del>`
}

/** Text that is proposed to come. */
export function insertedRun(text: string, style: RunStyle, mark: string): string {
  return `<w:ins ${mark}>${run(text, style)}</w:ins>`
}

/** An ISO 8601 instant as Word has it: to the second. */
export function wordDate(instant: string): string {
  return escapeXml(instant.replace(/\.\d+Z$/, 'Z'))
}

function runProperties({ strong, em, code }: RunStyle): string {
  if (!strong && !em && !code) return ''
  // In the order that the schema asks for.
  return `<w:rPr>${code ? '<w:rStyle w:val="CodeText"/>' : ''}${strong ? '<w:b/>' : ''}${em ? '<w:i/>' : ''}</w:rPr>`
}

function textElement(text: string, element: 't' | 'delText'): string {
  return `<w:${element} xml:space="preserve">${escapeXml(text)}</w:${element}>`
}

function brokenText(text: string, element: 't' | 'delText'): string {
  const pieces = text.split(/(\t|\r\n|[\n\r])/).map((piece) => {
    if (piece === '\t') return '<w:tab/>'
    if (/^[\r\n]/.test(piece)) return '<w:br/>'
    return piece && textElement(piece, element)
  })
  return pieces.join('')
}

/**
 * A paragraph of finished runs; `more` are further properties, in the order that the schema asks for, `id` names it within
 * the document.
 */
export function paragraph(
  runs: string,
  style: string | null = null,
  more = '',
  id: string | null = null,
): string {
  const properties = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}`
  return `<w:p${id === null ? '' : ` w14:paraId="${id}"`}>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** What a paragraph has so that it stands on the page on which the next begins. */
export const keepNext = '<w:keepNext/>'

/** A table of texts with a head row that comes again on each page. `widths` are in twentieths of a point. */
export function* table(widths: readonly number[], { head, rows, isToFill }: BodyTable): Pieces {
  // What is to be signed stands on one page.
  const kept = isToFill ? keepNext : ''
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const rowXml = (cells: readonly string[], style: RunStyle, properties: string): string =>
    `<w:tr>${properties}${cells.map((text, index) => cell(run(text, style), widths[index] ?? 0, kept)).join('')}</w:tr>`
  yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
  yield `<w:tblGrid>${grid}</w:tblGrid>`
  yield rowXml(head, { strong: true }, '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>')
  const height = isToFill ? `<w:trHeight w:val="${Math.round(heightToSign * 567)}" w:hRule="atLeast"/>` : ''
  for (const row of rows) yield rowXml(row, {}, `<w:trPr><w:cantSplit/>${height}</w:trPr>`)
  // Two tables without a paragraph between them would be one.
  yield `</w:tbl>${paragraph('', 'TableText')}`
}

function cell(runs: string, width: number, properties: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(runs, 'TableText', properties)}</w:tc>`
}
