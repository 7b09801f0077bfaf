import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { TextField } from '../../components/text-field.js'
import { editEvidence, leaveEvidence } from '../../store/evidence-actions.js'
import { CardHead } from './card-head.js'
import {
  AccessedField,
  AddressField,
  CitedAddressField,
  GradeFields,
  gradeOf,
  TitleField,
  WorkFields,
} from './evidence-fields.js'

/** Evidence from elsewhere: what it is called, who made it and when, where it is, and what it says. */
export function CitationCard({ evidence, isNew }: { evidence: Evidence; isNew: boolean }) {
  const { id, title, archivedUrl, stance, quote } = evidence
  useOnGone(() => void leaveEvidence(id))
  return (
    <article
      className={`evidence stance-${stance}`}
      aria-label={`Evidence: ${title}`}
      onBlur={(event) => isLeft(event) && void leaveEvidence(id)}
      onKeyDown={goOnWithEnter}
    >
      <CardHead evidence={evidence} />
      <CitedAddressField evidence={evidence} isNew={isNew} />
      <TitleField evidence={evidence} />
      <WorkFields evidence={evidence} />
      <TextField
        label="Pinpoint quote"
        value={quote ?? ''}
        multiline
        refuse={(typed) => (typed.length > 20_000 ? 'A quote has at most 20,000 characters' : null)}
        onCommit={(typed) => editEvidence(id, { quote: typed.trim() ? typed : null })}
      />
      <AccessedField evidence={evidence} />
      <details>
        <summary>
          Archived copy{archivedUrl && ' ✓'}, grades{gradeOf(evidence)}
        </summary>
        <div className="evidence-more">
          <AddressField
            label="Archived copy"
            value={archivedUrl}
            onCommit={(address) => editEvidence(id, { archivedUrl: address })}
          />
          <GradeFields evidence={evidence} />
        </div>
      </details>
    </article>
  )
}

/** Enter in a field of one line goes on to the next field, as a form is filled in. */
function goOnWithEnter({ key, target, currentTarget, nativeEvent }: KeyboardEvent): void {
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('input, textarea')]
  fields
    .slice(fields.indexOf(target) + 1)
    .find((field) => field.checkVisibility())
    ?.focus()
}

/** Whether the focus goes elsewhere in the window, and nothing stays behind that was typed and cannot be kept. */
function isLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  const stays = relatedTarget === null || currentTarget.contains(relatedTarget)
  return !stays && !currentTarget.querySelector('[aria-invalid="true"]')
}

/** Calls back once the element is taken out of the window; not when React takes it out and puts it in again at once. */
function useOnGone(callBack: () => void): void {
  const state = useRef({ isShown: false, callBack })
  state.current.callBack = callBack
  useEffect(() => {
    const now = state.current
    now.isShown = true
    return () => {
      now.isShown = false
      queueMicrotask(() => now.isShown || now.callBack())
    }
  }, [])
}
