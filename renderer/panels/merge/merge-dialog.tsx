import { Info, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import type { MergeChoice, MergePreview, MergeProgress } from '../../../shared/domain/merge.js'
import { countLines } from '../../../shared/merge/count-words.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { importInstead, leaveMerge, mergeChosen } from '../../store/case/merge-actions.js'
import { useStore } from '../../store/store.js'
import { counted, momentOf } from '../review/moment.js'
import { ConflictList } from './conflict-list.js'
import './merge-dialog.css'

/** What another copy of the case would bring, and what is to be chosen before it does. */
export function MergeDialog() {
  const merge = useStore((state) => state.merge)
  if (merge?.refused)
    return <Refused message={merge.refused.message} isOther={merge.refused.kind === 'unsupported'} />
  if (!merge?.chosen) return <Reading step={merge?.progress ?? null} />
  const { fileName, preview } = merge.chosen
  if (preview.isNothing) return <Nothing fileName={fileName} notices={preview.notices} />
  return <Chosen key={preview.head} fileName={fileName} preview={preview} />
}

function Refused({ message, isOther }: { message: string; isOther: boolean }) {
  return (
    <DialogFrame
      title="The copy cannot be merged"
      onClose={leaveMerge}
      footer={
        <>
          {isOther && <Button onPress={importInstead}>Import sources from a case…</Button>}
          <Button look="primary" autoFocus onPress={leaveMerge}>
            Close
          </Button>
        </>
      }
    >
      <p role="alert">{message}</p>
      <p className="hint">Both files were left as they are.</p>
    </DialogFrame>
  )
}

function Reading({ step }: { step: MergeProgress | null }) {
  return (
    <DialogFrame
      title="Merge another copy"
      onClose={leaveMerge}
      footer={<Button onPress={leaveMerge}>Cancel</Button>}
    >
      <p className="verify-line" role="status">
        <LoaderCircle size={16} className="turning" aria-hidden />
        {step ? stepWords(step) : 'Choosing the other copy…'}
      </p>
    </DialogFrame>
  )
}

function stepWords({ step, done, total, share }: MergeProgress): string {
  const percent = share > 0 ? `, ${Math.round(share * 100)} %` : ''
  return `${step} (${done + 1} of ${total}${percent})…`
}

/** What a person should know beside counts and conflicts. */
function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null
  return (
    <ul className="merge-notices" aria-label="To know before merging">
      {notices.map((notice) => (
        <li key={notice}>
          <Info size={15} aria-hidden />
          <span dir="auto">{notice}</span>
        </li>
      ))}
    </ul>
  )
}

function Nothing({ fileName, notices }: { fileName: string; notices: readonly string[] }) {
  return (
    <DialogFrame title="Merge another copy" onClose={leaveMerge}>
      <p role="status">“{fileName}” holds nothing that is not in this case already.</p>
      <Notices notices={notices} />
    </DialogFrame>
  )
}

type Choices = Readonly<Record<string, MergeChoice>>

function Chosen({ fileName, preview }: { fileName: string; preview: MergePreview }) {
  const [choices, setChoices] = useState<Choices>({})
  const { conflicts } = preview
  const left = conflicts.filter(({ id }) => !choices[id]).length
  const choose = (id: string, choice: MergeChoice): void =>
    setChoices((before) => ({ ...before, [id]: choice }))
  const chooseRest = (choice: 'mine' | 'theirs'): void =>
    setChoices((before) => ({ ...Object.fromEntries(conflicts.map(({ id }) => [id, choice])), ...before }))
  return (
    <DialogFrame
      title={`Merge “${fileName}”`}
      intro="Everything comes as one act, which can be taken back. A backup of this case is made first; the other file is only read."
      onClose={leaveMerge}
      footer={
        <>
          {left > 0 && (
            <div className="merge-rest">
              <span className="hint">{counted(left, 'conflict')} left:</span>
              <Button look="plain" onPress={() => chooseRest('mine')}>
                All mine
              </Button>
              <Button look="plain" onPress={() => chooseRest('theirs')}>
                All theirs
              </Button>
            </div>
          )}
          <Button onPress={leaveMerge}>Cancel</Button>
          <Button
            look="primary"
            autoFocus={conflicts.length === 0}
            isDisabled={left > 0}
            onPress={() => void mergeChosen(choices)}
          >
            Merge
          </Button>
        </>
      }
    >
      <Coming preview={preview} />
      <Notices notices={preview.notices} />
      {conflicts.length > 0 && (
        <ConflictList conflicts={conflicts} choices={choices} onChoose={choose} onChooseRest={chooseRest} />
      )}
    </DialogFrame>
  )
}

/** What comes, by kind, and who did it when. */
function Coming({ preview }: { preview: MergePreview }) {
  const lines = countLines(preview)
  return (
    <section className="merge-coming" aria-label="What comes">
      <div>
        <h3>What comes</h3>
        {lines.length === 0 && <p className="hint">Nothing but what is chosen below.</p>}
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>By whom</h3>
        <ul>
          {preview.people.map(({ actor, entries, first, last }) => (
            <li key={actor}>
              <bdi>{actor}</bdi>, {counted(entries, 'entry', 'entries')}
              <small>{first === last ? momentOf(first) : `${momentOf(first)} to ${momentOf(last)}`}</small>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
