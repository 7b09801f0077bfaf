import { useState } from 'react'
import { reportForm, reportForms } from '../../../shared/report/forms.js'
import { Button, ChoiceField, DialogFrame } from '../../components/controls.js'
import { getState, setState } from '../../store/store.js'
import { ReportOptions, withForm } from './report-options.js'
import { useCheckedSave } from './save-checked.js'

/** In which form a case goes out, and how much of it; it begins with what was chosen last, and Enter saves. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const [request, setRequest] = useState(getState().reportRequest)
  const { heldBack, save } = useCheckedSave(request)
  // What was typed about the publication is still there when the dialog is opened again.
  const leave = (): void => {
    setState(({ reportRequest: { form, options } }) => ({
      reportRequest: { form, options: { ...options, review: request.options.review } },
    }))
    onClose()
  }
  return (
    <DialogFrame
      title="Save report"
      intro={reportForm(request.form).suits}
      onClose={leave}
      footer={
        <>
          <Button onPress={leave}>Cancel</Button>
          <Button look="primary" autoFocus onPress={() => save() && onClose()}>
            Save…
          </Button>
        </>
      }
    >
      <ChoiceField
        label="Form"
        choices={reportForms.map(({ id, label }) => ({ id, label }))}
        value={request.form}
        onChange={(id) => setRequest((before) => withForm(before, id))}
      />
      <ReportOptions
        request={request}
        heldBack={heldBack}
        onChange={(options) =>
          setRequest((before) => ({ ...before, options: { ...before.options, ...options } }))
        }
      />
    </DialogFrame>
  )
}
