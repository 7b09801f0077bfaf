import type { TextChange } from './tracked-changes.js'

/** A stretch of a text as a proposal leaves it, takes it away or adds it; never empty. */
export interface Piece {
  kind: 'kept' | 'deleted' | 'inserted'
  text: string
}

/** Cuts a text where what is proposed to be changed in it begins or ends. */
export class ChangedPieces {
  readonly #changes: readonly TextChange[]
  #next = 0

  /** @param changes in the order of the text, none over another, as `proposedChanges` gives them */
  constructor(changes: readonly TextChange[]) {
    this.#changes = changes
  }

  /** Whether anything is to be changed before `end` or at it, behind the stretches that were cut already. */
  hasUntil(end: number): boolean {
    const change = this.#changes[this.#next]
    return change !== undefined && change.start <= end
  }

  /** Whether the character at an offset, behind the stretches that were cut already, is to go. */
  deletes(offset: number): boolean {
    const change = this.#changes[this.#next]
    return change !== undefined && offset >= change.start && offset < change.end
  }

  /**
   * The pieces of a stretch that begins at `start`, in UTF-16 code units of its text; what a change inserts follows what it
   * deletes. Stretches must come in the order of the text.
   */
  of(text: string, start: number): Piece[] {
    const end = start + text.length
    const pieces: Piece[] = []
    const add = (kind: Piece['kind'], text: string): void => {
      if (text !== '') pieces.push({ kind, text })
    }
    for (let from = start; from < end;) {
      const change = this.#changes[this.#next]
      const isIn = change !== undefined && from >= change.start && from < change.end
      const to = Math.min(end, change ? (isIn ? change.end : Math.max(change.start, from)) : end)
      add(isIn ? 'deleted' : 'kept', text.slice(from - start, to - start))
      from = to
      // One that only inserts can stand where the one before it ends.
      for (let ended = change; ended && ended.end <= to; ended = this.#changes[++this.#next]) {
        add('inserted', ended.insert)
      }
    }
    return pieces
  }
}
