import { escapeXml } from '../escape-xml.js'
import { paragraph, run, wordDate } from './wordprocessing.js'

/** The last two are for threads of comments; a program that does not know them may pass them over. */
export const wordNamespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationNamespace = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const wordParts = ['styles', 'comments', 'numbering', 'header', 'footer'] as const
const threads = 'commentsExtended'

export const contentTypes = `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/>${wordParts.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${office}.${name}+xml"/>`).join('')}<Override PartName="/word/${threads}.xml" ContentType="${office}.${threads}+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

export const packageRelations = `${xmlHead}<Relationships ${relationNamespace}><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${relations}/extended-properties" Target="docProps/app.xml"/></Relationships>`

export const documentRelations = `${xmlHead}<Relationships ${relationNamespace}>${wordParts.map((name, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${name}" Target="${name}.xml"/>`).join('')}<Relationship Id="rId${wordParts.length + 1}" Type="http://schemas.microsoft.com/office/2011/relationships/${threads}" Target="${threads}.xml"/></Relationships>`

/** The ids by which the section names its head and foot; they follow from the order of the parts. */
const headId = `rId${wordParts.indexOf('header') + 1}`
const footId = `rId${wordParts.indexOf('footer') + 1}`

const papers = { A4: 'w:w="11906" w:h="16838"', Letter: 'w:w="12240" w:h="15840"' }

/** The paper, with a running head and numbered pages. */
export function sectionProperties(paper: keyof typeof papers): string {
  return `<w:sectPr><w:headerReference w:type="default" r:id="${headId}"/><w:footerReference w:type="default" r:id="${footId}"/><w:pgSz ${papers[paper]}/><w:pgMar w:top="1361" w:right="1134" w:bottom="1361" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`
}

export function pageHead(text: string): string {
  return `${xmlHead}<w:hdr ${wordNamespace}>${paragraph(run(text), 'Header')}</w:hdr>`
}

/** "3 / 12", counted by the program that shows the document. */
export function pageFoot(): string {
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  return `${xmlHead}<w:ftr ${wordNamespace}>${paragraph(`${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`, 'Footer')}</w:ftr>`
}

export function appProperties(program: string): string {
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escapeXml(program)}</Application></Properties>`
}

/** Title, author, subject and instant of a document. */
export function coreProperties({
  title,
  subject,
  creator,
  at,
  language,
}: {
  title: string
  subject: string
  creator: string
  at: string
  language: string
}): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(creator)}</dc:creator><dc:language>${language}</dc:language><cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${wordDate(at)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${wordDate(at)}</dcterms:modified></cp:coreProperties>`
}

/** Bullets as list 1, then the ordered lists, each from its own first number. */
export function numbering(starts: readonly number[]): string {
  const levels = (format: string, text: (level: number) => string): string =>
    Array.from(
      { length: 9 },
      (_, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
    ).join('')
  const nums = starts.map((start, index) => {
    const overrides = Array.from(
      { length: 9 },
      (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    )
    return `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/>${overrides.join('')}</w:num>`
  })
  return `${xmlHead}<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0">${levels('bullet', () => '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels('decimal', (level) => `%${level + 1}.`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${nums.join('')}</w:numbering>`
}

const headings = [32, 26, 23, 21, 20, 20].map(
  (size, index) =>
    `<w:style w:type="paragraph" w:styleId="Heading${index + 1}"><w:name w:val="heading ${index + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`,
)

function paragraphStyle(id: string, name: string, properties: string, runs = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${properties}</w:pPr>${runs && `<w:rPr>${runs}</w:rPr>`}</w:style>`
}

const mono = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

/** The styles of a document in a language, given as its tag: "de-DE". */
export function stylesXml(locale: string): string {
  return `${xmlHead}<w:styles ${wordNamespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${namedStyles}`
}

const namedStyles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  paragraphStyle(
    'Header',
    'header',
    '<w:spacing w:after="0"/>',
    '<w:color w:val="666666"/><w:sz w:val="17"/>',
  ),
  paragraphStyle(
    'Footer',
    'footer',
    '<w:spacing w:after="0"/><w:jc w:val="right"/>',
    '<w:color w:val="666666"/><w:sz w:val="17"/>',
  ),
  paragraphStyle('Title', 'Title', '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="44"/>'),
  ...headings,
  paragraphStyle('Quote', 'Quote', '<w:ind w:left="480" w:right="480"/>', '<w:i/>'),
  paragraphStyle(
    'Passage',
    'Passage',
    '<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="AAAAAA"/></w:pBdr><w:spacing w:after="100"/><w:ind w:left="227"/>',
  ),
  // A term, then what it says in a column of its own.
  paragraphStyle(
    'Fact',
    'Fact',
    '<w:spacing w:after="40" w:line="252" w:lineRule="auto"/><w:ind w:left="2381" w:hanging="2381"/>',
    '<w:sz w:val="20"/>',
  ),
  paragraphStyle('Code', 'Code', '<w:spacing w:after="100"/>', `${mono}<w:sz w:val="19"/>`),
  paragraphStyle(
    'Rule',
    'Rule',
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="888888"/></w:pBdr>',
  ),
  paragraphStyle(
    'TableText',
    'Table Text',
    '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
    '<w:sz w:val="19"/>',
  ),
  paragraphStyle(
    'CommentText',
    'annotation text',
    '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
    '<w:sz w:val="20"/>',
  ),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E99"/><w:u w:val="single"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
  `<w:style w:type="character" w:styleId="CodeText"><w:name w:val="Code Text"/><w:rPr>${mono}</w:rPr></w:style>`,
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="AAAAAA"/>`).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
].join('')
