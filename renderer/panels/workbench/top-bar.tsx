import { Ellipsis, FileDown, FilePlus2, Redo2, RefreshCw, Settings, Undo2 } from 'lucide-react'
import { Button, IconButton } from '../../components/controls.js'
import { Hint } from '../../components/hint.js'
import { Mark } from '../../components/mark.js'
import { useDraft } from '../../components/use-draft.js'
import { redo, renameCase, runChecks, saveReport, undo } from '../../store/case/case-actions.js'
import { chooseTexts } from '../../store/imports/import-actions.js'
import { setState, useStore } from '../../store/store.js'
import { ViewSwitch } from './view-switch.js'

/** The case's title and what is done to the case as a whole. */
export function TopBar() {
  const undoLabel = useStore((state) => state.open?.undo ?? null)
  const redoLabel = useStore((state) => state.open?.redo ?? null)
  const running = useStore((state) => state.check.running)
  return (
    <header className="top-bar">
      <h1 className="visually-hidden">Stet</h1>
      <Mark size={24} />
      <CaseTitle />
      <ViewSwitch />
      <div className="top-actions">
        <IconButton
          label={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'}
          command="undo"
          isDisabled={!undoLabel}
          onPress={() => void undo()}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'}
          command="redo"
          isDisabled={!redoLabel}
          onPress={() => void redo()}
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label="Check again"
          command="run-checks"
          isDisabled={running}
          onPress={() => void runChecks()}
        >
          <RefreshCw size={15} aria-hidden />
        </IconButton>
        <IconButton
          label="Preferences"
          command="preferences"
          onPress={() => setState({ dialog: 'preferences' })}
        >
          <Settings size={16} aria-hidden />
        </IconButton>
        <Hint command="open-texts">
          <Button onPress={() => void chooseTexts()}>
            <FilePlus2 size={15} aria-hidden /> Add texts
          </Button>
        </Hint>
        <span data-tour="report">
          <Hint command="save-report">
            <Button look="primary" onPress={() => void saveReport()}>
              <FileDown size={15} aria-hidden /> Save report
            </Button>
          </Hint>
          <IconButton
            label="Report in another form"
            command="report-options"
            onPress={() => setState({ dialog: 'report' })}
          >
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
    </header>
  )
}

function CaseTitle() {
  const title = useStore((state) => state.open?.info.title ?? '')
  const refuse = (typed: string): string | null => (typed.trim() ? null : 'A case needs a title')
  const { draft, change, commit } = useDraft(title, renameCase, refuse)
  return (
    <input
      className="case-title"
      aria-label="Title of the case"
      value={draft}
      maxLength={200}
      onChange={(event) => change(event.target.value)}
      onBlur={() => (draft.trim() ? commit() : change(title))}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
