/** A stretch of a text: [`start`, `end`) in UTF-16 code units. */
export interface TextRange {
  start: number
  end: number
}

/** Inner lines of a hard-wrapped text fall between these lengths, in UTF-16 code units. */
const wrappedLine = { shortest: 45, longest: 90 }

/**
 * The paragraphs of a text, in order, without their line breaks (`\n`, `\r\n` or `\r`). Every line with a visible
 * character is a paragraph, unless it is hard-wrapped: then the block between blank lines is one, line breaks inside it
 * included. Linear in the length of the text, and total.
 */
export function paragraphsOf(text: string): TextRange[] {
  const lines = linesOf(text)
  const blocks = blocksOf(text, lines)
  const wrapped = isHardWrapped(text, blocks)
  return blocks.flatMap((block) => (isWrappedBlock(text, block, wrapped) ? [spanOf(block)] : block))
}

/** Every line of a text without its line break, blank lines included. */
export function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = []
  // Each kind of break is only looked for behind the last one that was found, so that no letter is looked at twice.
  let [feed, carriage] = [text.indexOf('\n'), text.indexOf('\r')]
  let start = 0
  while (feed >= 0 || carriage >= 0) {
    const end = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage
    lines.push({ start, end })
    start = end === carriage && feed === end + 1 ? feed + 1 : end + 1
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start)
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start)
  }
  if (start < text.length) lines.push({ start, end: text.length })
  return lines
}

/** Whether a stretch of text shows nothing. */
export function isBlank(text: string, { start, end }: TextRange): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false
  return true
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b
}

function blocksOf(text: string, lines: readonly TextRange[]): TextRange[][] {
  const blocks: TextRange[][] = []
  let block: TextRange[] = []
  for (const line of lines) {
    if (!isBlank(text, line)) block.push(line)
    else if (block.length) {
      blocks.push(block)
      block = []
    }
  }
  if (block.length) blocks.push(block)
  return blocks
}

/**
 * Hard-wrapped: nearly all inner lines have the length of a wrapped line, and most of them stop in the middle of a
 * sentence. Four inner lines are the least that tells a wrapped text from a few short paragraphs.
 */
function isHardWrapped(text: string, blocks: readonly TextRange[][]): boolean {
  let inner = 0
  let fitting = 0
  let finished = 0
  for (const block of blocks) {
    for (const line of block.slice(0, -1)) {
      inner++
      if (hasWrappedLength(line)) fitting++
      if (/[.!?:"”]\s*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))) finished++
    }
  }
  return inner >= 4 && fitting >= inner * 0.8 && finished <= inner * 0.5
}

function hasWrappedLength({ start, end }: TextRange): boolean {
  return end - start >= wrappedLine.shortest && end - start <= wrappedLine.longest
}

/**
 * A block is one paragraph when its inner lines have the length of wrapped lines and the text is wrapped as a whole, or
 * when at least half of its line breaks plainly fall inside a sentence.
 */
function isWrappedBlock(text: string, block: readonly TextRange[], inWrappedText: boolean): boolean {
  const inner = block.slice(0, -1)
  if (inner.length === 0 || !inner.every(hasWrappedLength)) return false
  if (inWrappedText) return true
  const broken = inner.filter((line, index) => isBrokenSentence(text, line, block[index + 1]))
  return broken.length >= inner.length / 2
}

/** Whether a line stops without an end and the next goes on in lower case. */
function isBrokenSentence(text: string, line: TextRange, next: TextRange | undefined): boolean {
  if (!next || /[.!?:;"”]\s*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))) return false
  return /^\s{0,3}\p{Ll}\p{Ll}*[\s,.;]/u.test(text.slice(next.start, Math.min(next.end, next.start + 24)))
}

function spanOf(block: readonly TextRange[]): TextRange {
  return { start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 }
}
