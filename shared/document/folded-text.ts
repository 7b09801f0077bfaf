/** Letters whose folded form is not what `toLowerCase` makes of them, and Σ, which `toLowerCase` treats by its place. */
const special =
  /(?!\p{Changes_When_Lowercased})\p{Changes_When_Casefolded}|[\u0130\u03a3\u1e9e\u1f88-\u1fff]/gu

/** What composing may change: letters with marks or in parts, and those that are written in two ways (and neighbours). */
const uncomposed =
  /[\s\S][\p{M}\u1160-\u11ff\u{16d67}]+|[\u0340-\u0344]|[\u0374\u037e\u0387\u0958-\u0b5d\u0f43-\u0fb9\u1f70-\u2001\u2126-\u212b\u2329\u232a\u2adc\uf900-\ufb4e\u{16d68}-\u{16d6a}\u{1d15e}-\u{1d1c0}\u{2f800}-\u{2fa1d}]/gu

/** Where folding takes more than `toLowerCase`. */
const irregular = new RegExp(`${uncomposed.source}|${special.source}`, 'gu')

/**
 * A text in the form in which words are compared: canonically composed (NFC), white space as spaces, quotation marks and
 * apostrophes as a keyboard has them and, unless case matters, with Unicode's full case folding (so that `Straße`,
 * `STRASSE` and `straẞe` are one word). It knows which stretch of the original each of its own stretches stands for.
 */
export class FoldedText {
  readonly text: string
  /** Pieces of which original and folded form differ in length, in order; the i-th entries belong together. */
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #sourceStarts: number[] = []
  readonly #sourceEnds: number[] = []
  readonly #matchCase: boolean

  constructor(source: string, matchCase: boolean) {
    this.#matchCase = matchCase
    const lines: string[] = []
    let sourceAt = 0
    let at = 0
    for (const line of source.split('\n')) {
      const folded = this.#foldLine(line, sourceAt, at)
      lines.push(folded)
      sourceAt += line.length + 1
      at += folded.length + 1
    }
    this.text = typed(lines.join(' '))
  }

  /** The offset in the original of an offset in `text`, in UTF-16 code units; null inside what was one letter. */
  sourceOffset(offset: number): number | null {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    const piece = low - 1
    if (piece < 0) return offset
    if (offset === this.#starts[piece]) return this.#sourceStarts[piece]!
    if (offset < this.#ends[piece]!) return null
    return this.#sourceEnds[piece]! + offset - this.#ends[piece]!
  }

  #foldLine(line: string, sourceAt: number, at: number): string {
    const inCase = (text: string): string => (this.#matchCase ? text : text.toLowerCase())
    if (this.#matchCase && line.normalize('NFC') === line) return line
    let folded = ''
    let done = 0
    for (const { 0: piece, index } of line.matchAll(irregular)) {
      folded += inCase(line.slice(done, index))
      const form = this.#fold(piece)
      if (form.length !== piece.length) {
        this.#starts.push(at + folded.length)
        this.#ends.push(at + folded.length + form.length)
        this.#sourceStarts.push(sourceAt + index)
        this.#sourceEnds.push(sourceAt + index + piece.length)
      }
      folded += form
      done = index + piece.length
    }
    return folded + inCase(line.slice(done))
  }

  #fold(piece: string): string {
    return (this.#matchCase ? piece : caseFolded(piece)).normalize('NFC')
  }
}

/**
 * Full case folding (the mappings C and F of Unicode's CaseFolding.txt), by way of the case mappings that the language
 * has. The dotless i is the one letter that they would fold too far.
 */
function caseFolded(piece: string): string {
  return piece
    .split('\u0131')
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase().replaceAll('\u03c2', '\u03c3'))
    .join('\u0131')
}

function typed(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
}
