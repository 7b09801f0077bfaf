import { useEffect, useState, type DragEvent, type ReactNode } from 'react'
import { dropFiles } from '../store/case/case-actions.js'
import { pasteText } from '../store/imports/import-actions.js'
import { writesText } from '../store/keymap.js'
import { getState, useStore } from '../store/store.js'
import { tell } from '../store/toasts.js'

/** Files dropped anywhere on the window, and text pasted among the texts of the case, become sources. */
export function DropTarget({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false)
  const closing = useStore((state) => state.closing)
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const onDrop = (event: DragEvent): void => {
    setOver(false)
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    void dropFiles([...event.dataTransfer.files])
  }
  // On the whole window: without a focus anywhere a paste goes to the body, which is outside of every component.
  useEffect(() => {
    window.addEventListener('paste', pasteOutsideOfFields)
    return () => window.removeEventListener('paste', pasteOutsideOfFields)
  }, [])
  return (
    <div
      className="window"
      inert={closing}
      onDragOver={onDragOver}
      onDragLeave={(event) => event.relatedTarget === null && setOver(false)}
      onDrop={onDrop}
    >
      {children}
      {over && (
        <div className="drop-hint" aria-hidden>
          <p>Drop files to add them to the case</p>
        </div>
      )}
    </div>
  )
}

function pasteOutsideOfFields(event: ClipboardEvent): void {
  if (getState().dialog || writesText(event.target)) return
  event.preventDefault()
  if (getState().open && !isAmongTexts(document.activeElement))
    return tell('Nothing was pasted here. File › Paste text as a source adds it to the case.')
  void pasteText(event.clipboardData?.getData('text/plain') ?? '')
}

/**
 * Whether a paste is meant for the case: with the focus nowhere, in a text, or in the lists; not on a button or another
 * control, where the event itself goes to the body.
 */
function isAmongTexts(focused: Element | null): boolean {
  if (!focused || focused === document.body) return true
  if (focused.closest('button, .popover')) return false
  return focused.closest('.text-view, .claims-grid, [data-pane="left"]') !== null
}
