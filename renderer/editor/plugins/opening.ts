import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import { marksAt, type Mark } from '../marks-at.js'

/**
 * Opens what is under a click, and with Enter what is at the caret. Several claims and findings on one another take
 * turns: the innermost claim first, findings after claims.
 */
export function opening(open: (mark: Mark) => void): Plugin {
  let last: Mark | null = null
  const openNext = (marks: readonly Mark[]): boolean => {
    const next = nextMark(marks, last)
    if (!next) return false
    last = next
    open(next)
    return true
  }
  return new Plugin({
    props: {
      handleClick(view, _position, event) {
        const plain =
          event.button === 0 && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
        const marks = plain ? marksOfElement(event.target) : []
        if (marks.length) setTimeout(() => view.isDestroyed || openNext(marks))
        return false
      },
      handleKeyDown(view: EditorView, event) {
        if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
          return false
        return openNext(marksAt(view.state, offsetsOf(view.state.doc).offset(view.state.selection.head)))
      },
    },
  })
}

/** The mark after the one opened last, around; the first when that one is not among them. */
export function nextMark(marks: readonly Mark[], last: Mark | null): Mark | undefined {
  const place = marks.findIndex(({ kind, id }) => kind === last?.kind && id === last.id)
  return marks[(place + 1) % marks.length]
}

/** What is drawn where an element is, as the decorations name it. */
function marksOfElement(target: EventTarget | null): Mark[] {
  if (!(target instanceof Element)) return []
  const named = (attribute: string): string[] =>
    target.closest(`[${attribute}]`)?.getAttribute(attribute)?.split(' ') ?? []
  return [
    ...named('data-claims').map((id) => ({ kind: 'claim' as const, id })),
    ...named('data-findings').map((id) => ({ kind: 'finding' as const, id })),
  ]
}
