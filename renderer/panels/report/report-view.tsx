import { useLayoutEffect, useRef } from 'react'
import { differsFromPage, reportForm, reportForms, type ReportRequest } from '../../../shared/report/forms.js'
import { showInFrame } from '../../bridge/trusted-markup.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, ChoiceField } from '../../components/controls.js'
import { setState, useStore } from '../../store/store.js'
import { ReportOptions, withForm } from './report-options.js'
import { useCheckedSave } from './save-checked.js'
import { useReportPreview } from './use-report-preview.js'
import './report.css'

/** The report as it will be, beside what can be chosen about it. */
export function ReportView() {
  const request = useStore((state) => state.reportRequest)
  const isMaking = useStore((state) => state.reportStage !== null)
  const { heldBack, save } = useCheckedSave(request)
  const form = reportForm(request.form)
  const change = (next: ReportRequest): void => setState({ reportRequest: next })
  return (
    <div className="report">
      <form
        className="report-choices"
        onSubmit={(event) => event.preventDefault()}
        aria-label="Report options"
      >
        <h2>Report</h2>
        <ChoiceField
          label="Form"
          choices={reportForms.map(({ id, label }) => ({ id, label }))}
          value={request.form}
          onChange={(id) => change(withForm(request, id))}
        />
        <p className="muted">{form.suits}</p>
        <ReportOptions
          request={request}
          heldBack={heldBack}
          onChange={(options) => change({ ...request, options: { ...request.options, ...options } })}
        />
        <Button look="primary" isDisabled={isMaking} onPress={save}>
          Save… <CommandKey command="save-report" />
        </Button>
      </form>
      <Preview request={request} />
    </div>
  )
}

/** A page in a box of its own: nothing in it runs, and nothing is loaded. */
function Preview({ request }: { request: ReportRequest }) {
  const { html, failure, isCurrent } = useReportPreview(request)
  const form = reportForm(request.form)
  const difference = differsFromPage(form)
  return (
    <section className="report-preview" aria-label="Preview" aria-busy={!isCurrent}>
      {difference !== null && (
        <p className="report-difference muted">
          Preview of the report; “{form.label}” {difference}.
        </p>
      )}
      {failure !== null && <p className="report-failure">{failure}</p>}
      {html === null && failure === null && (
        <p className="report-failure muted">The preview is being made…</p>
      )}
      {html !== null && <Page html={html} />}
    </section>
  )
}

function Page({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useLayoutEffect(() => {
    if (frame.current) showInFrame(frame.current, html)
  }, [html])
  return <iframe ref={frame} title="Preview of the report" sandbox="" />
}
