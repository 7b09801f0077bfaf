import { X } from 'lucide-react'
import { Button, IconButton } from '../components/controls.js'
import { closeToast } from '../store/toasts.js'
import { useStore } from '../store/store.js'

/** What has just happened, and what went wrong. Read out by a screen reader as it appears. */
export function Toasts() {
  const toasts = useStore((state) => state.toasts)
  return (
    <div className="toasts" role="region" aria-label="Messages">
      {toasts.map(({ id, tone, message, action }) => (
        <div key={id} className={`toast ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
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
      ))}
    </div>
  )
}
