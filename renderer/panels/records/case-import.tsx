import { useState } from 'react'
import { CheckboxGroup } from 'react-aria-components'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { OtherCasePreview } from '../../../shared/domain/record-import.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { commitRecords, openOfferedCase, skipRecords } from '../../store/imports/record-imports.js'
import { TickBox } from './tick-box.js'

interface Props {
  id: string
  fileName: string
  records: OtherCasePreview
}

/** Another case: to be opened, or to take sources from with all that hangs on them. */
export function CaseImport({ id, fileName, records }: Props) {
  const { sources, title, notices } = records
  const [chosen, setChosen] = useState(() => sources.filter(isWorthIt).map((source) => String(source.id)))
  return (
    <DialogFrame
      title={`Take sources from “${title}”`}
      intro={`“${fileName}” is another case. Its sources come with their claims, notes, evidence and relations; signatures and judgements stay there. One Undo takes all of it back.`}
      onClose={skipRecords}
      footer={
        <>
          <Button onPress={() => void openOfferedCase(id)}>Open that case instead</Button>
          <Button onPress={skipRecords}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => void commitRecords({ kind: 'case', id, sourceIds: chosen as SourceId[] })}
          >
            {importLabel(chosen.length)}
          </Button>
        </>
      }
    >
      {notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
      {sources.length === 0 && <p>There are no sources in that case.</p>}
      {sources.length > 0 && !sources.some(isWorthIt) && (
        <p>All of its sources and claims are here already.</p>
      )}
      <CheckboxGroup aria-label="Sources of that case" className="parts" value={chosen} onChange={setChosen}>
        {sources.map((source) => (
          <TickBox key={source.id} value={source.id}>
            <b>{source.title}</b>
            <small>{saidOf(source)}</small>
          </TickBox>
        ))}
      </CheckboxGroup>
    </DialogFrame>
  )
}

function importLabel(count: number): string {
  if (count === 0) return 'Import'
  return count === 1 ? 'Import one source' : `Import ${count} sources`
}

type OtherSource = OtherCasePreview['sources'][number]

/** A source that is here with all its claims brings nothing. */
const isWorthIt = ({ alreadyIn, newClaims }: OtherSource): boolean => alreadyIn === null || newClaims > 0

function saidOf({ claims, newClaims, alreadyIn }: OtherSource): string {
  const count = claims === 0 ? 'no claims' : claims === 1 ? 'one claim' : `${claims} claims`
  if (alreadyIn === null) return count
  const news = newClaims === 0 ? '' : newClaims === claims ? ', new here' : `, ${newClaims} of them new`
  return `${count}${news} · the text is here already, as “${alreadyIn}”`
}
