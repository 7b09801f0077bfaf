import { Button } from '../components/controls.js'
import { showCentre } from '../store/view-actions.js'

interface PartOfManyProps {
  shown: number
  all: number
  /** The view that has all of them. */
  table: 'claims' | 'triage'
}

/** Says that a list shows a part of what there is, around what is open, and where all of it is. */
export function PartOfMany({ shown, all, table }: PartOfManyProps) {
  return (
    <p className="part-of-many">
      {shown} of {all.toLocaleString('en')}, around what is open.
      <Button look="plain" onPress={() => showCentre(table)}>
        {table === 'claims' ? 'Table of all' : 'Go through all'}
      </Button>
    </p>
  )
}
