import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { sourceSchema } from '../../../shared/document/schema.js'

/**
 * Puts plain text in the place of [`from`, `to`) (document positions). It takes on the marks that stand there. Its lines
 * become paragraphs, with blank lines as the gaps before them; in a code block they stay lines.
 */
export function writeText(transaction: Transaction, from: number, to: number, text: string): Transaction {
  const $from = transaction.doc.resolve(from)
  const $to = transaction.doc.resolve(to)
  const plain = text.replace(/\r\n?|\u2028|\u2029/g, '\n')
  if (!plain) return $from.sameParent($to) ? transaction.delete(from, to) : transaction.deleteRange(from, to)
  const marks = (from < to ? $from.marksAcross($to) : null) ?? $from.marks()
  const isInCode = $from.parent.type.spec.code === true && $from.sameParent($to)
  if (isInCode || !plain.includes('\n')) {
    return transaction.replaceWith(from, to, sourceSchema.text(plain, marks))
  }
  return transaction.replace(from, to, new Slice(Fragment.from(paragraphs(plain, marks)), 1, 1))
}

/** The first and the last line are paragraphs even if they are blank, since they join what stands before and after. */
function paragraphs(text: string, marks: readonly Mark[]): Node[] {
  const lines = text.split('\n')
  let gap = 0
  return lines.flatMap((line, place) => {
    if (!line && place > 0 && place < lines.length - 1) {
      gap++
      return []
    }
    const paragraph = sourceSchema.node('paragraph', { gap }, line ? sourceSchema.text(line, marks) : [])
    gap = 0
    return paragraph
  })
}
