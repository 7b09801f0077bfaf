import { zipFile, type ZipPart } from './zip-file.js'

/** An OpenDocument text whose body holds this XML; `styles` are its automatic styles. */
export function odtFile(...content: Parameters<typeof odtParts>): Uint8Array {
  return zipFile(odtParts(...content))
}

function odtParts(body: string, styles = '', more: readonly ZipPart[] = []): ZipPart[] {
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    {
      name: 'content.xml',
      content:
        `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
        `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ]
}

export const odtEntries = odtParts(
  [
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    '<text:h text:outline-level="1">Minutes of the harbour board</text:h>',
    '<text:p>The board met on <text:span text:style-name="B">3  March\n2021</text:span><text:s text:c="2"/>again.<text:line-break/>Twice.</text:p>',
    '<text:p>See <text:a xlink:href="https://example.org/report">the report</text:a><text:note><text:note-citation>1</text:note-citation>' +
      '<text:note-body><text:p>Of 2019.</text:p></text:note-body></text:note>.<office:annotation><text:p>a remark</text:p></office:annotation></text:p>',
    '<text:list text:style-name="L"><text:list-item><text:p>Dredging</text:p><text:list><text:list-item><text:p>north</text:p></text:list-item></text:list></text:list-item>' +
      '<text:list-item><text:p>Repairs</text:p></text:list-item></text:list>',
    '<text:p text:style-name="Quotations">It cost more.</text:p>',
    '<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row>' +
      '<table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell><table:table-cell><text:p>£38 million</text:p></table:table-cell></table:table-row></table:table>',
    '<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>Anchor.</text:p>',
  ].join(''),
  '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>' +
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/>' +
    '<text:list-level-style-bullet text:level="2"/></text:list-style>',
  [
    {
      name: 'meta.xml',
      content:
        '<office:document-meta><office:meta><dc:title>Harbour minutes</dc:title><meta:initial-creator>Ada Reyes</meta:initial-creator>' +
        '<dc:language>en-GB</dc:language><meta:creation-date>2021-03-05T10:00:00</meta:creation-date></office:meta></office:document-meta>',
    },
  ],
)

export const wholeOdt = zipFile(odtEntries)

/** An EPUB book with these chapters, each the inside of its body. */
export function epubFile(...content: Parameters<typeof epubParts>): Uint8Array {
  return zipFile(epubParts(...content))
}

function epubParts(chapters: readonly string[], metadata = '', more: readonly ZipPart[] = []): ZipPart[] {
  const items = chapters.map(
    (_chapter, index) =>
      `<item id="c${index}" href="text/c%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  const order = chapters.map((_chapter, index) => `<itemref idref="c${index}"/>`)
  return [
    { name: 'mimetype', content: 'application/epub+zip', method: 0 },
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfiles><rootfile full-path="book/contents.opf"/></rootfiles></container>',
    },
    {
      name: 'book/contents.opf',
      content: `<package><metadata>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${order.join('')}</spine></package>`,
    },
    ...chapters.map((chapter, index) => ({
      name: `book/text/c ${index}.xhtml`,
      content: `<?xml version="1.0"?><html><head><title/></head><body>${chapter}</body></html>`,
    })),
    ...more,
  ]
}

export const epubEntries = epubParts(
  [
    '<h1>The harbour</h1><p>It was <em>built</em> in 1890.<span epub:type="pagebreak" title="12"/> Then it burned.</p><p>Later.</p>',
    '<h1>The mill</h1><ul><li>One</li><li>Two</li></ul>',
  ],
  '<dc:title>Two places</dc:title><dc:creator>Ada Reyes</dc:creator><dc:creator>Ben Ito</dc:creator>' +
    '<dc:publisher>Quay Press</dc:publisher><dc:date>2019-05</dc:date><dc:language>en</dc:language>',
)

export const wholeEpub = zipFile(epubEntries)
