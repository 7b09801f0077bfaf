import type { ClaimCard } from '../claim-cards.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { Segment, TextBlock, TextLeaf } from '../text-blocks.js'
import { leavesOf } from '../text-blocks.js'
import { wordingOf, type Wording } from '../wording.js'
import { isolated, markup, type Html } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { claimReference, filterClass, toneOf } from './passage.js'

/** Underlines that fit between two lines of text; claims beyond that still have their number. */
const lanes = 4

/** The texts of all sources, with a numbered highlight for each claim. */
export function annotatedTexts({ sources, cards, language }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="text" aria-labelledby="text-heading">
    <h2 id="text-heading">${words.say('Annotated text')}</h2>
    ${sources.length === 0 && markup`<p class="empty">${words.say('There is no text in this case yet.')}</p>`}
    ${each(sources, (source) => annotatedText(source, cards, words))}
  </section>`
}

/** One text. Without the numbers of the claims, what it contains is the source's text and nothing else. */
function annotatedText(source: SourceEntry, cards: readonly ClaimCard[], words: Wording): Flow {
  const highlights = new Highlights(source.blocks, cards, words)
  return flow`<section class="text" id="source-${source.number}" aria-labelledby="source-${source.number}-heading">
    <h3 id="source-${source.number}-heading">
      <span class="source-number">S${source.number}</span> ${isolated(source.record.title)}
    </h3>
    <p class="text-note">${textNote(source, cards, words)}</p>
    <div class="body"${source.record.language !== undefined && markup` lang="${source.record.language}"`}>${each(source.blocks, (block) => blockHtml(block, source.number, highlights))}</div>
  </section>`
}

function textNote(source: SourceEntry, cards: readonly ClaimCard[], words: Wording): string {
  const { version, claims } = source
  const orphans = claims.filter((number) => !cards[number - 1]!.anchored)
  const parts = [
    words.say('Text version {number}', { number: version.number }),
    words.count(source.words, 'word', 'words'),
    words.count(claims.length, 'claim', 'claims'),
  ]
  if (orphans.length) parts.push(words.say('not in the text: {claims}', { claims: orphans.join(', ') }))
  return parts.join(' · ')
}

function blockHtml(block: TextBlock, source: number, highlights: Highlights): Html {
  const inner = (blocks: readonly TextBlock[]): Html[] =>
    blocks.map((child) => blockHtml(child, source, highlights))
  const items = (lists: readonly TextBlock[][]): Html[] =>
    lists.map((blocks) => markup`<li>${inner(blocks)}</li>`)
  switch (block.kind) {
    case 'rule':
      return markup`<hr />`
    case 'page':
      return markup`<div class="page-mark" data-page="${highlights.words.say('p. {page}', { page: block.label })}"></div>`
    case 'quote':
      return markup`<blockquote>${inner(block.blocks)}</blockquote>`
    case 'list':
      return block.ordered
        ? markup`<ol start="${block.start}">${items(block.items)}</ol>`
        : markup`<ul>${items(block.items)}</ul>`
    default:
      return leafHtml(block, source, highlights)
  }
}

function leafHtml(leaf: TextLeaf, source: number, highlights: Highlights): Html {
  const content = leaf.segments.map((segment) => highlights.render(segment))
  if (leaf.number === null) return markup`<p class="blank">${content}</p>`
  const attributes = markup`id="s${source}p${leaf.number}" data-number="${leaf.number}"`
  if (leaf.kind === 'code') return markup`<pre ${attributes}><code>${content}</code></pre>`
  if (leaf.kind === 'heading') return headingHtml(leaf.level, attributes, content)
  return markup`<p ${attributes} dir="auto"${leaf.gap > 0 && markup` class="after-gap"`}>${content}</p>`
}

/** Headings of a text stand below the report's own three levels. */
function headingHtml(level: number, attributes: Html, content: readonly Html[]): Html {
  if (level <= 1) return markup`<h4 ${attributes} dir="auto">${content}</h4>`
  if (level === 2) return markup`<h5 ${attributes} dir="auto">${content}</h5>`
  return markup`<h6 ${attributes} dir="auto">${content}</h6>`
}

/** Draws the segments of one text in order: each claim keeps its lane, and has its number where it ends. */
class Highlights {
  readonly words: Wording
  readonly #cards: readonly ClaimCard[]
  readonly #last = new Map<number, Segment>()
  readonly #lanes = new Map<number, number>()

  constructor(blocks: readonly TextBlock[], cards: readonly ClaimCard[], words: Wording) {
    this.words = words
    this.#cards = cards
    for (const segment of leavesOf(blocks).flatMap((leaf) => leaf.segments)) {
      for (const number of segment.claims) this.#last.set(number, segment)
    }
  }

  render(segment: Segment): Html {
    this.#assignLanes(segment.claims)
    const drawn = segment.claims
      .filter((number) => this.#lanes.get(number)! < lanes)
      .sort((a, b) => this.#lanes.get(b)! - this.#lanes.get(a)!)
    const marked = drawn.reduce((inner, number) => this.#mark(number, inner), styled(segment))
    const ending = segment.claims.filter((number) => this.#last.get(number) === segment)
    return markup`${marked}${ending.map((number) => claimReference(this.#card(number), this.words))}`
  }

  #mark(number: number, inner: Html): Html {
    const { verdict } = this.#card(number)
    return markup`<mark class="l${this.#lanes.get(number)!} ${toneOf(verdict)} ${filterClass(verdict)}">${inner}</mark>`
  }

  #assignLanes(claims: readonly number[]): void {
    const taken = new Set(claims.map((number) => this.#lanes.get(number)))
    for (const number of claims) {
      if (this.#lanes.has(number)) continue
      let lane = 0
      while (taken.has(lane)) lane++
      taken.add(lane)
      this.#lanes.set(number, lane)
    }
  }

  #card(number: number): ClaimCard {
    return this.#cards[number - 1]!
  }
}

function styled({ text, strong, em, code }: Segment): Html {
  let content = markup`${text}`
  if (code) content = markup`<code>${content}</code>`
  if (em) content = markup`<em>${content}</em>`
  return strong ? markup`<strong>${content}</strong>` : content
}

/** The numbers of the claims that some segment of these texts carries, so that a link to them leads somewhere. */
export function numbersInText(sources: readonly SourceEntry[]): Set<number> {
  const segments = sources.flatMap(({ blocks }) => leavesOf(blocks)).flatMap((leaf) => leaf.segments)
  return new Set(segments.flatMap((segment) => segment.claims))
}
