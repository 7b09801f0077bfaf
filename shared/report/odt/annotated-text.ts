import { noteLine, claimHeading, claimLines } from '../office/claim-lines.js'
import { ChangedPieces } from '../office/changed-pieces.js'
import type { ClaimEdges } from '../office/claim-edges.js'
import { proposedChanges } from '../office/tracked-changes.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { Pieces } from '../pieces.js'
import { leavesOf, type Segment, type TextBlock, type TextLeaf } from '../text-blocks.js'
import { wordingOf, type Wording } from '../wording.js'
import { heading, paragraph, plainParagraph, TextWriter } from './markup.js'
import { madeBy, type ProposedChange, type TrackedChanges } from './tracked-changes.js'

/** Writes texts with an annotation a claim, over just what the claim quotes, and with what is proposed to be changed. */
export class AnnotatedText {
  readonly #model: ReportModel
  readonly #words: Wording
  readonly #edges: ClaimEdges
  readonly #changes: TrackedChanges
  #pieces = new ChangedPieces([])
  #offset = 0
  /** Whether anything is to be changed in the paragraph that is being written. */
  #isChanged = false

  constructor(model: ReportModel, edges: ClaimEdges, changes: TrackedChanges) {
    this.#model = model
    this.#words = wordingOf(model.language)
    this.#edges = edges
    this.#changes = changes
  }

  /** What is proposed to be changed in these texts, which stands before them. */
  declarations(sources: readonly SourceEntry[]): Pieces {
    return this.#changes.declarations(this.#proposed(sources))
  }

  *#proposed(sources: readonly SourceEntry[]): Generator<ProposedChange, void> {
    for (const source of sources) {
      const pieces = this.#piecesOf(source)
      for (const { start, segments } of leavesOf(source.blocks)) {
        let offset = start
        for (const segment of segments) {
          for (const { kind, text } of pieces.of(segment.text, offset)) {
            if (kind === 'inserted') yield { kind: 'insertion' }
            // What goes stands in a paragraph of its own.
            if (kind === 'deleted')
              yield { kind: 'deletion', content: new TextWriter().span(text, segment, true) }
          }
          offset += segment.text.length
        }
      }
    }
  }

  #piecesOf({ claims }: SourceEntry): ChangedPieces {
    return new ChangedPieces(proposedChanges(claims, this.#model.cards, this.#edges))
  }

  /** The whole text of a source. */
  *text(source: SourceEntry): Pieces {
    this.#pieces = this.#piecesOf(source)
    yield* this.#blocks(source.blocks)
  }

  /** Blocks in the order of the text; `style` is that of their paragraphs. */
  *#blocks(blocks: readonly TextBlock[], style?: string): Pieces {
    for (const block of blocks) {
      if (block.kind === 'page') continue
      if (block.kind === 'rule') yield paragraph('', 'Horizontal_20_Line')
      else if (block.kind === 'quote') yield* this.#blocks(block.blocks, 'Quotations')
      else if (block.kind === 'list') yield* this.#list(block)
      else yield this.#leaf(block, style)
    }
  }

  *#list({ ordered, start, items }: Extract<TextBlock, { kind: 'list' }>): Pieces {
    yield `<text:list text:style-name="${ordered ? 'Numbered' : 'Bulleted'}">`
    for (const [index, item] of items.entries()) {
      yield `<text:list-item${ordered && index === 0 ? ` text:start-value="${start}"` : ''}>`
      yield* this.#blocks(item, 'List_20_Paragraph')
      yield '</text:list-item>'
    }
    yield '</text:list>'
  }

  #leaf({ kind, level, start, end, segments }: TextLeaf, style: string | undefined): string {
    const writer = new TextWriter()
    // Where something goes or comes, any space can turn out to be the first or the last one of the paragraph.
    this.#isChanged = this.#pieces.hasUntil(end)
    this.#offset = start
    const content = segments
      .map((segment, index) =>
        this.#segment(segment, writer, this.#isChanged || index === segments.length - 1),
      )
      .join('')
    // A text's own headings stand below the report's first two levels.
    if (kind === 'heading') return heading(Math.min(2 + Math.max(1, level), 6), content)
    return paragraph(content, kind === 'code' ? 'Preformatted_20_Text' : style)
  }

  #segment(segment: Segment, writer: TextWriter, isLast: boolean): string {
    return [
      ...this.#edges.beginning(segment).map((number) => this.#annotation(number)),
      this.#changed(segment, writer, isLast),
      ...this.#edges
        .ending(segment)
        .map((number) => `<office:annotation-end office:name="claim-${number}"/>`),
    ].join('')
  }

  #changed(segment: Segment, writer: TextWriter, isLast: boolean): string {
    const pieces = this.#pieces.of(segment.text, this.#offset)
    this.#offset += segment.text.length
    return pieces
      .map(({ kind, text }) => {
        if (this.#isChanged) writer.mayBegin()
        if (kind === 'kept') return writer.span(text, segment, isLast)
        if (kind === 'inserted') return this.#changes.insertion(writer.span(text, segment, isLast))
        return this.#changes.deletion()
      })
      .join('')
  }

  #annotation(number: number): string {
    const { cards, checker, generatedAt } = this.#model
    const card = cards[number - 1]!
    const lines = [
      claimHeading(card, this.#words),
      ...claimLines(card, this.#words),
      ...card.notes.map((note) => noteLine(note, this.#words)),
    ]
    const author = checker || this.#words.say('Checker')
    return `<office:annotation office:name="claim-${number}">${madeBy(author, generatedAt)}${lines.map((line) => plainParagraph(line, 'Comment')).join('')}</office:annotation>`
  }
}
