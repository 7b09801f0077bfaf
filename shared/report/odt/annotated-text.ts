import { noteLine, claimHeading, claimLines } from '../office/claim-lines.js'
import type { ClaimEdges } from '../office/claim-edges.js'
import type { ReportModel } from '../report-model.js'
import type { Segment, TextBlock, TextLeaf } from '../text-blocks.js'
import { wordingOf, type Wording } from '../wording.js'
import { escapeXml, heading, paragraph, plainParagraph, TextWriter } from './markup.js'

/** Writes texts with an annotation a claim, over just what the claim quotes. */
export class AnnotatedText {
  readonly #model: ReportModel
  readonly #words: Wording
  readonly #edges: ClaimEdges

  constructor(model: ReportModel, edges: ClaimEdges) {
    this.#model = model
    this.#words = wordingOf(model.language)
    this.#edges = edges
  }

  /** Blocks of a text; `style` is that of their paragraphs. Blocks must come in the order of the text. */
  blocks(blocks: readonly TextBlock[], style?: string): string {
    return blocks.map((block) => this.#block(block, style)).join('')
  }

  #block(block: TextBlock, style: string | undefined): string {
    switch (block.kind) {
      case 'page':
        return ''
      case 'rule':
        return paragraph('', 'Horizontal_20_Line')
      case 'quote':
        return this.blocks(block.blocks, 'Quotations')
      case 'list':
        return this.#list(block)
      default:
        return this.#leaf(block, style)
    }
  }

  #list({ ordered, start, items }: Extract<TextBlock, { kind: 'list' }>): string {
    const list = items.map((item, index) => {
      const from = ordered && index === 0 ? ` text:start-value="${start}"` : ''
      return `<text:list-item${from}>${this.blocks(item, 'List_20_Paragraph')}</text:list-item>`
    })
    return `<text:list text:style-name="${ordered ? 'Numbered' : 'Bulleted'}">${list.join('')}</text:list>`
  }

  #leaf({ kind, level, segments }: TextLeaf, style: string | undefined): string {
    const writer = new TextWriter()
    const content = segments
      .map((segment, index) => this.#segment(segment, writer, index === segments.length - 1))
      .join('')
    // A text's own headings stand below the report's first two levels.
    if (kind === 'heading') return heading(Math.min(2 + Math.max(1, level), 6), content)
    return paragraph(content, kind === 'code' ? 'Preformatted_20_Text' : style)
  }

  #segment(segment: Segment, writer: TextWriter, isLast: boolean): string {
    return [
      ...this.#edges.beginning(segment).map((number) => this.#annotation(number)),
      writer.span(segment.text, segment, isLast),
      ...this.#edges
        .ending(segment)
        .map((number) => `<office:annotation-end office:name="claim-${number}"/>`),
    ].join('')
  }

  #annotation(number: number): string {
    const { cards, checker, generatedAt } = this.#model
    const card = cards[number - 1]!
    const lines = [
      claimHeading(card, this.#words),
      ...claimLines(card, this.#words),
      ...card.notes.map((note) => noteLine(note, this.#words)),
    ]
    const author = escapeXml(checker || this.#words.say('Checker'))
    // The schema asks for instants without a time zone; this one is in UTC.
    const at = escapeXml(generatedAt.replace(/Z$/, ''))
    return `<office:annotation office:name="claim-${number}"><dc:creator>${author}</dc:creator><dc:date>${at}</dc:date>${lines.map((line) => plainParagraph(line, 'Comment')).join('')}</office:annotation>`
  }
}
