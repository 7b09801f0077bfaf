import { AnnotatedText } from './odt/annotated-text.js'
import { contentXml, manifest, mediaType, metaXml, stylesXml, type TableWidths } from './odt/fixed-parts.js'
import { factParagraph, heading, plainParagraph, table, TextWriter } from './odt/markup.js'
import { TrackedChanges } from './odt/tracked-changes.js'
import { ClaimEdges } from './office/claim-edges.js'
import type { PackagePart } from './office/package-part.js'
import type { BodyBlock } from './office/body-blocks.js'
import { reportBody } from './office/report-body.js'
import type { Pieces } from './pieces.js'
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
  const about = { title, creator: model.checker, at: model.generatedAt, program: model.program }
  return [
    { name: 'mimetype', content: mediaType, isStored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: contentXml(bodyXml(model), tablesOf(model), model.paper) },
    { name: 'styles.xml', content: stylesXml(title, model.paper, words.locale) },
    { name: 'meta.xml', content: metaXml({ ...about, language: model.language }) },
  ]
}

/** The tables of the body, as it will write them. Its rows are not made for this. */
function* tablesOf(model: ReportModel): Generator<TableWidths, void> {
  let count = 0
  for (const block of reportBody(model)) {
    if (block.kind === 'table')
      yield { name: tableName(++count), shares: block.shares, isToFill: block.isToFill }
  }
}

const tableName = (number: number): string => `Table${number}`

function* bodyXml(model: ReportModel): Pieces {
  const shown = model.sections.includes('text') ? model.sources : []
  const author = model.checker || wordingOf(model.language).say('Checker')
  const edges = new ClaimEdges(shown.flatMap(({ blocks }) => leavesOf(blocks)))
  const texts = new AnnotatedText(model, edges, new TrackedChanges({ author, at: model.generatedAt }))
  yield* texts.declarations(shown)
  let tables = 0
  for (const block of reportBody(model)) {
    if (block.kind === 'table') yield* table(tableName(++tables), block)
    else if (block.kind === 'text') yield* texts.text(block.source)
    else yield paragraphXml(block)
  }
}

function paragraphXml(block: Exclude<BodyBlock, { kind: 'table' | 'text' }>): string {
  switch (block.kind) {
    case 'title':
      return plainParagraph(block.text, 'Title')
    case 'heading':
      return heading(block.level, new TextWriter().span(block.text, {}, true))
    case 'paragraph':
      return plainParagraph(block.text, block.keepsNext && 'Lead')
    case 'fact':
      return factParagraph(block.label, block.text, block.keepsNext ? 'Fact_20_with_20_next' : 'Fact')
    case 'passage':
      return plainParagraph(block.text, 'Passage')
  }
}
