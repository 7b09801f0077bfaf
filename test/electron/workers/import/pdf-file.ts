/** A line of text on a page: where it begins in points from the bottom left, and how large it is. */
export interface PdfText {
  x?: number
  y: number
  size?: number
  text: string
}

export interface PdfOptions {
  /** Entries of the information dictionary, such as `/Title (Minutes)`. */
  info?: string
  /** More of the catalogue, such as page labels. */
  catalog?: string
}

/** A PDF document with these pages, in Helvetica. */
export function pdfFile(
  pages: readonly (readonly PdfText[])[],
  { info = '', catalog = '' }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = []
  const kids = pages.map((_page, index) => `${4 + index * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`)
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  pages.forEach((page, index) => {
    const resources = '/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]'
    objects.push(`<< /Type /Page /Parent 2 0 R ${resources} /Contents ${5 + index * 2} 0 R >>`)
    const content = page.map(drawn).join('\n')
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  })
  objects.push(`<< ${info} >>`)
  return assembled(objects)
}

function drawn({ x = 72, y, size = 12, text }: PdfText): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
}

function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  objects.forEach((object, index) => {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  })
  const start = file.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

/** The lines of a paragraph, one below the other. */
export function linesFrom(y: number, lines: readonly string[], more: Partial<PdfText> = {}): PdfText[] {
  return lines.map((text, index) => ({ y: y - index * 14, text, ...more }))
}

const runningHead = (page: number): PdfText[] => [
  { y: 800, size: 9, text: 'Minutes of the harbour board' },
  { y: 30, size: 9, text: `Page ${page}` },
]

export const wholePdf = pdfFile(
  [
    [
      ...runningHead(1),
      { y: 740, size: 22, text: 'Harbour costs rise' },
      ...linesFrom(700, [
        'The board met on 3 March 2021 and found that the dredging of the north har-',
        'bour had cost more than twice what was planned; the long-',
        'term loan was not enough for it, as its chair said on the following day, Friday.',
      ]),
      ...linesFrom(630, [
        'A second paragraph follows after a gap in the text and goes on over two lines so',
        'that it must be joined.',
      ]),
    ],
    [
      ...runningHead(2),
      { y: 740, size: 16, text: 'The long-term loan' },
      ...linesFrom(700, ['1. It began in 2019.', '2. It ends in 2029.']),
      { y: 640, text: 'Year' },
      { x: 200, y: 640, text: 'Cost' },
      { y: 626, text: '2020' },
      { x: 200, y: 626, text: '38 million' },
    ],
    [...runningHead(3), ...linesFrom(700, ['The end came early.', 'Nobody', 'had expected it.'])],
  ],
  {
    info: "/Title (Costs of the harbour) /Author (Ada Reyes) /CreationDate (D:20210305101500+01'00')",
    catalog: '/Lang (en-GB) /PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>',
  },
)
