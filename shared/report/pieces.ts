/**
 * A form of a report as strings one after the other, each made when it is asked for, so that nobody has to hold the whole. They
 * can be taken once. A surrogate pair can lie across two of them.
 */
export type Pieces = Generator<string, void>

/** All pieces as one string, for what cannot be handed on piece by piece. */
export function wholeOf(pieces: Pieces): string {
  let whole = ''
  for (const piece of pieces) whole += piece
  return whole
}

/** Paragraphs with an empty line between them and a line break at the end. Those without a letter are left out. */
export function* paragraphs(parts: Iterable<string | Pieces>): Pieces {
  let between = ''
  for (const part of parts) {
    let before = between
    for (const piece of typeof part === 'string' ? [part] : part) {
      if (piece === '') continue
      yield before + piece
      before = ''
      between = '\n\n'
    }
  }
  yield '\n'
}
