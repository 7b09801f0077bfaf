import { History } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { Source } from '../../../shared/domain/source.js'
import { readableDate } from '../../components/readable-date.js'
import { Button } from '../../components/controls.js'
import { editEvidence, isFromEarlierText, showCitedPassage } from '../../store/claims/evidence-actions.js'
import { showVersionsOf } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { readVersions } from '../../store/texts/text-versions.js'
import { CardHead } from './card-head.js'
import { AccessedField, AddressField, GradeFields, gradeOf, TitleField } from './evidence-fields.js'

/** A passage of a source in the case, cited as evidence. Its words stay as they stand there. */
export function PassageEvidence({ evidence }: { evidence: Evidence }) {
  const { id, title, stance, url, archivedUrl } = evidence
  const source = useStore((state) => state.records.source.get(evidence.sourceId ?? ''))
  return (
    <article className={`evidence stance-${stance}`} aria-label={`Evidence: ${title}`}>
      <CardHead evidence={evidence} />
      <CitedPassage evidence={evidence} source={source} />
      <details>
        <summary>Citation, grades{gradeOf(evidence)}</summary>
        <div className="evidence-more">
          <TitleField evidence={evidence} />
          <AddressField
            label="Address"
            value={url}
            onCommit={(address) => editEvidence(id, { url: address })}
          />
          <AccessedField evidence={evidence} />
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

/** The quote with where it is from; it leads to the passage, or to the text version that it stands in. */
function CitedPassage({ evidence, source }: { evidence: Evidence; source: Source | undefined }) {
  if (!source)
    return (
      <div className="cited">
        <q>{evidence.quote}</q>
        <small>{evidence.title}, which is no longer among the sources of the case</small>
      </div>
    )
  if (isFromEarlierText(evidence, source)) return <EarlierPassage evidence={evidence} source={source} />
  return (
    <button
      type="button"
      className="passage"
      title="Show in the text"
      onClick={() => showCitedPassage(evidence)}
    >
      <q>{evidence.quote}</q>
      <small>{about(source)}</small>
    </button>
  )
}

function EarlierPassage({ evidence, source }: { evidence: Evidence; source: Source }) {
  const number = useVersionNumber(source, evidence.selector?.textVersionId)
  return (
    <>
      <div className="cited">
        <q>{evidence.quote}</q>
        <small>{about(source)}</small>
      </div>
      <p className="earlier">
        <span>
          Stands in {number ? `version ${number}` : 'an earlier version'} of the text, not in the current one.
        </span>
        <Button onPress={() => showVersionsOf(source.id)}>
          <History size={14} aria-hidden /> Text versions…
        </Button>
      </p>
    </>
  )
}

/** A source in one line; what is not known of it is left out. */
function about({ author, title, publisher, published }: Source): string {
  return [author, title, publisher, published && readableDate(published)].filter(Boolean).join(' · ')
}

/** Which of its source's versions a text version is, from 1; null until that is known. */
function useVersionNumber({ id, currentVersionId }: Source, versionId: string | undefined): number | null {
  const [number, setNumber] = useState<number | null>(null)
  useEffect(() => {
    let isWanted = true
    void readVersions(id).then((versions) => {
      if (isWanted) setNumber(versions.find((version) => version.id === versionId)?.number ?? null)
    })
    return () => {
      isWanted = false
    }
  }, [id, currentVersionId, versionId])
  return number
}
