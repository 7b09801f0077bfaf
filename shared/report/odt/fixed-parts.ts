import { escapeXml } from '../escape-xml.js'
import type { Paper } from '../forms.js'
import { heightToSign } from '../office/body-blocks.js'
import type { Pieces } from '../pieces.js'

export const mediaType = 'application/vnd.oasis.opendocument.text'

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

const namespaces = [
  `xmlns:office="${oasis}:office:1.0"`,
  `xmlns:text="${oasis}:text:1.0"`,
  `xmlns:table="${oasis}:table:1.0"`,
  `xmlns:style="${oasis}:style:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:meta="${oasis}:meta:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

export const manifest = `${xmlHead}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>${['content', 'styles', 'meta'].map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`

/** The widths of one table's columns as parts of the whole. */
export interface TableWidths {
  name: string
  shares: readonly number[]
  /** Whether it is to be signed, and so stands on one page. */
  isToFill?: true | undefined
}

/** Centimetres between the margins. */
const textWidth: Record<Paper, number> = { A4: 17, Letter: 17.59 }

const cellStyle =
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #aaaaaa"/></style:style>'
const rowStyles = [
  rowStyle('Row', ''),
  rowStyle('RowToFill', ` style:min-row-height="${heightToSign}cm"`),
].join('')

function rowStyle(name: string, height: string): string {
  return `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties${height} fo:keep-together="always"/></style:style>`
}

/** A document of this body, with the widths of its tables, which stand before it. */
export function* contentXml(body: Pieces, tables: Iterable<TableWidths>, paper: Paper): Pieces {
  yield `${xmlHead}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${cellStyle}${rowStyles}`
  for (const table of tables) yield widthStyles(table, textWidth[paper])
  yield '</office:automatic-styles><office:body><office:text>'
  yield* body
  yield '</office:text></office:body></office:document-content>'
}

/** The styles of a table and its columns; `total` is its width in centimetres. */
function widthStyles({ name, shares, isToFill }: TableWidths, total: number): string {
  const whole = isToFill ? ' style:may-break-between-rows="false"' : ''
  const columns = shares.map(
    (share, index) =>
      `<style:style style:name="${name}.${index + 1}" style:family="table-column"><style:table-column-properties style:column-width="${(share * total).toFixed(2)}cm"/></style:style>`,
  )
  return `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${total}cm" table:align="left"${whole}/></style:style>${columns.join('')}`
}

/** Who made the document of what, and when. */
export function metaXml(about: {
  title: string
  creator: string
  at: string
  program: string
  language: string
}): string {
  const { title, creator, at, program, language } = about
  const values = [
    `<meta:generator>${escapeXml(program)}</meta:generator>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<meta:initial-creator>${escapeXml(creator)}</meta:initial-creator>`,
    `<dc:creator>${escapeXml(creator)}</dc:creator>`,
    `<meta:creation-date>${escapeXml(at)}</meta:creation-date>`,
    `<dc:date>${escapeXml(at)}</dc:date>`,
    `<dc:language>${language}</dc:language>`,
  ]
  return `${xmlHead}<office:document-meta ${namespaces} office:version="1.3"><office:meta>${values.join('')}</office:meta></office:document-meta>`
}

interface Look {
  paragraph?: string
  text?: string
  parent?: string
  level?: number
}

function style(name: string, family: 'paragraph' | 'text', { paragraph, text, parent, level }: Look): string {
  const shown = name.replaceAll('_20_', ' ')
  return [
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="${family}"`,
    parent ? ` style:parent-style-name="${parent}"` : '',
    level ? ` style:default-outline-level="${level}"` : '',
    '>',
    paragraph ? `<style:paragraph-properties ${paragraph}/>` : '',
    text ? `<style:text-properties ${text}/>` : '',
    '</style:style>',
  ].join('')
}

function usualStyle(locale: string): string {
  const [language, country] = locale.split('-')
  return `<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties fo:language="${language}" fo:country="${country}"/></style:default-style>`
}

const headingSizes = [16, 13, 11.5, 10.5, 10, 10]
const bold = 'fo:font-weight="bold"'
const italic = 'fo:font-style="italic"'
const mono = 'fo:font-family="\'Liberation Mono\', Consolas, monospace"'

const namedStyles = [
  style('Standard', 'paragraph', {
    text: 'fo:font-family="\'Liberation Sans\', Calibri, sans-serif" fo:font-size="11pt"',
  }),
  style('Text_20_body', 'paragraph', {
    parent: 'Standard',
    paragraph: 'fo:margin-top="0cm" fo:margin-bottom="0.25cm" fo:line-height="120%"',
  }),
  style('Title', 'paragraph', {
    parent: 'Standard',
    paragraph: 'fo:margin-bottom="0.35cm"',
    text: `fo:font-size="22pt" ${bold}`,
  }),
  ...headingSizes.map((size, index) =>
    style(`Heading_20_${index + 1}`, 'paragraph', {
      parent: 'Standard',
      level: index + 1,
      paragraph: 'fo:margin-top="0.5cm" fo:margin-bottom="0.18cm" fo:keep-with-next="always"',
      text: `fo:font-size="${size}pt" ${bold}`,
    }),
  ),
  style('Quotations', 'paragraph', {
    parent: 'Text_20_body',
    paragraph: 'fo:margin-left="0.85cm" fo:margin-right="0.85cm"',
    text: italic,
  }),
  style('Lead', 'paragraph', { parent: 'Text_20_body', paragraph: 'fo:keep-with-next="always"' }),
  style('Passage', 'paragraph', {
    parent: 'Text_20_body',
    paragraph:
      'fo:keep-with-next="always" fo:margin-bottom="0.18cm" fo:margin-left="0.1cm" fo:padding-left="0.3cm" fo:border-left="2.25pt solid #aaaaaa"',
  }),
  // A term, then what it says in a column of its own.
  style('Fact', 'paragraph', {
    parent: 'Standard',
    paragraph:
      'fo:margin-left="4.2cm" fo:text-indent="-4.2cm" fo:margin-bottom="0.07cm" fo:line-height="105%"',
    text: 'fo:font-size="10pt"',
  }),
  style('Fact_20_with_20_next', 'paragraph', { parent: 'Fact', paragraph: 'fo:keep-with-next="always"' }),
  style('Preformatted_20_Text', 'paragraph', {
    parent: 'Standard',
    paragraph: 'fo:margin-bottom="0.18cm"',
    text: `${mono} fo:font-size="9.5pt"`,
  }),
  style('List_20_Paragraph', 'paragraph', { parent: 'Text_20_body', paragraph: 'fo:margin-bottom="0.1cm"' }),
  style('Horizontal_20_Line', 'paragraph', {
    parent: 'Standard',
    paragraph: 'fo:margin-bottom="0.4cm" fo:border-bottom="0.5pt solid #888888"',
  }),
  style('Table_20_Contents', 'paragraph', { parent: 'Standard', text: 'fo:font-size="9.5pt"' }),
  style('Table_20_Heading', 'paragraph', { parent: 'Table_20_Contents', text: bold }),
  style('Comment', 'paragraph', { parent: 'Standard', text: 'fo:font-size="10pt"' }),
  style('Header', 'paragraph', { parent: 'Standard', text: 'fo:font-size="8.5pt" fo:color="#666666"' }),
  style('Footer', 'paragraph', {
    parent: 'Standard',
    paragraph: 'fo:text-align="end"',
    text: 'fo:font-size="8.5pt" fo:color="#666666"',
  }),
  style('Strong', 'text', { text: bold }),
  style('Emphasis', 'text', { text: italic }),
  style('StrongEmphasis', 'text', { text: `${bold} ${italic}` }),
  style('Code', 'text', { text: mono }),
]

const levels = Array.from({ length: 10 }, (_, index) => index + 1)

const indent = (level: number): string =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.63cm" fo:margin-left="${(level * 0.63).toFixed(2)}cm"/></style:list-level-properties>`

const listStyles = [
  `<text:list-style style:name="Bulleted">${levels.map((level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•">${indent(level)}</text:list-level-style-bullet>`).join('')}</text:list-style>`,
  `<text:list-style style:name="Numbered">${levels.map((level) => `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">${indent(level)}</text:list-level-style-number>`).join('')}</text:list-style>`,
]

const papers: Record<Paper, string> = {
  A4: 'fo:page-width="21cm" fo:page-height="29.7cm"',
  Letter: 'fo:page-width="21.59cm" fo:page-height="27.94cm"',
}

/** The styles, and the page with its running head and its numbers; `locale` is a language with its country: "de-DE". */
export function stylesXml(title: string, paper: Paper, locale: string): string {
  const band =
    '<style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.3cm" fo:margin-top="0.3cm"/>'
  const layout = `<style:page-layout style:name="Page"><style:page-layout-properties ${papers[paper]} fo:margin-top="1.6cm" fo:margin-bottom="1.6cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style>${band}</style:header-style><style:footer-style>${band}</style:footer-style></style:page-layout>`
  const head = `<style:header><text:p text:style-name="Header">${escapeXml(title)}</text:p></style:header>`
  const foot =
    '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>'
  return `${xmlHead}<office:document-styles ${namespaces} office:version="1.3"><office:styles>${usualStyle(locale)}${namedStyles.join('')}${listStyles.join('')}</office:styles><office:automatic-styles>${layout}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${head}${foot}</style:master-page></office:master-styles></office:document-styles>`
}
