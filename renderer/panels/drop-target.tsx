import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { dropFiles } from '../store/case-actions.js'
import { pasteText } from '../store/import-actions.js'

/** Files dropped anywhere on the window, and text pasted outside of a field, become sources. */
export function DropTarget({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false)
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
  const onPaste = (event: ClipboardEvent): void => {
    const target = event.target as HTMLElement
    if (target.closest('input, textarea, .note-document')) return
    event.preventDefault()
    void pasteText(event.clipboardData.getData('text/plain'))
  }
  return (
    <div
      className="window"
      onDragOver={onDragOver}
      onDragLeave={(event) => event.relatedTarget === null && setOver(false)}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      {children}
      {over && (
        <div className="drop-hint" aria-hidden>
          <p>Drop texts to add them to the case</p>
        </div>
      )}
    </div>
  )
}
