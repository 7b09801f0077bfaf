/** How a stretch of text is set. */
export interface RunStyle {
  strong?: boolean
  em?: boolean
  code?: boolean
}

/** Text as XML content or attribute value; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A run of text; tabs and line breaks are kept as what Word has for them. */
export function run(text: string, { strong, em, code }: RunStyle = {}): string {
  // In the order that the schema asks for.
  const style = [code && '<w:rStyle w:val="CodeText"/>', strong && '<w:b/>', em && '<w:i/>'].filter(Boolean)
  const properties = style.length ? `<w:rPr>${style.join('')}</w:rPr>` : ''
  const pieces = text.split(/(\t|\r\n|[\n\r])/).map((piece) => {
    if (piece === '\t') return '<w:tab/>'
    if (/^[\r\n]/.test(piece)) return '<w:br/>'
    return piece && `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
  })
  return text === '' ? '' : `<w:r>${properties}${pieces.join('')}</w:r>`
}

/** A paragraph of finished runs; `more` are further properties, in the order that the schema asks for. */
export function paragraph(runs: string, style: string | null = null, more = ''): string {
  const properties = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}`
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** A table of texts with a head row that comes again on each page. `widths` are in twentieths of a point. */
export function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
) {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const rowXml = (cells: readonly string[], style: RunStyle, properties: string): string =>
    `<w:tr>${properties}${cells.map((text, index) => cell(text, style, widths[index] ?? 0)).join('')}</w:tr>`
  return [
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>',
    `<w:tblGrid>${grid}</w:tblGrid>`,
    rowXml(head, { strong: true }, '<w:trPr><w:tblHeader/></w:trPr>'),
    ...rows.map((row) => rowXml(row, {}, '<w:trPr><w:cantSplit/></w:trPr>')),
    '</w:tbl>',
    // Two tables without a paragraph between them would be one.
    paragraph(''),
  ].join('')
}

function cell(text: string, style: RunStyle, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(run(text, style), 'TableText')}</w:tc>`
}
