import type { ClaimCard, NoteEntry } from '../claim-cards.js'
import { escapeXml } from '../escape-xml.js'
import { noteWithAddresses } from '../note-blocks.js'
import { claimHeading, claimLines } from '../office/claim-lines.js'
import type { Pieces } from '../pieces.js'
import type { Wording } from '../wording.js'
import { paragraph, run, wordDate } from './wordprocessing.js'

interface Comment {
  /** From 1. */
  id: number
  author: string
  at: string
  /** The runs of each paragraph. */
  paragraphs: string[]
}

interface CommentMaterial {
  cards: readonly ClaimCard[]
  checker: string
  /** ISO 8601, UTC. */
  generatedAt: string
}

/** The comments of a document: a thread a claim, its judgement first and each of its notes as an answer. */
export class CommentThreads {
  readonly #numbers: readonly number[]
  readonly #material: CommentMaterial
  readonly #words: Wording
  readonly #answers = new Map<number, number[]>()

  /**
   * The comment on claim 3 has the id 3; the answers have ids above all claims.
   * @param numbers the claims that stand in a text, in order
   */
  constructor(numbers: readonly number[], material: CommentMaterial, words: Wording) {
    this.#numbers = numbers
    this.#material = material
    this.#words = words
    let last = material.cards.length
    for (const number of numbers) {
      const ids = this.#card(number).notes.map(() => ++last)
      if (ids.length) this.#answers.set(number, ids)
    }
  }

  /** The ids of a claim's thread: its comment, then the answers. */
  idsOf(claim: number): number[] {
    return [claim, ...(this.#answers.get(claim) ?? [])]
  }

  /** What `comments.xml` holds. */
  *comments(): Pieces {
    for (const number of this.#numbers) {
      const { notes } = this.#card(number)
      yield commentXml(this.#judgement(number))
      for (const [index, id] of this.#answers.get(number)?.entries() ?? []) {
        yield commentXml(this.#answer(id, notes[index]!))
      }
    }
  }

  /** What `commentsExtended.xml` holds: which comment answers which. */
  *threads(): Pieces {
    for (const number of this.#numbers) {
      yield threadXml(number)
      for (const id of this.#answers.get(number) ?? []) yield threadXml(id, number)
    }
  }

  #judgement(number: number): Comment {
    const { checker, generatedAt } = this.#material
    const card = this.#card(number)
    const paragraphs = [
      run(claimHeading(card, this.#words), { strong: true }),
      ...claimLines(card, this.#words).map((line) => run(line)),
    ]
    return { id: number, author: checker || this.#words.say('Checker'), at: generatedAt, paragraphs }
  }

  #answer(id: number, { author, updatedAt, internal, blocks }: NoteEntry): Comment {
    const text = noteWithAddresses(blocks)
    const shown = internal ? `${this.#words.say('Internal note')}: ${text}` : text
    const paragraphs = [run(shown === '' ? '–' : shown)]
    return { id, author: author || this.#words.say('Author not named'), at: updatedAt, paragraphs }
  }

  #card(number: number): ClaimCard {
    return this.#material.cards[number - 1]!
  }
}

function threadXml(comment: number, parent: number | null = null): string {
  const answers = parent === null ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`
  return `<w15:commentEx w15:paraId="${paragraphId(comment)}"${answers} w15:done="0"/>`
}

/** A thread hangs on the ids of the last paragraphs of its comments: eight hexadecimal digits below 8. */
function paragraphId(comment: number): string {
  return (0x10000000 + comment).toString(16).toUpperCase()
}

function commentXml({ id, author, at, paragraphs }: Comment): string {
  const last = paragraphs.length - 1
  const body = paragraphs.map((runs, index) =>
    paragraph(runs, 'CommentText', '', index === last ? paragraphId(id) : null),
  )
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${wordDate(at)}" w:initials="${escapeXml(initials(author))}">${body.join('')}</w:comment>`
}

function initials(name: string): string {
  return Array.from(name.matchAll(/\p{L}/gu), ([letter]) => letter)
    .filter((_, index, letters) => index === 0 || letters[index] !== letters[index]!.toLowerCase())
    .slice(0, 3)
    .join('')
}
