import { useState } from 'react'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { Citation, CitationsPreview, CitationUse } from '../../../shared/domain/record-import.js'
import type { Source } from '../../../shared/domain/source.js'
import { Button, ChoiceField, DialogFrame } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { commitRecords, skipRecords } from '../../store/imports/record-imports.js'
import { useStore } from '../../store/store.js'
import { RemarkList } from './remark-list.js'

const leave = 'leave'
const evidence = 'evidence'

interface Props {
  id: string
  fileName: string
  records: CitationsPreview
}

/** Citations of a file: each becomes the record of a source, evidence of the claim that is open, or is left out. */
export function CitationsImport({ id, fileName, records }: Props) {
  const sources = useStore((state) => state.records.source)
  const claim = useStore((state) =>
    state.view.claimId ? state.records.claim.get(state.view.claimId) : undefined,
  )
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({})
  const { citations, skipped, format } = records
  const choiceOf = (index: number): string => chosen[index] ?? citations[index]?.sourceId ?? leave
  const uses = citations.flatMap((_citation, index): CitationUse[] => {
    const choice = choiceOf(index)
    if (choice === leave) return []
    if (choice !== evidence) return [{ as: 'record', index, sourceId: choice as SourceId }]
    return claim ? [{ as: 'evidence', index, claimId: claim.id, stance: 'context' }] : []
  })
  const choices = [
    { id: leave, label: 'Leave it out' },
    ...(claim ? [{ id: evidence, label: `Evidence of “${excerpt(claim.selector.exact, 40)}”` }] : []),
    ...[...sources.values()].map((source) => ({
      id: String(source.id),
      label: `Record of “${source.title}”`,
    })),
  ]
  return (
    <DialogFrame
      title={citations.length === 1 ? 'Import one citation' : `Import ${citations.length} citations`}
      intro={`${format} in “${fileName}”. A citation fills the record of a source${claim ? ', or becomes evidence of the claim that is open' : '; with a claim open, it can become evidence of that'}.`}
      onClose={skipRecords}
      footer={
        <>
          <Button onPress={skipRecords}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={uses.length === 0}
            onPress={() => void commitRecords({ kind: 'citations', id, uses })}
          >
            {uses.length === 0
              ? 'Import'
              : uses.length === 1
                ? 'Import one citation'
                : `Import ${uses.length} citations`}
          </Button>
        </>
      }
    >
      <ul className="record-citations" aria-label="Citations of the file">
        {citations.slice(0, mostShown).map(({ citation }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes
          <li key={index}>
            <CitationLine citation={citation} />
            <ChoiceField
              label="What becomes of it"
              of={excerpt(citation.title, 120)}
              choices={choices}
              value={choiceOf(index)}
              onChange={(choice) => setChosen({ ...chosen, [index]: choice })}
            />
            <RecordChange citation={citation} source={sources.get(choiceOf(index) as SourceId)} />
          </li>
        ))}
      </ul>
      {citations.length > mostShown && (
        <p>The first {mostShown} are shown; of the others, those that are of a source here are imported.</p>
      )}
      <RemarkList title="Left out of the file" remarks={skipped} count={records.skippedCount} />
    </DialogFrame>
  )
}

const mostShown = 200

function CitationLine({ citation }: { citation: Citation }) {
  const { title, author, publisher, published, url } = citation
  return (
    <div className="citation-line">
      <b>{title}</b>
      <small>{[author, publisher, published, url].filter(Boolean).join(' · ')}</small>
    </div>
  )
}

const fields = [
  ['author', 'Author'],
  ['publisher', 'Publisher'],
  ['published', 'Published'],
  ['url', 'Address'],
  ['accessed', 'Accessed'],
  ['language', 'Language'],
] as const

/** What of a source's record would be another, before and after. */
function RecordChange({ citation, source }: { citation: Citation; source: Source | undefined }) {
  if (!source) return null
  const changed = fields.filter(
    ([field]) => citation[field] !== null && citation[field] !== (source[field] ?? null),
  )
  if (changed.length === 0) return <small>The record says this already.</small>
  return (
    <table className="record-change">
      <thead>
        <tr>
          <th scope="col" aria-label="Field" />
          <th scope="col">Now</th>
          <th scope="col">From the file</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(([field, label]) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <td>{(source[field] ?? null) === null ? <i>not known</i> : <del>{source[field]}</del>}</td>
            <td>{citation[field]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
