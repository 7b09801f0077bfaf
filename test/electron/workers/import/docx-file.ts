import { zipFile, type ZipPart } from './zip-file.js'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a document beside its body, each the inside of the part's root element. */
export interface DocxParts {
  styles?: string
  numbering?: string
  footnotes?: string
  comments?: string
  /** The running head of its pages. */
  header?: string
  /** Ids and addresses of links. */
  links?: Record<string, string>
  core?: string
}

/** A Word document whose body holds this XML. */
export function docxFile(body: string, parts: DocxParts = {}): Uint8Array {
  return zipFile(docxEntries(body, parts))
}

export function docxEntries(body: string, { links = {}, core, ...parts }: DocxParts = {}): ZipPart[] {
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    header: 'hdr',
  }
  const present = Object.keys(roots).filter((name) => name in parts) as (keyof typeof parts)[]
  const relations = [
    ...present.map((name) => `<Relationship Id="p-${name}" Type="${kinds}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(links).map(
      ([id, url]) =>
        `<Relationship Id="${id}" Type="${kinds}/hyperlink" Target="${url}" TargetMode="External"/>`,
    ),
  ].join('')
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="d" Type="${kinds}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${relations}</Relationships>` },
    { name: 'word/document.xml', content: `<w:document ${w} ${r}><w:body>${body}</w:body></w:document>` },
    ...present.map((name) => ({
      name: `word/${name}.xml`,
      content: `<w:${roots[name]} ${w} ${r}>${parts[name]}</w:${roots[name]}>`,
    })),
    ...(core === undefined
      ? []
      : [{ name: 'docProps/core.xml', content: `<cp:coreProperties>${core}</cp:coreProperties>` }]),
  ]
}

/** A paragraph with one run of text; `properties` is XML of the paragraph. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Where the range of a comment begins and ends; the end comes with the reference to it. */
export const commentStart = (id: string): string => `<w:commentRangeStart w:id="${id}"/>`
export const commentEnd = (id: string): string => `<w:commentRangeEnd w:id="${id}"/>${commentReference(id)}`
export const commentReference = (id: string): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`

/** One comment of the part that holds them. */
export function comment(id: string, author: string, text: string, date?: string): string {
  const dated = date ? ` w:date="${date}"` : ''
  return `<w:comment w:id="${id}" w:author="${author}"${dated}><w:p>${run(text)}</w:p></w:comment>`
}

const style = (name: string): string => `<w:pStyle w:val="${name}"/>`
const item = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const level = (index: number, format: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`

export const docxBody = [
  paragraph('Minutes of the harbour board', style('Title')),
  paragraph('Costs', style('Kopf')),
  `<w:p>${run('The board met on ')}${run('3 March 2021', '<w:b/>')}${run(' and ')}${run('not', '<w:i/>')}${run(' on 4 March.', '<w:b w:val="0"/>')}</w:p>`,
  `<w:p>${commentStart('0')}${commentStart('1')}${run('See ')}<w:hyperlink r:id="l1">${run('the report')}</w:hyperlink>${run(', ')}<w:hyperlink r:id="l2">${run('this')}</w:hyperlink>${run('.')}${commentEnd('0')}${commentEnd('1')}</w:p>`,
  paragraph('Dredging', item(1, 0)),
  paragraph('north basin', item(1, 1)),
  paragraph('south basin', item(1, 1)),
  paragraph('Repairs', item(1, 0)),
  paragraph('Between the two.'),
  paragraph('Lights', item(1, 0)),
  paragraph('unnumbered', item(2, 0)),
  paragraph('It cost more than we were told.', style('Quote')),
  `<w:tbl><w:tr>${cell('Year')}${cell('Cost')}</w:tr><w:tr>${cell('2020')}${cell('£38 million')}</w:tr></w:tbl>`,
  `<w:p>${run('The crane')}<w:r><w:footnoteReference w:id="7"/></w:r><w:ins w:author="Ada Reyes">${run(' was new')}</w:ins><w:del w:author="Ben Ito"><w:r><w:delText> was old</w:delText></w:r></w:del>${run('.')}${run('secret', '<w:vanish/>')}</w:p>`,
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/f"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('A field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' ends.')}</w:p>`,
].join('')

export const docxParts: DocxParts = {
  styles:
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="berschrift"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Kopf"><w:name w:val="Mein Kopf"/><w:basedOn w:val="berschrift"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>',
  numbering:
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'bullet')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'none')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  footnotes: `<w:footnote w:id="7"><w:p>${run(' Bought in 2019.')}</w:p></w:footnote>`,
  comments:
    comment('0', 'Ada Reyes', 'Which report?', '2021-03-06T09:30:00Z') +
    comment('1', 'Ben Ito', 'The annual one.'),
  header: `<w:p>${run('Draft, not for publication')}</w:p>`,
  links: { l1: 'https://example.org/report', l2: 'javascript:alert(1)' },
  core:
    '<dc:title>Harbour minutes</dc:title><dc:creator>Ada Reyes</dc:creator><dc:language>en-GB</dc:language>' +
    '<dcterms:created>2021-03-05T10:00:00Z</dcterms:created><dcterms:modified>2021-03-09T10:00:00Z</dcterms:modified>',
}

/** A document with everything that is read from one. */
export const wholeDocx = docxFile(docxBody, docxParts)
