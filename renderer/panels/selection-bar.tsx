import { Highlighter } from 'lucide-react'
import { Button } from '../components/controls.js'
import { highlight } from '../store/claim-actions.js'
import { isCorrected, useStore } from '../store/store.js'

/** What can be done with a selected passage, beside it. */
export function SelectionBar() {
  const selection = useStore((state) => state.selection)
  const isCorrecting = useStore((state) => isCorrected(state, state.side))
  if (!selection || isCorrecting) return null
  const { left, right, top, bottom } = selection.rect
  const above = top > 140
  const style = { left: (left + right) / 2, top: above ? top - 8 : bottom + 8 }
  return (
    <div
      className={above ? 'selection-bar above' : 'selection-bar'}
      style={style}
      role="toolbar"
      aria-label="Selected passage"
    >
      <Button look="primary" onPress={() => void highlight()} preventFocusOnPress>
        <Highlighter size={14} aria-hidden /> Highlight <kbd>h</kbd>
      </Button>
    </div>
  )
}
