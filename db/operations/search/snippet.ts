import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { Snippet } from '../../../shared/domain/search.js'

/** How much of what was found is shown, and how much of that before the first match, in UTF-16 code units. */
const longest = 200
const before = 60

/** The piece of a text around its first match, cut between words where it can be, with the matches that lie in it whole. */
export function snippetAround(text: string, ranges: readonly TextRange[]): Snippet {
  const first = ranges[0]?.start ?? 0
  const start = first <= before ? 0 : wordStart(text, first - before, first)
  const end = text.length - start <= longest ? text.length : wordEnd(text, start + longest, first)
  return {
    text: text.slice(start, end),
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start - start, end: range.end - start })),
  }
}

/** The first place from `from` on, but before `latest`, at which a word begins. */
function wordStart(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/)
  return whole(text, space < 0 ? from : from + space + 1)
}

/** The last place up to `to`, but after `earliest`, at which a word has ended. */
function wordEnd(text: string, to: number, earliest: number): number {
  const space = text.slice(earliest, to).search(/\s\S*$/)
  return whole(text, space <= 0 ? to : earliest + space)
}

/** The place itself, or the one after when it lies within a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
