import { AnnotatedText } from './odt/annotated-text.js'
import { contentXml, manifest, mediaType, metaXml, stylesXml, type TableWidths } from './odt/fixed-parts.js'
import { heading, plainParagraph, table, TextWriter } from './odt/markup.js'
import { TrackedChanges } from './odt/tracked-changes.js'
import { ClaimEdges } from './office/claim-edges.js'
import type { PackagePart } from './office/package-part.js'
import type { BodyBlock } from './office/body-blocks.js'
import { reportBody } from './office/report-body.js'
import type { ReportModel } from './report-model.js'
import { leavesOf } from './text-blocks.js'
import { wordingOf } from './wording.js'

/**
 * The report as the parts of an OpenDocument text (ODF 1.3): the text of each source with an annotation a claim and the
 * proposed wordings as tracked changes, then the rest of the report. The part that tells what it is comes first and is not
 * compressed, as the format asks for.
 */
export function reportOdt(model: ReportModel): PackagePart[] {
  const words = wordingOf(model.language)
  const title = `${words.say('Fact-check report')}: ${model.title}`
  const tables: TableWidths[] = []
  const isShown = model.sections.includes('text')
  const edges = new ClaimEdges(isShown ? model.sources.flatMap(({ blocks }) => leavesOf(blocks)) : [])
  const changes = new TrackedChanges({ author: model.checker || words.say('Checker'), at: model.generatedAt })
  const texts = new AnnotatedText(model, edges, changes)
  const body = Array.from(reportBody(model), (block) => blockXml(block, texts, tables))
  const about = { title, creator: model.checker, at: model.generatedAt, program: model.program }
  return [
    { name: 'mimetype', content: mediaType, isStored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: contentXml(changes.declarations + body.join(''), tables, model.paper) },
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
      return table(name, block.head, [...block.rows])
    }
    case 'text':
      return texts.text(block.source)
  }
}
