import { Button, DialogFrame } from '../../components/controls.js'
import { openReportAsText, skipRecords } from '../../store/imports/record-imports.js'
import { useStore } from '../../store/store.js'
import { CaseImport } from './case-import.js'
import { CitationsImport } from './citations-import.js'
import { ClaimsImport } from './claims-import.js'
import { ReportImport } from './report-import.js'
import '../dialogs.css'
import './records.css'

/** Shows what a file of claims, citations or another case would bring, before anything is stored. */
export function RecordsDialog() {
  const preview = useStore((state) => state.recordImports[0])
  if (!preview) return null
  const { id, fileName, outcome } = preview
  if (!outcome.ok) {
    return (
      <DialogFrame
        title="Nothing was imported"
        onClose={skipRecords}
        footer={
          <>
            {outcome.isPage && <Button onPress={() => void openReportAsText(id)}>Open as a text</Button>}
            <Button look="primary" autoFocus onPress={skipRecords}>
              Close
            </Button>
          </>
        }
      >
        <article className="file-preview failed">
          <h3>{fileName}</h3>
          <p>{outcome.error.message}</p>
        </article>
      </DialogFrame>
    )
  }
  const { records } = outcome
  if (records.kind === 'claims')
    return <ClaimsImport key={id} id={id} fileName={fileName} records={records} />
  if (records.kind === 'citations')
    return <CitationsImport key={id} id={id} fileName={fileName} records={records} />
  if (records.kind === 'report')
    return <ReportImport key={id} id={id} fileName={fileName} records={records} />
  return <CaseImport key={id} id={id} fileName={fileName} records={records} />
}
