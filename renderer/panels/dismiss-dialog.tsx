import { useRef, useState } from 'react'
import { Button, DialogFrame } from '../components/controls.js'
import { dismissActiveFinding } from '../store/claim-actions.js'
import { findingToAnswer } from '../store/finding-to-answer.js'
import { useStore } from '../store/store.js'

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
  const field = useRef<HTMLInputElement>(null)
  const submit = (): void => void dismissActiveFinding(reason)
  return (
    <DialogFrame
      title="Dismiss this finding"
      intro={finding?.message}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!reason.trim()} onPress={submit}>
            Dismiss
          </Button>
        </>
      }
    >
      <label className="field">
        <span className="label">Reason</span>
        <input
          ref={field}
          autoFocus
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && reason.trim()) submit()
          }}
        />
      </label>
      <div className="reasons" role="group" aria-label="Usual reasons">
        {usualReasons.map((usual) => (
          <Button
            key={usual}
            onPress={() => {
              setReason(usual)
              field.current?.focus()
            }}
          >
            {usual}
          </Button>
        ))}
      </div>
    </DialogFrame>
  )
}
