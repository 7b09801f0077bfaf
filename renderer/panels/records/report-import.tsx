import { useState } from 'react'
import type { ReportPreview } from '../../../shared/domain/record-import.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { openReportAsCase, openReportAsText, skipRecords } from '../../store/imports/record-imports.js'
import { useStore } from '../../store/store.js'
import { counted, momentOf } from '../review/moment.js'
import { ClaimsImport } from './claims-import.js'

interface Props {
  id: string
  fileName: string
  records: ReportPreview
}

/** A report that was saved as a web page: a case is made of it, its claims are taken, or it is a text like any page. */
export function ReportImport({ id, fileName, records }: Props) {
  const [takesClaims, setTakesClaims] = useState(false)
  const isSaving = useStore((state) => state.saving > 0)
  const { title, madeAt, program, sources, count, notices, claims } = records
  if (takesClaims && claims) return <ClaimsImport id={id} fileName={fileName} records={claims} />
  return (
    <DialogFrame
      title={`Report “${title}”`}
      intro={`“${fileName}” is a report that was made on ${momentOf(madeAt)} with ${program}. It holds ${counted(sources, 'text')} and ${counted(count, 'claim')}.`}
      onClose={skipRecords}
      footer={
        <>
          <Button onPress={skipRecords}>Cancel</Button>
          <Button isDisabled={isSaving} onPress={() => void openReportAsText(id)}>
            Open as a text
          </Button>
          {claims && (
            <Button isDisabled={isSaving || count === 0} onPress={() => setTakesClaims(true)}>
              Import its claims…
            </Button>
          )}
          <Button look="primary" autoFocus isDisabled={isSaving} onPress={() => void openReportAsCase(id)}>
            Open as a case
          </Button>
        </>
      }
    >
      {notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
      <p>
        A new case gets the texts, the claims with their verdicts, notes and evidence, and the scale that they
        were judged by.
        {claims && ' Or the claims come into the case that is open, on the texts that it has.'}
      </p>
    </DialogFrame>
  )
}
