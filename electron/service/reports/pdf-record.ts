import { escapeXml } from '../../../shared/report/escape-xml.js'

/** Who made a document, in which language, and what it is called. */
export interface PdfRecord {
  title: string
  /** Empty when nobody is named. */
  author: string
  /** A language tag. */
  language: string
}

/**
 * The bytes of a PDF that Chromium printed, with its author and with all of its facts once more as XMP, where archives look
 * for them. Both are appended as an incremental update (ISO 32000-1, 7.5.6), so that everything else stays byte for byte as
 * it was. A file that is not laid out as expected is given back unchanged.
 */
export function withRecord(pdf: Uint8Array, record: PdfRecord): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const end = endOf(bytes)
  const [catalog, info] = end ? [dictionaryOf(bytes, end.root, end), dictionaryOf(bytes, end.info, end)] : []
  if (!end || !catalog || !info || catalog.includes('/Metadata')) return pdf
  const author = record.author && `\n/Author ${textString(record.author)}`
  const objects = new Map([
    [end.info, `<<${info}${author}>>`],
    [end.root, `<<${catalog}\n/Metadata ${end.size} 0 R>>`],
    [end.size, streamOf(xmpOf(record, info))],
  ])
  return Buffer.concat([bytes, appended(bytes.length, objects, end)])
}

/** What the end of a file says: how many objects there are, which are its catalogue and its facts, and where the table is. */
interface FileEnd {
  size: number
  root: number
  info: number
  table: number
}

function endOf(bytes: Buffer): FileEnd | null {
  const tail = bytes.subarray(-400).toString('latin1')
  const found =
    /trailer\s*<<\s*\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R\s*>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(
      tail,
    )
  if (!found) return null
  const [size, root, info, table] = found.slice(1).map(Number) as [number, number, number, number]
  return { size, root, info, table }
}

/** What stands between the brackets of an object that is a dictionary, by the table of the file. */
function dictionaryOf(bytes: Buffer, object: number, { table, size }: FileEnd): string | null {
  const head = `xref\n0 ${size}\n`
  if (bytes.toString('latin1', table, table + head.length) !== head) return null
  // Every entry of the table has 20 bytes.
  const entry = table + head.length + 20 * object
  const at = Number(bytes.toString('latin1', entry, entry + 10))
  const until = bytes.indexOf('>>\nendobj', at)
  const start = `${object} 0 obj\n<<`
  if (until < 0 || bytes.toString('latin1', at, at + start.length) !== start) return null
  const content = bytes.toString('latin1', at + start.length, until)
  // Beside XMP, which is UTF-8, only ASCII means the same again.
  return /^[\t\n\r -~]*$/.test(content) ? content : null
}

/** Objects that take the place of others of their numbers, with a table of their own. */
function appended(from: number, objects: ReadonlyMap<number, string>, end: FileEnd): Buffer {
  let written = '\n'
  const entries = [...objects].map(([number, content]) => {
    const at = from + Buffer.byteLength(written)
    written += `${number} 0 obj\n${content}\nendobj\n`
    return { number, entry: `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n` }
  })
  const table = from + Buffer.byteLength(written)
  const sorted = entries.sort((a, b) => a.number - b.number).map(({ entry }) => entry)
  written += `xref\n${sorted.join('')}trailer\n<</Size ${end.size + 1}\n/Root ${end.root} 0 R\n/Info ${end.info} 0 R\n/Prev ${end.table}>>\n`
  return Buffer.from(`${written}startxref\n${table}\n%%EOF\n`)
}

function streamOf(text: string): string {
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${Buffer.byteLength(text)}>> stream\n${text}\nendstream`
}

/** Text as UTF-16 in hexadecimal digits, which needs no escapes. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function xmpOf({ title, author, language }: PdfRecord, info: string): string {
  const [, year, month, day, time] =
    /\/CreationDate \(D:(\d{4})(\d\d)(\d\d)(\d{6})\+00'00'\)/.exec(info) ?? []
  const created = time && `${year}-${month}-${day}T${time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}Z`
  const said = (key: string): string => new RegExp(`/${key} \\(([^()\\\\]*)\\)`).exec(info)?.[1] ?? ''
  const property = (name: string, value: string | undefined): string =>
    value ? `<${name}>${escapeXml(value)}</${name}>` : ''
  const one = (list: 'Seq' | 'Bag', value: string): string =>
    value && `<rdf:${list}><rdf:li>${escapeXml(value)}</rdf:li></rdf:${list}>`
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    author && `<dc:creator>${one('Seq', author)}</dc:creator>`,
    `<dc:language>${one('Bag', language)}</dc:language>`,
    property('xmp:CreatorTool', said('Creator')),
    property('xmp:CreateDate', created),
    property('xmp:ModifyDate', created),
    property('pdf:Producer', said('Producer')),
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>',
  ].join('')
}
