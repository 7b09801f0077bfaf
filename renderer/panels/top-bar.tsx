import { FileDown, FilePlus2, Redo2, RefreshCw, Settings, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from '../components/controls.js'
import { Mark } from '../components/mark.js'
import { redo, renameCase, runChecks, saveReport, undo } from '../store/case-actions.js'
import { chooseTexts } from '../store/import-actions.js'
import { setState, useStore } from '../store/store.js'

/** The case's title and what is done to the case as a whole. */
export function TopBar() {
  const undoLabel = useStore((state) => state.open?.undo ?? null)
  const redoLabel = useStore((state) => state.open?.redo ?? null)
  const running = useStore((state) => state.check.running)
  return (
    <header className="top-bar">
      <Mark size={24} />
      <CaseTitle />
      <div className="top-actions">
        <IconButton
          label={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'}
          isDisabled={!undoLabel}
          onPress={() => void undo()}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'}
          isDisabled={!redoLabel}
          onPress={() => void redo()}
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
        <IconButton label="Check again" isDisabled={running} onPress={() => void runChecks()}>
          <RefreshCw size={15} aria-hidden />
        </IconButton>
        <IconButton label="Preferences" onPress={() => setState({ dialog: 'preferences' })}>
          <Settings size={16} aria-hidden />
        </IconButton>
        <Button onPress={() => void chooseTexts()}>
          <FilePlus2 size={15} aria-hidden /> Add texts
        </Button>
        <Button look="primary" onPress={() => void saveReport()}>
          <FileDown size={15} aria-hidden /> Save report
        </Button>
      </div>
    </header>
  )
}

function CaseTitle() {
  const title = useStore((state) => state.open?.info.title ?? '')
  const [draft, setDraft] = useState(title)
  useEffect(() => setDraft(title), [title])
  return (
    <input
      className="case-title"
      aria-label="Title of the case"
      value={draft}
      maxLength={200}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => (draft.trim() ? void renameCase(draft) : setDraft(title))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(title)
      }}
    />
  )
}
