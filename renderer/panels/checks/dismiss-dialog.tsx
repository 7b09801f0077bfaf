import { useState } from 'react'
import { Button, DialogFrame } from '../../components/controls.js'
import { dismissActiveFinding } from '../../store/claims/claim-actions.js'
import { findingToAnswer } from '../../store/findings/finding-to-answer.js'
import { useStore } from '../../store/store.js'
import { ReasonField, reasonHint } from '../reason-field.js'

const usualReasons = [
  'Correct as written',
  'Different events',
  'Quoted as said',
  'A matter of style',
  'Already known',
]

/** Asks why a finding is let go: an editor will want to know. The answer sticks over re-checks. */
export function DismissDialog({ onClose }: { onClose: () => void }) {
  const finding = useStore(findingToAnswer)
  const [reason, setReason] = useState('')
  const submit = (): void => void dismissActiveFinding(reason)
  return (
    <DialogFrame
      title="Dismiss this finding"
      intro={finding?.message}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" aria-describedby={reasonHint} isDisabled={!reason.trim()} onPress={submit}>
            Dismiss
          </Button>
        </>
      }
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        onEnter={submit}
        usual={usualReasons}
        maxLength={2000}
      />
    </DialogFrame>
  )
}
