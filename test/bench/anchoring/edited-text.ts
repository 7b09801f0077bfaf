import { below, oneOf, sentence, words, type Random } from './prose.js'

/** A text that remembers for each code unit where it stood in the first version; -1 for what came in later. */
export interface EditedText {
  text: string
  origins: Int32Array
}

/** An edit of [start, end) of a text. */
interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Edits a text as correcting and importing again do (letters, words, figures, sentences, marks) until so great a share of
 * its characters is changed, and moves so great a share of its paragraphs elsewhere.
 */
export function edited(random: Random, text: string, changed: number, moved: number): EditedText {
  const edits = editsOf(random, text, changed)
  return withMovedLines(random, applied(text, edits), moved)
}

/** Edits that do not touch one another, in order. */
function editsOf(random: Random, text: string, changed: number): Edit[] {
  const edits: Edit[] = []
  const taken = new Uint8Array(text.length + 1)
  for (let left = text.length * changed; left > 0;) {
    const edit = editAt(random, text, below(random, text.length))
    if (!edit || taken.subarray(edit.start, edit.end + 1).some(Boolean)) continue
    taken.fill(1, Math.max(0, edit.start - 1), edit.end + 2)
    left -= Math.max(edit.end - edit.start, edit.text.length)
    edits.push(edit)
  }
  return edits.sort((one, other) => one.start - other.start)
}

/** An edit near an offset: six letters in ten, three words, one sentence. */
function editAt(random: Random, text: string, at: number): Edit | null {
  const [start, end] = wordAt(text, at)
  if (start === end) return null
  const chance = random()
  if (chance < 0.2) return { start: at, end: at + 1, text: oneOf(random, [...'aeiorstn']) }
  if (chance < 0.4) return { start: at, end: at, text: oneOf(random, [...'aeiorstn']) }
  if (chance < 0.6) return { start: at, end: at + 1, text: '' }
  if (chance < 0.75) return { start, end, text: words(random, 1) }
  if (chance < 0.85) return { start, end: start, text: `${words(random, 1 + below(random, 3))} ` }
  if (chance < 0.9) return text[end] === ' ' ? { start, end: end + 1, text: '' } : null
  const stop = text.indexOf('. ', at) + 2
  if (stop < 2 || stop > at + 400) return null
  if (chance < 0.95) return { start: stop, end: stop, text: `${sentence(random)} ` }
  const next = text.indexOf('. ', stop) + 2
  const crosses = next < 2 || text.slice(stop, next).includes('\n')
  return crosses ? null : { start: stop, end: next, text: '' }
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[A-Za-z0-9]/.test(unit)

function wordAt(text: string, at: number): [number, number] {
  let [start, end] = [at, at]
  while (isLetter(text[start - 1]) && isLetter(text[at])) start--
  while (isLetter(text[end])) end++
  return [start, end]
}

function applied(text: string, edits: readonly Edit[]): EditedText {
  const pieces: string[] = []
  const origins: number[] = []
  const keep = (from: number, to: number) => {
    pieces.push(text.slice(from, to))
    for (let at = from; at < to; at++) origins.push(at)
  }
  let done = 0
  for (const edit of edits) {
    keep(done, edit.start)
    pieces.push(edit.text)
    for (let at = 0; at < edit.text.length; at++) origins.push(-1)
    done = edit.end
  }
  keep(done, text.length)
  return { text: pieces.join(''), origins: Int32Array.from(origins) }
}

/** Whether a line shares words with another one: which of two equal paragraphs was moved leaves no trace. */
function isRepeated(text: string, [start, end]: readonly [number, number]): boolean {
  const samples = [start, (start + end) >> 1, end - 24].map((at) =>
    text.slice(Math.max(start, at), Math.max(start, at) + 24),
  )
  return samples.some((sample) => text.indexOf(sample) !== text.lastIndexOf(sample))
}

function withMovedLines(random: Random, { text, origins }: EditedText, moved: number): EditedText {
  const lines: (readonly [number, number])[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push([start, end])
    start = end + 1
  }
  for (let count = moved === 0 ? 0 : Math.max(2, Math.round(lines.length * moved)); count > 0;) {
    const from = below(random, lines.length)
    if (isRepeated(text, lines[from]!)) continue
    const [line] = lines.splice(from, 1)
    lines.splice(below(random, lines.length + 1), 0, line!)
    count--
  }
  const newOrigins = lines.flatMap(([start, end]) => [...origins.subarray(start, end), -1])
  return {
    text: lines.map(([start, end]) => text.slice(start, end)).join('\n'),
    origins: Int32Array.from(newOrigins.slice(0, -1)),
  }
}
