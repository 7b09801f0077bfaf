import { useEffect, useState } from 'react'
import type { TextVersion } from '../../shared/domain/source.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { ChoiceField, DialogFrame } from '../components/controls.js'
import { TextDifference } from '../components/text-difference.js'
import { readVersions, readVersion } from '../store/text-versions.js'
import { shownSource } from '../store/shown-texts.js'
import { useStore } from '../store/store.js'
import './dialogs.css'

/** The text versions of the shown source: why each was made, and what differs between two of them. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const sourceId = useStore(shownSource)
  const title = useStore((state) => (sourceId ? state.records.source.get(sourceId)?.title : ''))
  const [versions, setVersions] = useState<VersionInfo[] | null>(null)
  const [pair, setPair] = useState<{ older: string; newer: string } | null>(null)
  useEffect(() => {
    if (!sourceId) return
    void readVersions(sourceId).then((list) => {
      setVersions(list)
      setPair(usualPair(list))
    })
  }, [sourceId])
  const choices = versions?.map(({ id, number, isCurrent }) => ({
    id: id as string,
    label: `Version ${number}${isCurrent ? ' (current)' : ''}`,
  }))
  return (
    <DialogFrame title="Text versions" intro={title} onClose={onClose}>
      {versions?.length === 1 && (
        <p>There is one version: the text as it came. Correcting the transcription makes another.</p>
      )}
      <ol className="versions" reversed>
        {versions?.map((version) => (
          <li key={version.id}>
            <b>Version {version.number}</b>
            {version.isCurrent && <span className="tag">current</span>}
            <span>{version.reason ?? 'as it came'}</span>
            <time dateTime={version.createdAt}>{new Date(version.createdAt).toLocaleString()}</time>
          </li>
        ))}
      </ol>
      {pair && choices && (
        <>
          <div className="pair">
            <ChoiceField
              label="From"
              choices={choices}
              value={pair.older}
              onChange={(older) => setPair({ ...pair, older })}
            />
            <ChoiceField
              label="To"
              choices={choices}
              value={pair.newer}
              onChange={(newer) => setPair({ ...pair, newer })}
            />
          </div>
          <Difference {...pair} />
        </>
      )}
    </DialogFrame>
  )
}

/** The current text and the one before it; a later one that is not current is compared when it is asked for. */
function usualPair(list: readonly VersionInfo[]): { older: string; newer: string } | null {
  const current = list.find(({ isCurrent }) => isCurrent)
  const others = list.filter((version) => version !== current)
  const before = others.find(({ number }) => current && number < current.number) ?? others[0]
  return current && before ? { older: before.id, newer: current.id } : null
}

function Difference({ older, newer }: { older: string; newer: string }) {
  const before = useVersion(older)
  const after = useVersion(newer)
  if (!before || !after) return <p role="status">Reading…</p>
  return <TextDifference before={before.text} after={after.text} />
}

function useVersion(id: string): TextVersion | null {
  const [version, setVersion] = useState<TextVersion | null>(null)
  useEffect(() => {
    let isWanted = true
    void readVersion(id).then((read) => isWanted && setVersion(read))
    return () => {
      isWanted = false
    }
  }, [id])
  return version?.id === id ? version : null
}
