/** How many UTF-16 code units are encoded at a time. */
const chunkLength = 32_768

/**
 * The UTF-8 of strings as if they were one: a surrogate pair that lies across two of them stays a character, half of one
 * becomes U+FFFD. A chunk is a view of a memory that all share, valid until the next is asked for.
 */
export function* utf8Chunks(pieces: Iterable<string>): Generator<Uint8Array, void> {
  const bytes = Buffer.allocUnsafe(3 * chunkLength)
  const encoded = (text: string): Uint8Array => bytes.subarray(0, bytes.write(text))
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < chunkLength) continue
    let from = 0
    while (text.length - from >= chunkLength) {
      const to = from + chunkLength - (endsInPair(text, from + chunkLength) ? 1 : 0)
      yield encoded(text.slice(from, to))
      from = to
    }
    text = text.slice(from)
  }
  if (text !== '') yield encoded(text)
}

/** Whether what stands before an offset may be the first half of a pair. */
function endsInPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
}
