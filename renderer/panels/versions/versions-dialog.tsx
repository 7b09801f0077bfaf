import { useEffect, useState } from 'react'
import type { VersionInfo } from '../../../shared/domain/text-replacement.js'
import { DialogFrame } from '../../components/controls.js'
import { discardDraft, takeUpCorrection } from '../../store/texts/correction.js'
import { shownSource } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { readVersions } from '../../store/texts/text-versions.js'
import { ThrowAwayDialog } from './correction-dialogs.js'
import { momentOf } from '../review/moment.js'
import { Comparison, correctionPair, usualPair, type ComparedPair } from './comparison.js'
import { UnfinishedCorrection } from './unfinished-correction.js'
import './versions-dialog.css'

/** The text versions of the shown source: why each was made, what differs between two, and what was left unfinished. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const sourceId = useStore(shownSource)
  const title = useStore((state) => (sourceId ? state.records.source.get(sourceId)?.title : ''))
  const [versions, setVersions] = useState<VersionInfo[] | null>(null)
  const [pair, setPair] = useState<ComparedPair | null>(null)
  const [discarding, setDiscarding] = useState<VersionInfo | null>(null)
  useEffect(() => {
    if (!sourceId || discarding) return
    void readVersions(sourceId).then((list) => {
      setVersions(list)
      setPair(usualPair(list))
    })
  }, [sourceId, discarding])
  if (discarding) return <Discarding version={discarding} onDone={() => setDiscarding(null)} />
  const takeUp = (): void => {
    onClose()
    if (sourceId) void takeUpCorrection(sourceId)
  }
  const current = versions?.find(({ isCurrent }) => isCurrent)
  return (
    <DialogFrame title="Text versions" intro={title} onClose={onClose}>
      {versions?.length === 1 && (
        <p>There is one version: the text as it came. Correcting the transcription makes another.</p>
      )}
      <ol className="versions" reversed>
        {versions?.map((version) => (
          <li key={version.id}>
            <VersionLine version={version} />
            {version.isDrafted && (
              <UnfinishedCorrection
                version={version}
                current={current}
                onTakeUp={takeUp}
                onRead={() => setPair(correctionPair(version))}
                onDiscard={() => setDiscarding(version)}
              />
            )}
          </li>
        ))}
      </ol>
      {pair && versions && <Comparison versions={versions} pair={pair} onChange={setPair} />}
    </DialogFrame>
  )
}

function VersionLine({ version }: { version: VersionInfo }) {
  const { number, isCurrent, isDrafted, reason, createdAt } = version
  return (
    <div className="version-line">
      <b>Version {number}</b>
      {isCurrent && <span className="tag">current</span>}
      {isDrafted && <span className="tag">with an unfinished correction</span>}
      <span>{reason ?? 'as it came'}</span>
      <time dateTime={createdAt}>{momentOf(createdAt)}</time>
    </div>
  )
}

function Discarding({ version: { id, number }, onDone }: { version: VersionInfo; onDone: () => void }) {
  return (
    <ThrowAwayDialog
      consequence={`What was typed into the unfinished correction of version ${number} will be gone; every version stays as it is.`}
      keep="Keep it"
      onKeep={onDone}
      onThrowAway={() => void discardDraft(id).then(onDone)}
    />
  )
}
