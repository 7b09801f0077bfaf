import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../components/controls.js'
import { closeToast } from '../store/toasts.js'
import { useStore, type Toast } from '../store/store.js'
import './toasts.css'

/**
 * What has just happened, and what went wrong: in the status bar, so that it lies over nothing. Read out by a screen reader
 * as it appears; F6 leads there while there is anything.
 */
export function Toasts() {
  const toasts = useStore((state) => state.toasts)
  const pane = toasts.length > 0 ? { 'data-pane': 'messages', 'data-focus': 'pane-messages' } : {}
  return (
    // A dialog hides all else from screen readers, but not this: it may tell why what the dialog was for has failed.
    <div
      className="toasts"
      role="region"
      aria-label="Messages"
      tabIndex={-1}
      data-react-aria-top-layer
      {...pane}
    >
      <div role="status">
        {toasts
          .filter(({ tone }) => tone === 'info')
          .map((toast) => (
            <Message key={toast.id} toast={toast} />
          ))}
      </div>
      <div role="alert">
        {toasts
          .filter(({ tone }) => tone === 'error')
          .map((toast) => (
            <Message key={toast.id} toast={toast} />
          ))}
      </div>
    </div>
  )
}

/** What is told while a dialog is open is told of what is done there. */
const isDialogOpen = (): boolean => document.querySelector('.overlay') !== null

function Message({ toast: { id, tone, message, action } }: { toast: Toast }) {
  const [isOfDialog] = useState(isDialogOpen)
  return (
    <div className={`toast ${tone}${isOfDialog ? ' of-dialog' : ''}`} data-focus={`message-${id}`}>
      <p>{message}</p>
      {action && (
        <Button
          look="plain"
          onPress={() => {
            closeToast(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Close message" onPress={() => closeToast(id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
