import { useEffect, useState } from 'react'
import type { TextVersionId } from '../../shared/domain/ids.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { ChoiceField, DialogFrame } from '../components/controls.js'
import { TextDifference } from '../components/text-difference.js'
import { readVersions, readWords } from '../store/text-versions.js'
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
  const choices = versions?.flatMap(choicesOf)
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
            {version.isDrafted && <span className="tag">with an unfinished correction</span>}
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

/** What is compared: a version, or the unfinished correction of it. */
function choicesOf({ id, number, isCurrent, isDrafted }: VersionInfo): { id: string; label: string }[] {
  const version = { id: String(id), label: `Version ${number}${isCurrent ? ' (current)' : ''}` }
  const draft = { id: `${id}${draftMark}`, label: `Version ${number}, unfinished correction` }
  return isDrafted ? [draft, version] : [version]
}

const draftMark = ' draft'

function Difference({ older, newer }: { older: string; newer: string }) {
  const before = useWords(older)
  const after = useWords(newer)
  if (before === null || after === null) return <p role="status">Reading…</p>
  return <TextDifference before={before} after={after} />
}

function useWords(choice: string): string | null {
  const [words, setWords] = useState<{ of: string; text: string | null } | null>(null)
  useEffect(() => {
    let isWanted = true
    const isDraft = choice.endsWith(draftMark)
    const id = (isDraft ? choice.slice(0, -draftMark.length) : choice) as TextVersionId
    void readWords(id, isDraft).then((text) => isWanted && setWords({ of: choice, text }))
    return () => {
      isWanted = false
    }
  }, [choice])
  return words?.of === choice ? words.text : null
}
