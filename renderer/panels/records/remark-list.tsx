import type { ReactNode } from 'react'
import { mostListed, type Remark } from '../../../shared/domain/record-import.js'

/** A list that is opened when it is wanted; nothing where it is empty. `count` may be more than are listed. */
export function FoldedList({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: readonly ReactNode[]
}) {
  if (count === 0) return null
  return (
    <details className="folded-list">
      <summary>{title}</summary>
      <ul>
        {children}
        {count > children.length && <li>And {count - children.length} more.</li>}
      </ul>
    </details>
  )
}

/** What is left out of a file, and why. */
export function RemarkList({
  title,
  remarks,
  count,
}: {
  title: string
  remarks: readonly Remark[]
  count: number
}) {
  return (
    <FoldedList title={`${title}: ${count}`} count={count}>
      {remarks.slice(0, mostListed).map(({ where, message }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row can have several remarks, and the list never changes
        <li key={index}>
          <b>{where}:</b> {message}
        </li>
      ))}
    </FoldedList>
  )
}
