import { useMemo } from 'react'
import { changesBetween, type ChangedPart, type ChangeKind } from './changed-paragraphs.js'
import './text-difference.css'

/** What differs between two texts, paragraph by paragraph; equal ones are left out but for one on either side. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const { paragraphs, isComplete } = useMemo(() => numbered(before, after), [before, after])
  if (paragraphs.length === 0) return <p>Nothing differs.</p>
  return (
    <div className="difference" tabIndex={0} role="region" aria-label="Differences">
      {paragraphs.map(({ key, kind, parts }) => (
        <Paragraph key={key} kind={kind} parts={parts} />
      ))}
      {!isComplete && <p className="muted">More differs than is shown here.</p>}
    </div>
  )
}

type Keyed<T> = T & { key: string }

/** Changes with keys: what is shown is made once and never reordered, so places do. */
function numbered(before: string, after: string) {
  const { paragraphs, isComplete } = changesBetween(before, after)
  const keyed = paragraphs.map(({ kind, parts }, place) => ({
    key: String(place),
    kind,
    parts: parts.map((part, number) => ({ ...part, key: String(number) })),
  }))
  return { paragraphs: keyed, isComplete }
}

function Paragraph({ kind, parts }: { kind: ChangeKind; parts: readonly Keyed<ChangedPart>[] }) {
  if (kind === 'gap') return <hr aria-label="Equal paragraphs left out" />
  return (
    <p className={`difference-${kind}`}>
      {parts.map(({ key, text, change }) => {
        if (change === 'added') return <ins key={key}>{text}</ins>
        if (change === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
