import { Check, PencilLine, Redo2, Replace, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { SourceId } from '../../../shared/domain/ids.js'
import { Button, IconButton } from '../../components/controls.js'
import {
  cancelCorrection,
  discardDraft,
  finishCorrection,
  takeUpCorrection,
} from '../../store/texts/correction.js'
import { openFind } from '../../store/texts/find.js'
import { keepFocus } from '../../store/focus.js'
import { useStore } from '../../store/store.js'
import { textPlace } from '../../store/texts/text-place.js'
import { ThrowAwayDialog } from '../versions/correction-dialogs.js'
import './correction-bar.css'

/** Over a text: that it is unlocked and what can be done then, or that a correction of it was left unfinished. */
export function CorrectionBar({ sourceId }: { sourceId: SourceId }) {
  const correction = useStore((state) => state.correction)
  const isDrafted = useStore((state) => state.drafts.includes(sourceId))
  if (correction?.sourceId === sourceId) return <Correcting {...correction} />
  return isDrafted ? <Unfinished sourceId={sourceId} /> : null
}

function Unfinished({ sourceId }: { sourceId: SourceId }) {
  const [isAsking, setAsking] = useState(false)
  const versionId = useStore((state) => state.records.source.get(sourceId)?.currentVersionId)
  const throwAway = (): void => {
    setAsking(false)
    keepFocus('pane-text')
    if (versionId) void discardDraft(versionId)
  }
  return (
    <div className="correction-bar" role="region" aria-label="Unfinished correction">
      <p>A correction of this text was left unfinished.</p>
      <Button look="primary" onPress={() => void takeUpCorrection(sourceId)}>
        Go on
      </Button>
      <Button onPress={() => setAsking(true)}>Throw it away…</Button>
      {isAsking && (
        <ThrowAwayDialog
          consequence="What was typed into it will be gone; the text stays as it is."
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onThrowAway={throwAway}
        />
      )}
    </div>
  )
}

function Correcting({ changed, canUndo, canRedo }: { changed: boolean; canUndo: boolean; canRedo: boolean }) {
  return (
    <div className="correction-bar" role="region" aria-label="Correction">
      <p>
        <PencilLine size={15} aria-hidden /> Correcting the transcription. The text as it came is kept.
      </p>
      <IconButton
        label="Undo typing"
        isDisabled={!canUndo}
        onPress={() => textPlace()?.view.correction.undo()}
      >
        <Undo2 size={15} aria-hidden />
      </IconButton>
      <IconButton
        label="Redo typing"
        isDisabled={!canRedo}
        onPress={() => textPlace()?.view.correction.redo()}
      >
        <Redo2 size={15} aria-hidden />
      </IconButton>
      <IconButton label="Find and replace" onPress={openFind}>
        <Replace size={15} aria-hidden />
      </IconButton>
      <Button onPress={cancelCorrection}>Cancel</Button>
      <Button look="primary" onPress={finishCorrection}>
        <Check size={15} aria-hidden /> {changed ? 'Finish…' : 'Lock'}
      </Button>
    </div>
  )
}
