import { useMemo } from 'react'
import { differingLines } from './differing-lines.js'
import './text-difference.css'

/** The first lines in which two readings of the same bytes differ, side by side. */
export function FirstDifferences({ before, after }: { before: string; after: string }) {
  const { lines, more } = useMemo(() => differingLines(before, after), [before, after])
  if (lines.length === 0) return <p>Nothing differs.</p>
  return (
    <div className="difference" tabIndex={0} role="region" aria-label="Differences">
      <table className="first-differences">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Now</th>
            <th scope="col">In this encoding</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <th scope="row">{line.number}</th>
              <td>{line.before}</td>
              <td>{line.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="muted">{more === 1 ? 'One more line differs.' : `${more} more lines differ.`}</p>
      )}
    </div>
  )
}
