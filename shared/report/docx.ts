import { CommentThreads } from './docx/comments.js'
import {
  appProperties,
  contentTypes,
  coreProperties,
  documentRelations,
  numbering,
  packageRelations,
  pageFoot,
  pageHead,
  sectionProperties,
  stylesXml,
  wordNamespace,
  xmlHead,
} from './docx/fixed-parts.js'
import { MarkedRuns, type MarkIds } from './docx/marked-runs.js'
import { ListNumbers, textXml } from './docx/text.js'
import { keepNext, linkedRuns, paragraph, run, table } from './docx/wordprocessing.js'
import { ClaimEdges } from './office/claim-edges.js'
import type { PackagePart } from './office/package-part.js'
import type { BodyBlock } from './office/body-blocks.js'
import { reportBody } from './office/report-body.js'
import { proposedChanges } from './office/tracked-changes.js'
import type { Pieces } from './pieces.js'
import type { ReportModel, SourceEntry } from './report-model.js'
import { leavesOf } from './text-blocks.js'
import { wordingOf } from './wording.js'

/** The width of a page without its margins, in twentieths of a point. */
const textWidth = { A4: 9638, Letter: 9972 }

/**
 * The report as the parts of a Word document: the text of each source with a thread of comments a claim, and the proposed
 * wordings as tracked changes, then the rest of the report. A claim whose quote is not in the current text stands there
 * only.
 */
export function reportDocx(model: ReportModel): PackagePart[] {
  const words = wordingOf(model.language)
  const lists = new ListNumbers()
  const writer = new BodyWriter(model, lists)
  const title = `${words.say('Fact-check report')}: ${model.title}`
  const about = { title, subject: model.title, creator: model.checker, at: model.generatedAt }
  return [
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: packageRelations },
    { name: 'docProps/core.xml', content: coreProperties({ ...about, language: model.language }) },
    { name: 'docProps/app.xml', content: appProperties(model.program) },
    { name: 'word/document.xml', content: documentXml(model, writer) },
    { name: 'word/_rels/document.xml.rels', content: documentRelations },
    { name: 'word/styles.xml', content: stylesXml(words.locale) },
    // After the document, in which the lists are found.
    { name: 'word/numbering.xml', content: numberingXml(lists) },
    { name: 'word/header.xml', content: pageHead(title) },
    { name: 'word/footer.xml', content: pageFoot() },
    { name: 'word/comments.xml', content: xmlOf('w:comments', writer.threads.comments()) },
    { name: 'word/commentsExtended.xml', content: xmlOf('w15:commentsEx', writer.threads.threads()) },
  ]
}

function* documentXml(model: ReportModel, writer: BodyWriter): Pieces {
  yield `${xmlHead}<w:document ${wordNamespace}><w:body>`
  for (const block of reportBody(model)) yield* writer.block(block)
  yield `${sectionProperties(model.paper)}</w:body></w:document>`
}

function* numberingXml({ starts }: ListNumbers): Pieces {
  yield numbering(starts)
}

function* xmlOf(element: string, content: Pieces): Pieces {
  yield `${xmlHead}<${element} ${wordNamespace}>`
  yield* content
  yield `</${element}>`
}

/** A term in a column of its own, and what it says. */
function factXml({ label, text, keepsNext }: Extract<BodyBlock, { kind: 'fact' }>): string {
  return paragraph(run(`${label}\t`, { strong: true }) + linkedRuns(text), 'Fact', keepsNext && keepNext)
}

class BodyWriter {
  readonly threads: CommentThreads
  readonly #model: ReportModel
  readonly #lists: ListNumbers
  readonly #edges: ClaimEdges
  readonly #ids: MarkIds = { last: 0 }

  constructor(model: ReportModel, lists: ListNumbers) {
    const isShown = model.sections.includes('text')
    this.#model = model
    this.#lists = lists
    this.#edges = new ClaimEdges(isShown ? model.sources.flatMap(({ blocks }) => leavesOf(blocks)) : [])
    this.threads = new CommentThreads(this.#edges.numbers, model, wordingOf(model.language))
  }

  *block(block: BodyBlock): Pieces {
    switch (block.kind) {
      case 'title':
        return yield paragraph(run(block.text), 'Title')
      case 'heading':
        return yield paragraph(run(block.text), `Heading${block.level}`)
      case 'paragraph':
        return yield paragraph(run(block.text), null, block.keepsNext && keepNext)
      case 'fact':
        return yield factXml(block)
      case 'passage':
        return yield paragraph(run(block.text), 'Passage')
      case 'table': {
        const width = textWidth[this.#model.paper]
        const widths = block.shares.map((share) => Math.round(share * width))
        return yield* table(widths, block)
      }
      case 'text':
        return yield* this.#text(block.source)
    }
  }

  #text({ blocks, claims }: SourceEntry): Pieces {
    const { cards, checker, generatedAt, language } = this.#model
    const changes = proposedChanges(claims, cards, this.#edges)
    const author = { name: checker || wordingOf(language).say('Checker'), at: generatedAt }
    const marked = new MarkedRuns(
      { edges: this.#edges, threads: this.threads, ids: this.#ids },
      changes,
      author,
    )
    return textXml(blocks, marked, this.#lists)
  }
}
