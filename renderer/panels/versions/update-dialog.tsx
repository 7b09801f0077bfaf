import { useEffect, useState } from 'react'
import type { UpdatePreview } from '../../../shared/domain/import-preview.js'
import { Button, ChoiceField, DialogFrame } from '../../components/controls.js'
import { TextDifference } from '../../components/text-difference.js'
import { commitUpdate, compareUpdate, discardUpdate } from '../../store/imports/source-update.js'
import { useStore } from '../../store/store.js'
import { ReasonField, reasonHint } from '../reason-field.js'
import '../dialogs.css'

const usualReasons = ['Newer edition', 'Better scan', 'Corrected by the publisher', 'Complete text']

/** Replaces the text of a source by one from a file, after showing what that does. */
export function UpdateDialog() {
  const update = useStore((state) => state.update)
  const source = useStore((state) => (update ? state.records.source.get(update.sourceId) : undefined))
  const current = useStore((state) =>
    Object.values(state.texts).find((text) => text?.sourceId === update?.sourceId),
  )
  const [part, setPart] = useState(0)
  const [compared, setCompared] = useState<UpdatePreview | null>(null)
  const [reason, setReason] = useState('')
  useEffect(() => {
    let isWanted = true
    setCompared(null)
    void compareUpdate(part).then((answer) => isWanted && setCompared(answer))
    return () => {
      isWanted = false
    }
  }, [part, update])
  if (!update?.preview.outcome.ok || !source) return null
  const { parts } = update.preview.outcome.file
  const commit = (): void => void commitUpdate(part, reason)
  return (
    <DialogFrame
      title={`Replace the text of “${source.title}”`}
      intro={`By the text in “${update.preview.fileName}”. The text and the file before are kept, and the claims are carried over.`}
      onClose={() => void discardUpdate()}
      footer={
        <>
          <Button onPress={() => void discardUpdate()}>Cancel</Button>
          <Button
            look="primary"
            aria-describedby={reasonHint}
            isDisabled={!reason.trim() || !compared}
            onPress={commit}
          >
            Replace the text
          </Button>
        </>
      }
    >
      {parts.length > 1 && (
        <ChoiceField
          label={`The file holds ${parts.length} texts`}
          choices={parts.map(({ title }, index) => ({ id: String(index), label: title }))}
          value={String(part)}
          onChange={(index) => setPart(Number(index))}
        />
      )}
      {compared ? <Counts {...compared.counts} /> : <p role="status">Comparing…</p>}
      {compared && current && <TextDifference before={current.text} after={compared.text} />}
      <ReasonField
        value={reason}
        onChange={setReason}
        onEnter={commit}
        usual={usualReasons}
        placeholder="Why the text is another now"
        maxLength={1000}
      />
    </DialogFrame>
  )
}

/** What becomes of the claims of a text that is replaced. */
export function Counts({ unchanged, changed, orphan }: UpdatePreview['counts']) {
  if (unchanged + changed + orphan === 0) return <p>No claims are made on this text yet.</p>
  return (
    <p>
      Of its claims, {unchanged} {unchanged === 1 ? 'stands' : 'stand'} unchanged, {changed}{' '}
      {changed === 1 ? 'has' : 'have'} other words, and {orphan} {orphan === 1 ? 'is' : 'are'} not in the
      text.
    </p>
  )
}
