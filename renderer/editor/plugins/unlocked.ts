import { baseKeymap } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { deleteBackward, deleteForward, splitText } from '../commands/correction-commands.js'
import { writeText } from '../correction/write-text.js'

/**
 * What a text takes while it is corrected: typing, the keys of editing and undo, and plain text that is pasted. Nothing is
 * dragged, and no formats come from elsewhere. `reveal` brings the caret into view; `refuse` is told, in words for a person, what
 * is too much to be pasted.
 */
export function unlocked(reveal: () => void, refuse: (reason: string) => void): Plugin[] {
  return [
    new Plugin({
      props: {
        attributes: { spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no' },
        decorations: caretSection,
        handleScrollToSelection() {
          reveal()
          return true
        },
        handleDOMEvents: {
          beforeinput: (_view, event) => refusedFormat(event),
          paste: (view, event) => pastePlainText(view, event, refuse),
          dragstart: prevent,
          drop: prevent,
        },
      },
    }),
    keymap({
      Enter: splitText,
      'Shift-Enter': splitText,
      Backspace: deleteBackward,
      'Shift-Backspace': deleteBackward,
      'Mod-Backspace': deleteBackward,
      Delete: deleteForward,
      'Mod-Delete': deleteForward,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
    }),
    keymap(baseKeymap),
  ]
}

/**
 * The section with the caret is never skipped: the browser cannot type into what it has not laid out, as when a person has
 * scrolled away or all text before the section has just been deleted.
 */
function caretSection({ doc, selection }: EditorState): DecorationSet | null {
  const { $head } = selection
  if (!$head.depth) return null
  const section = Decoration.node($head.before(1), $head.after(1), { class: 'has-caret' })
  return DecorationSet.create(doc, [section])
}

/** A transaction that puts plain text in the place of the selection. */
export function pasted({ selection, tr }: EditorState, text: string): Transaction {
  if (!(selection instanceof TextSelection)) tr.deleteSelection()
  const { from, to } = tr.selection
  return writeText(tr, from, to, text).setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()
}

/** What is pasted at once at most, in UTF-16 code units and in lines: what is more holds the window up for seconds. */
const mostPasted = { letters: 200_000, lines: 5000 } as const

const tooMuch =
  'What is on the clipboard is too much to be pasted into a text: at most 200,000 characters and 5,000 lines at once. Paste a part of it, or replace the whole text from a file.'

function pastePlainText(view: EditorView, event: ClipboardEvent, refuse: (reason: string) => void): boolean {
  event.preventDefault()
  const text = event.clipboardData?.getData('text/plain')
  if (text && isTooMuch(text)) refuse(tooMuch)
  else if (text) view.dispatch(pasted(view.state, text))
  return true
}

function isTooMuch(text: string): boolean {
  const { letters, lines } = mostPasted
  return text.length > letters || text.split(/\r\n?|[\n\u2028\u2029]/, lines + 1).length > lines
}

const formats =
  /^(format|insertFromDrop|insertHorizontalRule|insertLink|insertOrderedList|insertUnorderedList)/

function refusedFormat(event: InputEvent): boolean {
  return formats.test(event.inputType) && prevent(null, event)
}

function prevent(_view: unknown, event: Event): boolean {
  event.preventDefault()
  return true
}
