import { useState, type ReactNode } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { Claim } from '../../../shared/domain/claim.js'
import { Button } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { noTypeahead } from '../../components/no-typeahead.js'
import { useStore } from '../../store/store.js'
import { showClaim } from '../../store/view-actions.js'

/** How many rows are drawn at first, so that what stands below is not far, and how many more when they are asked for. */
const rowsAtFirst = 8
const rowsMore = 50

interface ClaimRowsProps<T> {
  label: string
  entries: readonly T[]
  claimOf: (entry: T) => Claim
  /** Told apart by this, where a claim can stand in the list more than once. */
  keyOf?: (entry: T) => string
  /** What stands under the quote. */
  children?: (entry: T) => ReactNode
}

/** Claims by their quotes; Enter or a click shows one in its text. What stands in a row is reached with the arrow keys. */
export function ClaimRows<T>({ label, entries, claimOf, keyOf, children }: ClaimRowsProps<T>) {
  const [most, setMost] = useState(rowsAtFirst)
  const sources = useStore((state) => state.records.source)
  const shown = entries.slice(0, most)
  const left = entries.length - shown.length
  return (
    <>
      <GridList
        aria-label={label}
        className="review-rows"
        selectionMode="none"
        dependencies={[entries, sources]}
      >
        {shown.map((entry) => {
          const claim = claimOf(entry)
          return (
            <GridListItem
              key={keyOf?.(entry) ?? claim.id}
              id={keyOf?.(entry) ?? claim.id}
              textValue={noTypeahead}
              aria-label={excerpt(claim.selector.exact, 120)}
              className="review-row"
              onAction={() => showClaim(claim.id)}
            >
              <q>{excerpt(claim.selector.exact, 180)}</q>
              <small>{sources.get(claim.sourceId)?.title}</small>
              {children?.(entry)}
            </GridListItem>
          )
        })}
      </GridList>
      {left > 0 && (
        <Button look="plain" onPress={() => setMost(most + rowsMore)}>
          {left <= rowsMore ? `Show ${left} more` : `Show ${rowsMore} of ${left.toLocaleString('en')} more`}
        </Button>
      )}
    </>
  )
}
