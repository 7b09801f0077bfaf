import { useState } from 'react'
import { Button, DialogFrame } from '../../components/controls.js'
import { TextDifference } from '../../components/text-difference.js'
import { commitCorrection, leaveCorrection, textBeforeAndAfter } from '../../store/texts/correction.js'
import { ReasonField, reasonHint } from '../reason-field.js'
import '../dialogs.css'

const usualReasons = [
  'Typing error',
  'Scanning error',
  'Wrong encoding',
  'Layout leftover',
  'Transcript checked again',
]

/** Shows what was corrected and asks why, before it becomes a text version. */
export function FinishCorrectionDialog({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [texts] = useState(textBeforeAndAfter)
  const commit = (): void => void commitCorrection(reason)
  return (
    <DialogFrame
      title="Finish the correction"
      intro="The corrected text becomes a new version. Every claim is carried over and verified; the version before stays readable."
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Go on correcting</Button>
          <Button look="primary" aria-describedby={reasonHint} isDisabled={!reason.trim()} onPress={commit}>
            Make the new version
          </Button>
        </>
      }
    >
      {texts && <TextDifference {...texts} />}
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

/** Before a correction that is under way is thrown away. */
export function LeaveCorrectionDialog({ onClose }: { onClose: () => void }) {
  return (
    <ThrowAwayDialog
      consequence="The text goes back to how it was before the correction began."
      keep="Go on correcting"
      onKeep={onClose}
      onThrowAway={() => void leaveCorrection()}
    />
  )
}

interface ThrowAwayProps {
  /** What comes of it, in a sentence. */
  consequence: string
  /** What is done instead, as a button says it. */
  keep: string
  onKeep: () => void
  onThrowAway: () => void
}

/** Before what was typed into a correction is thrown away. */
export function ThrowAwayDialog({ consequence, keep, onKeep, onThrowAway }: ThrowAwayProps) {
  return (
    <DialogFrame
      title="Throw the correction away?"
      intro={`${consequence} This cannot be undone.`}
      onClose={onKeep}
      footer={
        <>
          <Button autoFocus onPress={onKeep}>
            {keep}
          </Button>
          <Button look="danger" onPress={onThrowAway}>
            Throw it away
          </Button>
        </>
      }
    >
      {null}
    </DialogFrame>
  )
}
