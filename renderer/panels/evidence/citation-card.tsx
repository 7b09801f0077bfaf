import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import type { PressEvent } from 'react-aria-components'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { Button } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import { editEvidence, leaveEvidence, unknownTitle } from '../../store/claims/evidence-actions.js'
import { placeNamed } from '../../store/focus.js'
import { CardHead } from './card-head.js'
import { CitationSummary, editButtonOf } from './citation-summary.js'
import {
  AccessedField,
  AddressField,
  CitedAddressField,
  GradeFields,
  gradeOf,
  TitleField,
  WorkFields,
} from './evidence-fields.js'

interface CitationCardProps {
  evidence: Evidence
  /** Whether its fields are open, and take the focus as they come. */
  isEdited: boolean
  onEdit: (isEdited: boolean) => void
}

/** Evidence from elsewhere: in a few lines, or with the fields in which they are written. */
export function CitationCard({ evidence, isEdited, onEdit }: CitationCardProps) {
  const { id, title, stance } = evidence
  useOnGone(() => void leaveEvidence(id))
  const close = ({ target }: PressEvent): void => {
    if (showRefused(target)) return
    onEdit(false)
    void leaveEvidence(id)
    requestAnimationFrame(() => (placeNamed(editButtonOf(id)) ?? placeNamed('evidence'))?.focus())
  }
  return (
    <article
      className={`evidence stance-${stance}`}
      aria-label={`Evidence: ${title}`}
      // What is typed into it first would otherwise close its fields.
      onFocus={() => isUnsaid(evidence) && !isEdited && onEdit(true)}
      onBlur={(event) => isLeft(event) && void leaveEvidence(id)}
      onKeyDown={goOnWithEnter}
    >
      <CardHead evidence={evidence} />
      {isEdited || isUnsaid(evidence) ? (
        <CitationFields evidence={evidence} takesFocus={isEdited} onDone={close} />
      ) : (
        <CitationSummary evidence={evidence} onEdit={() => onEdit(true)} />
      )}
    </article>
  )
}

/** Leads to a field of the card whose content cannot be kept; whether there is one. */
function showRefused(within: Element): boolean {
  const field = within.closest('article')?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
  return Boolean(field)
}

/** Whether a citation has nothing yet that could stand in the place of its fields. */
const isUnsaid = ({ title, url, quote }: Evidence): boolean => title === unknownTitle && !url && !quote

/** What it is called, who made it and when, where it is, and what it says. */
function CitationFields({
  evidence,
  takesFocus,
  onDone,
}: {
  evidence: Evidence
  takesFocus: boolean
  onDone: (event: PressEvent) => void
}) {
  const { id, archivedUrl, quote } = evidence
  return (
    <>
      <CitedAddressField evidence={evidence} takesFocus={takesFocus} />
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
      {takesFocus && (
        <div className="button-row">
          <Button onPress={onDone}>Done</Button>
        </div>
      )}
    </>
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
