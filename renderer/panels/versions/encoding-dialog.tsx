import { useEffect, useState } from 'react'
import type { TextPart, UpdatePreview } from '../../../shared/domain/import-preview.js'
import type { Source } from '../../../shared/domain/source.js'
import { Button, ChoiceField, DialogFrame } from '../../components/controls.js'
import { FirstDifferences } from '../../components/first-differences.js'
import {
  commitUpdate,
  compareUpdate,
  discardUpdate,
  rereadSource,
} from '../../store/imports/source-update.js'
import { useStore } from '../../store/store.js'
import { encodings } from '../../store/imports/encodings.js'
import { Counts } from './update-dialog.js'
import '../dialogs.css'

/** Reads the kept original of a source in another encoding, and replaces its text by that. */
export function EncodingDialog() {
  const update = useStore((state) => state.update)
  const source = useStore((state) => (update ? state.records.source.get(update.sourceId) : undefined))
  const current = useStore((state) =>
    Object.values(state.texts).find((text) => text?.sourceId === update?.sourceId),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const file = update?.preview.outcome.ok ? update.preview.outcome.file : null
  const part = file && source ? partOf(chosen, source, file.parts) : null
  const [compared, setCompared] = useState<UpdatePreview | null>(null)
  useEffect(() => {
    let isWanted = true
    setCompared(null)
    void compareUpdate(part).then((answer) => isWanted && setCompared(answer))
    return () => {
      isWanted = false
    }
  }, [part, update])
  if (!update || !file || !source) return null
  const reason = `Read as ${file.encoding} instead of ${source.encoding}`
  const isNow = file.encoding === source.encoding
  const isOther = compared !== null && compared.text !== current?.text
  return (
    <DialogFrame
      title={`Read “${source.title}” with another encoding`}
      intro="The original file is read again. The text before is kept, and the claims are carried over."
      onClose={() => void discardUpdate()}
      footer={
        <>
          <Button onPress={() => void discardUpdate()}>Cancel</Button>
          <Button look="primary" isDisabled={!isOther} onPress={() => void commitUpdate(part, reason)}>
            Use this text
          </Button>
        </>
      }
    >
      <ChoiceField
        label={`Encoding (now ${source.encoding})`}
        choices={choicesWith(file.encoding)}
        value={file.encoding}
        onChange={(encoding) => void rereadSource(source.id, encoding)}
      />
      {file.parts.length > 1 && (
        <ChoiceField
          label={`The file holds ${file.parts.length} texts`}
          choices={[
            { id: whole, label: 'The whole file' },
            ...file.parts.map(({ title }, index) => ({ id: String(index), label: title })),
          ]}
          value={part === null ? whole : String(part)}
          onChange={setChosen}
        />
      )}
      {compared && current ? (
        <>
          {isNow ? (
            <p>The text is read in this encoding now. Choose another to see what it would say.</p>
          ) : (
            <FirstDifferences before={current.text} after={compared.text} />
          )}
          <Counts {...compared.counts} />
        </>
      ) : (
        <p role="status">Comparing…</p>
      )}
    </DialogFrame>
  )
}

const whole = 'whole'

function choicesWith(encoding: string): readonly { id: string; label: string }[] {
  return encodings.some(({ id }) => id === encoding)
    ? encodings
    : [{ id: encoding, label: encoding }, ...encodings]
}

/**
 * Which of the file's texts takes the source's place: the one that a person chose, else the one that begins nearest to where
 * the source's did. Null for the whole file.
 */
function partOf(
  chosen: string | null,
  { partStart, partEnd }: Source,
  parts: readonly TextPart[],
): number | null {
  if (chosen !== null) return chosen === whole ? null : Number(chosen)
  const last = parts.at(-1)
  if (!last || (partStart === 0 && partEnd > last.start)) return parts.length === 1 ? 0 : null
  const distances = parts.map(({ start }) => Math.abs(start - partStart))
  return distances.indexOf(Math.min(...distances))
}
