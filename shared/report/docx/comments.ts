import type { ClaimCard } from '../claim-cards.js'
import { noteText } from '../note-blocks.js'
import { claimHeading, claimLines } from '../office/claim-lines.js'
import type { Wording } from '../wording.js'
import { escapeXml, paragraph, run, wordDate } from './wordprocessing.js'

/** A comment, or, with a `parent`, an answer in its thread. Ids count from 1. */
interface Comment {
  id: number
  parent: number | null
  author: string
  at: string
  /** The runs of each paragraph. */
  paragraphs: string[]
}

/** The comments of a document: a thread a claim, its judgement first and each of its notes as an answer. */
export class CommentThreads {
  readonly #comments: Comment[] = []
  readonly #answers = new Map<number, number[]>()

  /**
   * The comment on claim 3 has the id 3; the answers have ids above all claims.
   * @param numbers the claims that stand in a text, in order
   */
  constructor(
    numbers: readonly number[],
    { cards, checker, generatedAt }: { cards: readonly ClaimCard[]; checker: string; generatedAt: string },
    words: Wording,
  ) {
    let last = cards.length
    for (const number of numbers) {
      const card = cards[number - 1]!
      const paragraphs = [
        run(claimHeading(card, words), { strong: true }),
        ...claimLines(card, words).map((line) => run(line)),
      ]
      const author = checker || words.say('Checker')
      this.#comments.push({ id: number, parent: null, author, at: generatedAt, paragraphs })
      const ids = card.notes.map((note) => {
        const text = noteText(note.blocks)
        const shown = note.internal ? `${words.say('Internal note')}: ${text}` : text
        const paragraphs = [run(shown === '' ? '–' : shown)]
        this.#comments.push({
          id: ++last,
          parent: number,
          author: note.author || words.say('Author not named'),
          at: note.updatedAt,
          paragraphs,
        })
        return last
      })
      if (ids.length) this.#answers.set(number, ids)
    }
  }

  /** The ids of a claim's thread: its comment, then the answers. */
  idsOf(claim: number): number[] {
    return [claim, ...(this.#answers.get(claim) ?? [])]
  }

  /** What `comments.xml` holds. */
  get comments(): string {
    return this.#comments.map(commentXml).join('')
  }

  /** What `commentsExtended.xml` holds: which comment answers which. */
  get threads(): string {
    return this.#comments
      .map(({ id, parent }) => {
        const answers = parent === null ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`
        return `<w15:commentEx w15:paraId="${paragraphId(id)}"${answers} w15:done="0"/>`
      })
      .join('')
  }
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
