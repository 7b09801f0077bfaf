import type { Pieces } from '../pieces.js'

/** How a stretch of text is set. */
export interface RunStyle {
  strong?: boolean
  em?: boolean
  code?: boolean
}

/** Text as XML content or attribute value; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  // Most text has nothing in it to escape, and one look is cheaper than two replacements.
  if (!/[^\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]/.test(text)) return text
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A run of text; tabs and line breaks are kept as what Word has for them. */
export function run(text: string, style: RunStyle = {}, element: 't' | 'delText' = 't'): string {
  if (text === '') return ''
  return `<w:r>${runProperties(style)}${/[\t\n\r]/.test(text) ? brokenText(text, element) : textElement(text, element)}</w:r>`
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

/** A table of texts with a head row that comes again on each page. `widths` are in twentieths of a point. */
export function* table(
  widths: readonly number[],
  head: readonly string[],
  rows: Iterable<readonly string[]>,
): Pieces {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const rowXml = (cells: readonly string[], style: RunStyle, properties: string): string =>
    `<w:tr>${properties}${cells.map((text, index) => cell(text, style, widths[index] ?? 0)).join('')}</w:tr>`
  yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
  yield `<w:tblGrid>${grid}</w:tblGrid>`
  yield rowXml(head, { strong: true }, '<w:trPr><w:tblHeader/></w:trPr>')
  for (const row of rows) yield rowXml(row, {}, '<w:trPr><w:cantSplit/></w:trPr>')
  // Two tables without a paragraph between them would be one.
  yield `</w:tbl>${paragraph('')}`
}

function cell(text: string, style: RunStyle, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(run(text, style), 'TableText')}</w:tc>`
}
