import { AnnotatedText } from './odt/annotated-text.js'
import { contentXml, manifest, mediaType, metaXml, stylesXml, type TableWidths } from './odt/fixed-parts.js'
import { heading, plainParagraph, table, TextWriter } from './odt/markup.js'
import { ClaimEdges } from './office/claim-edges.js'
import type { PackagePart } from './office/package-part.js'
import { reportBody, type BodyBlock } from './office/report-body.js'
import type { ReportModel } from './report-model.js'
import { leavesOf } from './text-blocks.js'
import { wordingOf } from './wording.js'

/**
 * The report as the parts of an OpenDocument text (ODF 1.3): the text of each source with an annotation a claim, then the
 * rest of the report. The part that tells what it is comes first and is not compressed, as the format asks for.
 */
export function reportOdt(model: ReportModel): PackagePart[] {
  const title = `${wordingOf(model.language).say('Fact-check report')}: ${model.title}`
  const tables: TableWidths[] = []
  const isShown = model.sections.includes('text')
  const edges = new ClaimEdges(isShown ? model.sources.flatMap(({ blocks }) => leavesOf(blocks)) : [])
  const texts = new AnnotatedText(model, edges)
  const body = reportBody(model).map((block) => blockXml(block, texts, tables))
  const about = { title, creator: model.checker, at: model.generatedAt, program: model.program }
  return [
    { name: 'mimetype', content: mediaType, isStored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: contentXml(body.join(''), tables, model.paper) },
    { name: 'styles.xml', content: stylesXml(title, model.paper) },
    { name: 'meta.xml', content: metaXml({ ...about, language: model.language }) },
  ]
}

/** One block; a table adds its widths to those of the document. */
function blockXml(block: BodyBlock, texts: AnnotatedText, tables: TableWidths[]): string {
  switch (block.kind) {
    case 'title':
      return plainParagraph(block.text, 'Title')
    case 'heading':
      return heading(block.level, new TextWriter().span(block.text, {}, true))
    case 'paragraph':
      return plainParagraph(block.text)
    case 'quotation':
      return plainParagraph(block.text, 'Quotations')
    case 'table': {
      const name = `Table${tables.length + 1}`
      tables.push({ name, shares: block.shares })
      return table(name, block.head, block.rows)
    }
    case 'text':
      return texts.blocks(block.source.blocks)
  }
}
