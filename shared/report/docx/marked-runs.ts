import { escapeXml } from '../escape-xml.js'
import { ChangedPieces } from '../office/changed-pieces.js'
import type { ClaimEdges } from '../office/claim-edges.js'
import type { TextChange } from '../office/tracked-changes.js'
import type { Segment, TextLeaf } from '../text-blocks.js'
import type { CommentThreads } from './comments.js'
import { deletedRun, insertedRun, run, wordDate } from './wordprocessing.js'

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
  readonly #pieces: ChangedPieces
  readonly #attributes: string
  readonly #ids: MarkIds
  #offset = 0

  constructor(
    { edges, threads, ids }: { edges: ClaimEdges; threads: CommentThreads; ids: MarkIds },
    changes: readonly TextChange[],
    { name, at }: Author,
  ) {
    this.#edges = edges
    this.#threads = threads
    this.#ids = ids
    this.#pieces = new ChangedPieces(changes)
    this.#attributes = `w:author="${escapeXml(name)}" w:date="${wordDate(at)}"`
  }

  /** The runs of a block. Blocks must come in the order of the text. */
  leaf({ start, segments }: TextLeaf): string {
    this.#offset = start
    return segments.map((segment) => this.#segment(segment)).join('')
  }

  /** The properties of the paragraph of a block that `leaf` wrote, where its end is to go as well: the next joins it. */
  endOf({ end }: TextLeaf): string {
    return this.#pieces.deletes(end) ? `<w:rPr><w:del ${this.#mark()}/></w:rPr>` : ''
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

  #changed(segment: Segment): string {
    const pieces = this.#pieces.of(segment.text, this.#offset)
    this.#offset += segment.text.length
    return pieces
      .map(({ kind, text }) => {
        if (kind === 'kept') return run(text, segment)
        return (kind === 'deleted' ? deletedRun : insertedRun)(text, segment, this.#mark())
      })
      .join('')
  }

  #mark(): string {
    this.#ids.last += 1
    return `w:id="${this.#ids.last}" ${this.#attributes}`
  }
}
