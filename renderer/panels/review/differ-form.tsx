import { useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Person } from '../../../shared/domain/review.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { Button, ChoiceField } from '../../components/controls.js'
import { assess } from '../../store/review/review-actions.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'

interface DifferFormProps {
  claim: Claim
  me: Person
  /** What they said before, if they did. */
  own: Assessment | undefined
  onClose: () => void
}

/** A verdict of one's own on a claim, with the reason. Ctrl or Cmd with Enter keeps it, Escape leaves. */
export function DifferForm({ claim, me, own, onClose }: DifferFormProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(own?.verdict ?? null)
  const [comment, setComment] = useState(own?.comment ?? '')
  const form = useRef<HTMLFormElement>(null)
  const begin = useRef(own ? 'textarea' : 'button')
  useEffect(() => form.current?.querySelector<HTMLElement>(begin.current)?.focus(), [])
  const keep = async (): Promise<void> => {
    if (verdict && (await assess(claim, me, { verdict, comment: comment.trim() || null }))) onClose()
  }
  return (
    <form
      ref={form}
      className="differ-form"
      aria-label="Your assessment"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep()
        else if (event.key === 'Escape') onClose()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <ChoiceField
        label="Your verdict"
        choices={useCaseScale().verdicts}
        value={verdict}
        onChange={setVerdict}
      />
      <label className="field">
        <span className="label">Why</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="button-row">
        <Button type="submit" look="primary" isDisabled={verdict === null}>
          Keep
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
