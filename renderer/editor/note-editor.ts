import { history } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, Selection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { noteFromJson, noteSchema, noteText } from '../../shared/document/note-schema.js'
import { isWebAddress } from '../../shared/domain/web-address.js'
import {
  hasFormat,
  linkAt,
  noteFormats,
  setLink,
  toggleFormat,
  type NoteFormat,
} from './commands/note-commands.js'
import { pasteIntoNote } from './commands/paste-into-note.js'
import { noteKeys, noteRules } from './plugins/note-keys.js'

export interface NoteEditorOptions {
  /** ProseMirror JSON of the note schema; null for a new note. Throws on anything else. */
  json: unknown
  /** What a screen reader calls the note. */
  label: string
  placeholder?: string
  /** The person changed the note. `empty` when it says nothing. */
  onChange?: (json: unknown, empty: boolean) => void
  /** What the toolbar should show has changed. */
  onToolbar?: (toolbar: NoteToolbar) => void
  /** Mod-k: ask for an address and call `setLink`. */
  onLink?: () => void
  /** What was pasted does not fit, in words for a person. */
  onRefused?: (reason: string) => void
  onFocus?: () => void
  onBlur?: () => void
}

export interface NoteToolbar {
  formats: Record<NoteFormat, { active: boolean; can: boolean }>
  /** The address of the link at the selection; null where there is none. */
  link: string | null
}

/** The rich text of a verification note, with an undo history of its own. Needs `note-editor.css`. */
export class NoteEditor {
  readonly #view: EditorView
  readonly #options: NoteEditorOptions
  #toolbar: string

  constructor(mount: HTMLElement, options: NoteEditorOptions) {
    this.#options = options
    const doc = noteOf(options.json)
    this.#view = new EditorView(mount, {
      state: EditorState.create({
        doc,
        // Whoever comes to a note writes on.
        selection: Selection.atEnd(doc),
        plugins: [noteRules(), ...noteKeys(() => options.onLink?.()), history()],
      }),
      attributes: (state) => ({
        class: isEmpty(state.doc) ? 'note-text is-empty' : 'note-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'data-placeholder': options.placeholder ?? '',
      }),
      handlePaste: (view, event) => linkPasted(view, event),
      handleDOMEvents: {
        // Before the editor takes the markup apart, which it does before it asks `handlePaste`.
        paste: (view, event) => {
          const isDone = pasteIntoNote(view, event.clipboardData, (reason) => options.onRefused?.(reason))
          if (isDone) event.preventDefault()
          return isDone
        },
        focus: () => options.onFocus?.(),
        blur: () => options.onBlur?.(),
      },
      dispatchTransaction: (transaction) => this.#apply(transaction),
    })
    this.#toolbar = JSON.stringify(this.toolbar())
  }

  /** The element that has the focus while the caret is in the note. */
  get dom(): HTMLElement {
    return this.#view.dom
  }

  /** Switches a format; false where it does not apply. Keeps the focus in the note. */
  toggle(format: NoteFormat): boolean {
    return this.#run(toggleFormat(format))
  }

  /** Links the selection to an address, or unlinks it (null); false for an address that notes do not allow. */
  setLink(href: string | null): boolean {
    return this.#run(setLink(href))
  }

  toolbar(): NoteToolbar {
    const { state } = this.#view
    const formats = noteFormats.map((format) => [
      format,
      { active: hasFormat(state, format), can: toggleFormat(format)(state) },
    ])
    return { formats: Object.fromEntries(formats) as NoteToolbar['formats'], link: linkAt(state) }
  }

  /**
   * Shows another content without reporting it as a change. Only what differs is replaced, so that the caret stays where
   * it was in the rest, and nothing at all happens for the same content.
   */
  update(json: unknown): void {
    const transaction = replaceDifference(this.#view.state, noteOf(json))
    if (transaction) this.#view.dispatch(transaction.setMeta('addToHistory', false).setMeta('quiet', true))
  }

  /** ProseMirror JSON of the note as it is now. */
  json(): unknown {
    return this.#view.state.doc.toJSON()
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    this.#view.destroy()
  }

  #run(command: ReturnType<typeof toggleFormat>): boolean {
    const done = command(this.#view.state, this.#view.dispatch)
    this.#view.focus()
    return done
  }

  #apply(transaction: Transaction): void {
    this.#view.updateState(this.#view.state.apply(transaction))
    const { doc } = this.#view.state
    if (transaction.docChanged && !transaction.getMeta('quiet'))
      this.#options.onChange?.(doc.toJSON(), isEmpty(doc))
    this.#reportToolbar()
  }

  #reportToolbar(): void {
    if (!this.#options.onToolbar) return
    const toolbar = this.toolbar()
    const signature = JSON.stringify(toolbar)
    if (signature !== this.#toolbar) this.#options.onToolbar(toolbar)
    this.#toolbar = signature
  }
}

/** An editor for one note in `mount`; see `NoteEditor`. */
export function createNoteEditor(mount: HTMLElement, options: NoteEditorOptions): NoteEditor {
  return new NoteEditor(mount, options)
}

/** The smallest replacement that makes the state's document `wanted`; null when it is the same already. */
export function replaceDifference(state: EditorState, wanted: Node): Transaction | null {
  const start = state.doc.content.findDiffStart(wanted.content)
  const end = state.doc.content.findDiffEnd(wanted.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const slice = wanted.slice(start, end.b + overlap)
  const transaction = state.tr.replace(start, end.a + overlap, slice)
  if (transaction.doc.eq(wanted)) return transaction
  return state.tr.replaceWith(0, state.doc.content.size, wanted.content)
}

function noteOf(json: unknown): Node {
  return json === null || json === undefined ? noteSchema.topNodeType.createAndFill()! : noteFromJson(json)
}

function isEmpty(doc: Node): boolean {
  return noteText(doc) === ''
}

/** An address pasted over selected words makes a link of them. */
function linkPasted(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  return !view.state.selection.empty && isWebAddress(text) && setLink(text)(view.state, view.dispatch)
}
