import type { Block, Span } from '../../../../shared/document/from-blocks.js'
import { articleOf, isAside, weighTree, type Weights } from './html-article.js'
import {
  attributeOf,
  childrenOf,
  elementsIn,
  isElement,
  isUnseen,
  rawTextOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js'

/** The blocks of a page, and which of them are its article. */
export interface HtmlBlocks {
  blocks: Block[]
  /** Indices into `blocks`, [`from`, `to`), with those left out that stand beside the text; null without an article. */
  article: { from: number; to: number; left: ReadonlySet<number> } | null
}

const blockTags = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul caption'
  ).split(' '),
)

type Look = Omit<Span, 'text'>

/** The text of a page with its structure, and nothing else of it. */
export function htmlBlocks(root: HtmlNode): HtmlBlocks {
  const body = [...elementsIn(root)].find(({ tagName }) => tagName === 'body')
  if (!body) return { blocks: [], article: null }
  const weights = weighTree(body)
  return new HtmlWalk(body, weights).read()
}

class HtmlWalk {
  readonly #body: HtmlElement
  readonly #weights: Weights
  readonly #article: HtmlElement | null
  readonly #top: Block[] = []
  readonly #left = new Set<number>()
  #into: Block[] = this.#top
  #spans: Span[] = []
  #asideDepth = 0
  #range: { from: number; to: number } | null = null
  #headline: number | null = null
  #pages: string[] = []

  constructor(body: HtmlElement, weights: Weights) {
    this.#body = body
    this.#weights = weights
    this.#article = articleOf(body, weights)
  }

  read(): HtmlBlocks {
    this.#children(this.#body, {})
    this.#flush()
    return { blocks: this.#top, article: this.#articleRange() }
  }

  /** The article, from the main headline on when that stands before it; null when it is the whole page. */
  #articleRange(): HtmlBlocks['article'] {
    if (!this.#range) return null
    const { from, to } = this.#range
    const headlineInside = this.#top
      .slice(from, to)
      .some((block) => block.kind === 'heading' && block.level === 1)
    const start = headlineInside ? from : Math.min(this.#headline ?? from, from)
    const left = new Set([...this.#left].filter((index) => index >= start && index < to))
    return start === 0 && to === this.#top.length && !left.size ? null : { from: start, to, left }
  }

  #children(node: HtmlNode, look: Look): void {
    for (const child of childrenOf(node)) this.#node(child, look)
  }

  #node(node: HtmlNode, look: Look): void {
    if ('value' in node) return this.#text(node.value, look)
    if (!isElement(node) || isUnseen(node)) return
    const page = pageLabel(node)
    if (page) this.#pages.push(page)
    const aside = node !== this.#article && this.#isAside(node)
    if (aside) {
      this.#flush()
      this.#asideDepth++
    }
    if (node === this.#article) this.#flush()
    const from = this.#top.length
    this.#element(node, look)
    if (node === this.#article) {
      this.#flush()
      this.#range = { from, to: this.#top.length }
    }
    if (aside) {
      this.#flush()
      this.#asideDepth--
    }
  }

  #isAside(element: HtmlElement): boolean {
    return isAside(element, this.#weights.get(this.#body)?.running ?? 0, this.#weights)
  }

  #element(element: HtmlElement, look: Look): void {
    const { tagName } = element
    if (!blockTags.has(tagName)) return this.#inline(element, look)
    this.#flush()
    if (tagName === 'hr') this.#add({ kind: 'rule' })
    else if (tagName === 'pre') this.#add({ kind: 'code', text: rawTextOf(element) })
    else if (tagName === 'blockquote') this.#add({ kind: 'quote', blocks: this.#inside(element, look) })
    else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir')
      this.#list(element, look)
    else if (tagName === 'table') this.#table(element, look)
    else {
      this.#children(element, look)
      const heading = /^h([1-6])$/.exec(tagName)
      this.#flush(heading ? Number(heading[1]) : null)
    }
  }

  #inline(element: HtmlElement, look: Look): void {
    switch (element.tagName) {
      case 'br':
        return this.#lineBreak()
      case 'em':
      case 'i':
      case 'cite':
      case 'dfn':
        return this.#children(element, { ...look, em: true })
      case 'strong':
      case 'b':
        return this.#children(element, { ...look, strong: true })
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt':
        return this.#children(element, { ...look, code: true })
      case 'a':
        return this.#children(element, { ...look, href: attributeOf(element, 'href') })
      case 'q':
        this.#text('“', look)
        this.#children(element, look)
        return this.#text('”', look)
      default:
        return this.#children(element, look)
    }
  }

  /** White space collapses as in a browser, also from one element to the next. */
  #text(value: string, look: Look): void {
    let text = value.replace(/[ \t\n\f\r]+/g, ' ')
    if (text.startsWith(' ') && /(^|\s)$/.test(this.#spans.at(-1)?.text ?? '')) text = text.slice(1)
    if (text) this.#spans.push({ ...look, text })
  }

  /** Two line breaks in a row are how old pages part their paragraphs. */
  #lineBreak(): void {
    const last = this.#spans.at(-1)
    if (!last) return
    if (last.text === '\n') return this.#flush()
    last.text = last.text.trimEnd()
    this.#spans.push({ text: '\n' })
  }

  #flush(level: number | null = null): void {
    const spans = this.#spans
    this.#spans = []
    if (spans.some(({ text }) => text.trim())) {
      this.#add(level ? { kind: 'heading', level, spans } : { kind: 'paragraph', spans })
    }
    // A page that begins inside of a paragraph is marked after it: the paragraph is cited by the page it begins on.
    for (const label of this.#pages.splice(0)) this.#add({ kind: 'page', label })
  }

  #add(block: Block): void {
    if (this.#into === this.#top) {
      if (this.#asideDepth) this.#left.add(this.#top.length)
      else if (block.kind === 'heading' && block.level === 1) this.#headline ??= this.#top.length
    }
    this.#into.push(block)
  }

  /** The blocks of an element's content, which do not become blocks of what is around it. */
  #inside(element: HtmlElement, look: Look): Block[] {
    const [around, inner]: [Block[], Block[]] = [this.#into, []]
    this.#into = inner
    this.#children(element, look)
    this.#flush()
    this.#into = around
    return inner
  }

  #list(element: HtmlElement, look: Look): void {
    const items: Block[][] = []
    for (const child of childrenOf(element)) {
      if (isElement(child) && !isUnseen(child)) items.push(this.#inside(child, look))
      else if ('value' in child && child.value.trim())
        items.push([{ kind: 'paragraph', spans: [{ text: child.value.trim() }] }])
    }
    const start = element.tagName === 'ol' ? Number(attributeOf(element, 'start') ?? 1) : null
    this.#add({ kind: 'list', start, items })
  }

  /** Tables of data become a paragraph a row, its cells parted by tabs; tables made for layout are their content. */
  #table(table: HtmlElement, look: Look): void {
    const rows = [...elementsIn(table)].filter(({ tagName }) => tagName === 'tr')
    const cells = rows.map((row) =>
      childrenOf(row).filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.tagName)),
    )
    if (isLayout(table)) {
      this.#children(table, look)
      return this.#flush()
    }
    const caption = childrenOf(table).find((child) => isElement(child) && child.tagName === 'caption')
    if (caption) this.#node(caption, look)
    cells.forEach((row, index) => {
      const spans = row.flatMap((cell, column) => this.#cell(cell as HtmlElement, look, column))
      this.#add({ kind: 'paragraph', spans, tight: index > 0 })
    })
  }

  #cell(cell: HtmlElement, look: Look, column: number): Span[] {
    const blocks = this.#inside(cell, look)
    const spans = blocks.flatMap((block, index) =>
      'spans' in block ? [...(index ? [{ text: ' ' }] : []), ...block.spans] : [],
    )
    const flat = spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') }))
    return column ? [{ text: '\t' }, ...flat] : flat
  }
}

/** The page of the printed book that begins here, in e-books that say so. */
function pageLabel(element: HtmlElement): string | null {
  const isPage =
    attributeOf(element, 'epub:type') === 'pagebreak' || attributeOf(element, 'role') === 'doc-pagebreak'
  return isPage ? attributeOf(element, 'title') || attributeOf(element, 'aria-label') : null
}

const notInCells = new Set(
  'table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre hr article section form'.split(' '),
)

function isLayout(table: HtmlElement): boolean {
  for (const element of elementsIn(table)) {
    if (element !== table && notInCells.has(element.tagName)) return true
    const paragraphs = childrenOf(element).filter((child) => isElement(child) && child.tagName === 'p')
    if (paragraphs.length > 1) return true
  }
  return false
}
