import type { ClaimEdges } from '../office/claim-edges.js'
import type { Segment, TextLeaf } from '../text-blocks.js'
import type { CommentThreads } from './comments.js'
import type { TextChange } from './tracked-changes.js'
import { deletedRun, escapeXml, insertedRun, run, wordDate } from './wordprocessing.js'

/** Who proposes the changes of a text, and when. */
export interface Author {
  name: string
  at: string
}

/** The id of the last change that was marked in a document; those of comments are of another kind. */
export interface MarkIds {
  last: number
}

/** Writes the segments of one text in order, with its comments and with what is proposed to be changed in it. */
export class MarkedRuns {
  readonly #edges: ClaimEdges
  readonly #threads: CommentThreads
  readonly #changes: readonly TextChange[]
  readonly #attributes: string
  readonly #ids: MarkIds
  #next = 0
  #offset = 0

  constructor(
    { edges, threads, ids }: { edges: ClaimEdges; threads: CommentThreads; ids: MarkIds },
    changes: readonly TextChange[],
    { name, at }: Author,
  ) {
    this.#edges = edges
    this.#threads = threads
    this.#ids = ids
    this.#changes = changes
    this.#attributes = `w:author="${escapeXml(name)}" w:date="${wordDate(at)}"`
  }

  /** The runs of a block. Blocks must come in the order of the text. */
  leaf({ start, segments }: TextLeaf): string {
    this.#offset = start
    return segments.map((segment) => this.#segment(segment)).join('')
  }

  #segment(segment: Segment): string {
    const threads = (claims: readonly number[]): number[] =>
      claims.flatMap((claim) => this.#threads.idsOf(claim))
    return [
      ...threads(this.#edges.beginning(segment)).map((id) => `<w:commentRangeStart w:id="${id}"/>`),
      this.#changed(segment),
      ...threads(this.#edges.ending(segment)).map(
        (id) =>
          `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
      ),
    ].join('')
  }

  /** The text of a segment, cut where a change begins or ends; what a change inserts follows what it deletes. */
  #changed(segment: Segment): string {
    const start = this.#offset
    const end = start + segment.text.length
    let xml = ''
    while (this.#offset < end) {
      const change = this.#changes[this.#next]
      const from = this.#offset
      const isIn = change !== undefined && from >= change.start && from < change.end
      const to = Math.min(end, change ? (isIn ? change.end : Math.max(change.start, from)) : end)
      const text = segment.text.slice(from - start, to - start)
      xml += isIn ? deletedRun(text, segment, this.#mark()) : run(text, segment)
      this.#offset = to
      if (change && to >= change.end) xml += this.#inserted(change, segment)
    }
    return xml
  }

  #inserted(change: TextChange, segment: Segment): string {
    this.#next += 1
    return change.insert === '' ? '' : insertedRun(change.insert, segment, this.#mark())
  }

  #mark(): string {
    this.#ids.last += 1
    return `w:id="${this.#ids.last}" ${this.#attributes}`
  }
}
