import { escapeXml, paragraph } from './markup.js'

/**
 * The changes that a document proposes. OpenDocument keeps what each of them is ahead of the text, what is deleted with
 * it, and marks in the text only where.
 */
export class TrackedChanges {
  readonly #info: string
  readonly #regions: string[] = []

  /** @param author who proposes them all; `at` is when, ISO 8601 in UTC. */
  constructor({ author, at }: { author: string; at: string }) {
    this.#info = `<office:change-info>${madeBy(author, at)}</office:change-info>`
  }

  /** Takes content out of a paragraph; answers what stands in its place. */
  deletion(content: string): string {
    return `<text:change text:change-id="${this.#region('deletion', paragraph(content))}"/>`
  }

  /** Content of a paragraph that is new. */
  insertion(content: string): string {
    const id = this.#region('insertion')
    return `<text:change-start text:change-id="${id}"/>${content}<text:change-end text:change-id="${id}"/>`
  }

  /** What stands before the text; nothing without a change. Further changes of the text are not recorded. */
  get declarations(): string {
    return this.#regions.length
      ? `<text:tracked-changes text:track-changes="false">${this.#regions.join('')}</text:tracked-changes>`
      : ''
  }

  #region(kind: 'deletion' | 'insertion', content = ''): string {
    const id = `change-${this.#regions.length + 1}`
    // The second attribute is for programs that only know version 1.1 of the format.
    this.#regions.push(
      `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}>${this.#info}${content}</text:${kind}></text:changed-region>`,
    )
    return id
  }
}

/** Who wrote something and when, as elements. The schema asks for instants without a time zone; these are in UTC. */
export function madeBy(author: string, at: string): string {
  return `<dc:creator>${escapeXml(author)}</dc:creator><dc:date>${escapeXml(at.replace(/Z$/, ''))}</dc:date>`
}
