import { escapeXml } from '../escape-xml.js'
import type { Pieces } from '../pieces.js'
import { paragraph } from './markup.js'

/** A proposed change; `content` is what a deletion takes out of its paragraph, as it is written in one. */
export type ProposedChange = { kind: 'deletion'; content: string } | { kind: 'insertion' }

/**
 * The changes that a document proposes. OpenDocument keeps what each of them is ahead of the text, what is deleted with
 * it, and marks in the text only where. They are numbered as they come, so that what is ahead and what is in the text must
 * be the same changes in the same order.
 */
export class TrackedChanges {
  readonly #info: string
  #marked = 0

  /** @param author who proposes them all; `at` is when, ISO 8601 in UTC. */
  constructor({ author, at }: { author: string; at: string }) {
    this.#info = `<office:change-info>${madeBy(author, at)}</office:change-info>`
  }

  /** What stands before the text; nothing without a change. Further changes of the text are not recorded. */
  *declarations(changes: Iterable<ProposedChange>): Pieces {
    let count = 0
    for (const change of changes) {
      if (count === 0) yield '<text:tracked-changes text:track-changes="false">'
      count += 1
      const what = change.kind === 'deletion' ? paragraph(change.content) : ''
      // The second attribute is for programs that only know version 1.1 of the format.
      yield `<text:changed-region xml:id="change-${count}" text:id="change-${count}"><text:${change.kind}>${this.#info}${what}</text:${change.kind}></text:changed-region>`
    }
    if (count > 0) yield '</text:tracked-changes>'
  }

  /** What stands in the place of deleted content. */
  deletion(): string {
    return `<text:change text:change-id="${this.#nextId()}"/>`
  }

  /** Content of a paragraph that is new. */
  insertion(content: string): string {
    const id = this.#nextId()
    return `<text:change-start text:change-id="${id}"/>${content}<text:change-end text:change-id="${id}"/>`
  }

  #nextId(): string {
    this.#marked += 1
    return `change-${this.#marked}`
  }
}

/** Who wrote something and when, as elements. The schema asks for instants without a time zone; these are in UTC. */
export function madeBy(author: string, at: string): string {
  return `<dc:creator>${escapeXml(author)}</dc:creator><dc:date>${escapeXml(at.replace(/Z$/, ''))}</dc:date>`
}
