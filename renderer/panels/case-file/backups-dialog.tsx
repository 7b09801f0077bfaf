import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Backup, CaseDifference } from '../../../shared/domain/backup.js'
import type { RecordKind } from '../../../shared/domain/change.js'
import { ask } from '../../bridge/bridge.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { noTypeahead } from '../../components/no-typeahead.js'
import { restoreBackup } from '../../store/case/case-actions.js'
import { flushFields } from '../../store/pending-fields.js'
import { tellError } from '../../store/toasts.js'
import '../dialogs.css'

/** The backups of the open case, what each differs in, and the way back to one. */
export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const [backups, setBackups] = useState<Backup[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const difference = useDifference(chosen)
  useEffect(() => {
    ask('backup.list')
      .then(setBackups)
      .catch((error: unknown) => {
        tellError(error)
        onClose()
      })
  }, [onClose])
  const backUp = (): void => {
    void flushFields()
    ask('backup.make')
      .then(() => ask('backup.list'))
      .then(setBackups)
      .catch(tellError)
  }
  const restore = (): void => {
    if (!chosen) return
    onClose()
    void restoreBackup(chosen)
  }
  return (
    <DialogFrame
      title="Backups"
      intro="Made every hour while something changes, and before the file’s form changes. Restoring one first keeps the case as it is now as a backup, too."
      onClose={onClose}
      footer={
        <>
          <Button onPress={backUp}>Back up now</Button>
          <Button onPress={onClose}>Close</Button>
          <Button look="primary" isDisabled={!difference} onPress={restore}>
            Restore this backup
          </Button>
        </>
      }
    >
      {backups?.length === 0 && (
        <p className="hint">
          There is no backup yet. The first one is made within the hour of the first change.
        </p>
      )}
      {backups && backups.length > 0 && (
        <ListBox
          aria-label="Backups"
          className="backups"
          items={backups}
          selectionMode="single"
          escapeKeyBehavior="none"
          selectedKeys={chosen ? [chosen] : []}
          onSelectionChange={(keys) => setChosen(([...keys][0] as string | undefined) ?? null)}
        >
          {({ id, at, size }) => (
            <ListBoxItem id={id} textValue={noTypeahead} className="row backup-row">
              <span>{new Date(at).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })}</span>
              <small>{readableSize(size)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {difference && <Difference difference={difference} />}
    </DialogFrame>
  )
}

/** What the case would differ in; null until it is known. */
function useDifference(id: string | null): CaseDifference | null {
  const [difference, setDifference] = useState<CaseDifference | null>(null)
  useEffect(() => {
    let current = true
    setDifference(null)
    if (!id) return
    ask('backup.compare', { id })
      .then((answer) => current && setDifference(answer))
      .catch(tellError)
    return () => {
      current = false
    }
  }, [id])
  return difference
}

const kindLabels: Record<RecordKind, string> = {
  source: 'sources',
  claim: 'claims',
  note: 'notes',
  evidence: 'pieces of evidence',
  relation: 'relations',
  decision: 'answers to findings',
  person: 'people',
  round: 'rounds',
  assessment: 'assessments',
  'sign-off': 'sign-offs',
  preference: 'preferences',
}

const changeLabels = { added: 'would come back', removed: 'would go', changed: 'would be as before' } as const

function Difference({ difference: { counts, records } }: { difference: CaseDifference }) {
  if (records.length === 0) return <p className="hint">The case is the same as this backup.</p>
  const lines = Object.entries(counts).map(([kind, { added, removed, changed }]) => {
    const parts = [
      added && `${added} ${changeLabels.added}`,
      removed && `${removed} ${changeLabels.removed}`,
      changed && `${changed} ${changeLabels.changed}`,
    ]
    return `${kindLabels[kind as RecordKind]}: ${parts.filter(Boolean).join(', ')}`
  })
  return (
    <section aria-label="What would be different">
      <p className="backup-differs">{lines.join('; ')}</p>
      <ul className="problems">
        {records.map(({ kind, key, change, label }) => (
          <li key={`${kind} ${key}`}>
            {excerpt(label, 90)} <span className="hint">({changeLabels[change]})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A size in bytes as a person reads it. */
function readableSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
