import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** What the lock needs of the browser's `EditContext`; see https://www.w3.org/TR/edit-context/. */
interface WithEditContext {
  editContext: object | null
}

const key = new PluginKey('lock')

const swallow = (_view: EditorView, event: Event): boolean => {
  event.preventDefault()
  return true
}

/**
 * Keeps the document as it is while the element stays editable, so that the caret and the selection are the browser's
 * own. No transaction changes the document, and no input reaches the DOM. A cut copies.
 */
export function lock(): Plugin {
  return new Plugin({
    key,
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      attributes: {
        'aria-readonly': 'true',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
      },
      handleTextInput: () => true,
      handleDOMEvents: {
        beforeinput: swallow,
        paste: swallow,
        drop: swallow,
        compositionstart: swallow,
        compositionupdate: swallow,
        compositionend: swallow,
      },
    },
    view: ({ dom }) => divertInput(dom),
  })
}

/** Whether a plugin is a lock. */
export function isLock(plugin: Plugin): boolean {
  return plugin.spec.key === key
}

/**
 * Sends what is typed to an object that nobody reads. An input method's composition cannot be prevented by event, it can
 * only be given another place to write to.
 */
function divertInput(dom: HTMLElement): { destroy(): void } {
  const Context = (globalThis as { EditContext?: new () => object }).EditContext
  const element = dom as HTMLElement & WithEditContext
  if (Context) element.editContext = new Context()
  return {
    destroy() {
      if (Context) element.editContext = null
    },
  }
}
