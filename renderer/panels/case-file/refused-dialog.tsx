import type { AppError } from '../../../shared/ipc/result.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { openCase, openRefusedCopy, salvage } from '../../store/case/case-actions.js'
import { useStore } from '../../store/store.js'
import '../dialogs.css'

/** What the way out does that a kind of trouble has. */
const waysOut: Partial<Record<AppError['kind'], string>> = {
  damaged: 'Salvaging puts what is sound into a new case. This file is left as it is.',
  foreign: 'If it was a case once, salvaging puts what is sound into a new one. This file is left as it is.',
  io: 'A copy of it, among your own cases, can be opened where this one cannot be written.',
}

/** Why a case could not be opened, and the ways out that its kind of trouble has. The file is left as it is. */
export function RefusedDialog({ onClose }: { onClose: () => void }) {
  const refused = useStore((state) => state.refused)
  const kind = refused?.kind
  return (
    <DialogFrame
      title="The case was not opened"
      onClose={onClose}
      footer={
        <>
          {(kind === 'damaged' || kind === 'foreign') && (
            <Button onPress={() => void salvage()}>Salvage what is sound…</Button>
          )}
          {kind === 'io' && <Button onPress={() => void openRefusedCopy()}>Open a copy</Button>}
          <Button
            onPress={() => {
              onClose()
              void openCase()
            }}
          >
            Open another case…
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p>{refused?.message}</p>
      {kind && waysOut[kind] && <p className="hint">{waysOut[kind]}</p>}
    </DialogFrame>
  )
}

/** What could not be saved from a damaged case. */
export function SalvagedDialog({ onClose }: { onClose: () => void }) {
  const report = useStore((state) => state.salvageReport)
  if (!report) return null
  const kept = Object.entries(report.kept).map(([kind, count]) => `${count} ${kind}`)
  return (
    <DialogFrame
      title="Salvaged"
      intro={`Kept: ${kept.join(', ') || 'nothing'}. ${report.logIsWhole ? 'The log is whole.' : 'The log is kept up to the damage.'}`}
      onClose={onClose}
    >
      <p>These records could not be saved:</p>
      <ul className="problems">
        {report.lost.map(({ kind, key, message }) => (
          <li key={`${kind} ${key}`}>{message}</li>
        ))}
      </ul>
    </DialogFrame>
  )
}
