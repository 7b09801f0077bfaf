import type { Block } from '../../../../shared/document/from-blocks.js'
import { letterRanges } from '../comment-places.js'
import { counted } from '../notices.js'
import type { Comment } from '../read-format.js'
import { descendantsOf, elementsOf, textIn, type XmlElement } from '../xml-tree.js'

/** The comments of a document by id, without those that say nothing. */
export function docxComments(root: XmlElement | null): Map<string, Comment> {
  const comments = new Map<string, Comment>()
  for (const comment of root ? elementsOf(root, 'comment') : []) {
    const { id, author, date } = comment.attributes
    const lines = descendantsOf(comment, 'p').map((line) =>
      descendantsOf(line, 't').map(textIn).join('').trim(),
    )
    const text = lines.join('\n').trim().slice(0, 100_000)
    if (!id || !text) continue
    const name = author?.replace(/\s+/g, ' ').trim().slice(0, 200) || null
    comments.set(id, { author: name, at: instantOf(date), text })
  }
  return comments
}

/** A date without a time zone counts as UTC, which is what Word writes behind its local times as well. */
function instantOf(date: string | undefined): string | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(
    date?.trim() ?? '',
  )
  const time = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Says how many comments cannot be taken over, since nothing in the text refers to them. */
export function unplacedNotice(comments: ReadonlyMap<string, Comment>, blocks: readonly Block[]): string[] {
  if (!comments.size) return []
  const placed = letterRanges(blocks)
  const lost = [...comments.keys()].filter((id) => !placed.has(id)).length
  if (!lost) return []
  return [
    `${counted(lost, 'comment')} cannot be taken over: the text does not refer to ${lost === 1 ? 'it' : 'them'}.`,
  ]
}
