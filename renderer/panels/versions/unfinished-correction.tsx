import type { VersionInfo } from '../../../shared/domain/text-replacement.js'
import { Button } from '../../components/controls.js'
import { useStore } from '../../store/store.js'
import { copyWords } from '../../store/texts/text-versions.js'

interface UnfinishedProps {
  /** The version that the correction was begun on. */
  version: VersionInfo
  current: VersionInfo | undefined
  onTakeUp: () => void
  onRead: () => void
  onDiscard: () => void
}

/** What can be done with a correction that was left unfinished; one that is under way is left alone. */
export function UnfinishedCorrection({ version, current, onTakeUp, onRead, onDiscard }: UnfinishedProps) {
  const { id, number, isCurrent } = version
  const isUnderWay = useStore(({ correction }) => correction?.versionId === id)
  if (isUnderWay) return <p className="hint">It is being corrected now.</p>
  return (
    <div className="unfinished" role="group" aria-label={`Unfinished correction of version ${number}`}>
      {!isCurrent && <p className="hint">{setAside(current)}</p>}
      {isCurrent && <Button onPress={onTakeUp}>Take up again</Button>}
      <Button onPress={onRead}>Show what it changes</Button>
      <Button onPress={() => void copyWords({ of: id, as: 'correction' })}>Copy its text</Button>
      <Button onPress={onDiscard}>Throw away…</Button>
    </div>
  )
}

function setAside(current: VersionInfo | undefined): string {
  const now = current ? `version ${current.number} is the text now` : 'the source has another text now'
  return `It cannot be taken up again, because ${now}. Read it, or copy from it into a correction of that text.`
}
