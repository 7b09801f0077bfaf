import { useState } from 'react'
import { Button, DialogFrame } from '../components/controls.js'
import { TextDifference } from '../components/text-difference.js'
import { commitCorrection, leaveCorrection, textBeforeAndAfter } from '../store/correction.js'
import { ReasonField, reasonHint } from './reason-field.js'
import './dialogs.css'

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

/** Before what was typed is thrown away. */
export function LeaveCorrectionDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogFrame
      title="Throw the correction away?"
      intro="The text goes back to how it was before the correction began. This cannot be undone."
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            Go on correcting
          </Button>
          <Button look="danger" onPress={() => void leaveCorrection()}>
            Throw it away
          </Button>
        </>
      }
    >
      {null}
    </DialogFrame>
  )
}
