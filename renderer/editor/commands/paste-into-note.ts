import { Fragment, Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'

/** Markup past one of these is not taken apart, which would hold the window up; the plain text beside it is pasted. */
const longestMarkup = 1_000_000
const mostTags = 20_000
const deepest = 100

/** The most that is pasted at once, in UTF-16 code units: half of what a note can hold. */
const longestText = 100_000

const tooLong =
  'What is on the clipboard is too much for a note. Add it to the case as a text of its own, or paste a part of it.'

/**
 * Pastes what the editor must not take apart by itself, because it is too much; false leaves an ordinary paste to the
 * editor. What does not fit into a note at all is refused in words for a person, and nothing is pasted.
 */
export function pasteIntoNote(
  view: EditorView,
  clipboard: DataTransfer | null,
  refuse: (reason: string) => void,
): boolean {
  const text = clipboard?.getData('text/plain') ?? ''
  const markup = measure(clipboard?.getData('text/html') ?? '')
  const isHeavy = markup.length > longestMarkup || markup.tags > mostTags || markup.depth > deepest
  if (!isHeavy && Math.max(text.length, markup.text) <= longestText) return false
  if (text.trim() === '' || text.length > longestText) refuse(tooLong)
  else view.dispatch(view.state.tr.replaceSelection(plainSlice(view, text)).scrollIntoView())
  return true
}

/** What stands in one another in a note, and what pages build with. */
const nesting = /^<(\/?)(ul|ol|blockquote|div|table|section|article|span)\b/i

/** What begins something of which a reader sees nothing. */
const unread = /^<(?:!--|(style|script)\b)/i

/**
 * Markup by its length, its tags, the most elements in one another, and the characters between the tags, but for those of
 * styles, scripts and comments. What is never closed counts as text.
 */
function measure(markup: string): { length: number; tags: number; depth: number; text: number } {
  let [tags, depth, deep, text] = [0, 0, 0, 0]
  let at = 0
  while (at < markup.length && tags <= mostTags) {
    const start = markup.indexOf('<', at)
    const end = start < 0 ? -1 : endOfTag(markup, start)
    text += (end < 0 ? markup.length : start) - at
    if (end < 0) break
    const [tag, closing] = nesting.exec(markup.slice(start, start + 12)) ?? []
    if (tag) depth = Math.max(0, depth + (closing ? -1 : 1))
    deep = Math.max(deep, depth)
    tags += 1
    at = end
  }
  return { length: markup.length, tags, depth: deep, text }
}

/** The offset behind the tag that begins at `start` and what nobody reads in it; -1 where it is never closed. */
function endOfTag(markup: string, start: number): number {
  const [begin, element] = unread.exec(markup.slice(start, start + 12)) ?? []
  // The dashes that open a comment may be those that close it: `<!-->`.
  if (begin && !element) return offsetBehind('-->', markup, start + 2)
  if (!element) return offsetBehind('>', markup, start)
  const closing = new RegExp(`</${element}(?=[\\s/>])`, 'gi')
  closing.lastIndex = start
  return closing.test(markup) ? offsetBehind('>', markup, closing.lastIndex) : -1
}

function offsetBehind(sign: string, markup: string, from: number): number {
  const at = markup.indexOf(sign, from)
  return at < 0 ? -1 : at + sign.length
}

/** A paragraph for each line that says something. */
function plainSlice({ state }: EditorView, text: string): Slice {
  const { schema } = state
  const lines = text.split(/[\r\n]+/).filter(Boolean)
  const paragraphs = lines.map((line) => schema.nodes.paragraph!.create(null, schema.text(line)))
  return new Slice(Fragment.from(paragraphs), 1, 1)
}
