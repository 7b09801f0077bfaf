/** A stretch [start, end) of a plain text in UTF-16 code units. */
export interface Passage {
  start: number
  end: number
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Abbreviations after which the sentence goes on although a capital follows. */
const goesOn =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Capt|Sgt|Rev|Hon|Gov|Sen|Rep|No|vs|cf|\p{Lu})\.\s*$/u

/** The sentence at an offset, without the white space around it; null where the paragraph is blank. */
export function sentenceAt(text: string, offset: number): Passage | null {
  const paragraph = paragraphAt(text, offset)
  const within = offset - paragraph.start
  let start = 0
  let end = 0
  for (const { segment } of sentences.segment(text.slice(paragraph.start, paragraph.end))) {
    if (!goesOn.test(text.slice(paragraph.start + start, paragraph.start + end))) {
      if (end > within) break
      start = end
    }
    end += segment.length
  }
  return trimmed(text, { start: paragraph.start + start, end: paragraph.start + end })
}

/** The word that an offset is in or at the edge of; null between words. */
export function wordAt(text: string, offset: number): Passage | null {
  const paragraph = paragraphAt(text, offset)
  const line = text.slice(paragraph.start, paragraph.end)
  const segments = words.segment(line)
  for (const at of [offset, offset - 1]) {
    const found = segments.containing(at - paragraph.start)
    if (!found?.isWordLike) continue
    const start = paragraph.start + found.index
    return { start, end: start + found.segment.length }
  }
  return null
}

/** A passage without the white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, { start, end }: Passage): Passage | null {
  while (start < end && /\s/.test(text[start]!)) start++
  while (start < end && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}

function paragraphAt(text: string, offset: number): Passage {
  const end = text.indexOf('\n', offset)
  return { start: offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0, end: end < 0 ? text.length : end }
}
