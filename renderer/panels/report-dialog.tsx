import { useState } from 'react'
import { reportForm, reportForms } from '../../shared/report/forms.js'
import { Button, ChoiceField, DialogFrame } from '../components/controls.js'
import { saveReport } from '../store/case-actions.js'
import { getState } from '../store/store.js'
import { ReportOptions, withForm } from './report/report-options.js'

/** In which form a case goes out, and how much of it; it begins with what was chosen last, and Enter saves. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const [request, setRequest] = useState(getState().reportRequest)
  const save = (): void => {
    onClose()
    void saveReport(request)
  }
  return (
    <DialogFrame
      title="Save report"
      intro={reportForm(request.form).suits}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus onPress={save}>
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
        onChange={(options) =>
          setRequest((before) => ({ ...before, options: { ...before.options, ...options } }))
        }
      />
    </DialogFrame>
  )
}
