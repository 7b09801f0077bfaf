import { useState } from 'react'
import type { RuleShape } from '../../../shared/domain/house-rule-lines.js'
import { Button } from '../../components/controls.js'
import { NewRule } from './new-rule.js'
import { PastedRules } from './pasted-rules.js'
import { RuleRow } from './rule-row.js'

export interface RuleListProps<T> {
  title: string
  shape: RuleShape<T>
  entries: readonly T[]
  /** Answers whether the change was kept. */
  onChange: (change: (entries: T[]) => T[]) => Promise<boolean>
}

/** How many rows are shown at once; more are found by searching. */
const mostRows = 60
/** From how many entries on there is a field to search them. */
const searchable = 12

/** One list of the house rules: its entries can be edited where they stand, added, removed, and pasted in. */
export function RuleList<T>({ title, shape, entries, onChange }: RuleListProps<T>) {
  const [wanted, setWanted] = useState('')
  const [isPasting, setPasting] = useState(false)
  const rows = entries
    .map((entry, index) => ({ index, cells: shape.cells(entry) }))
    .filter(({ cells }) => cells.join(' ').toLowerCase().includes(wanted.trim().toLowerCase()))
  const add = (added: readonly T[]): Promise<boolean> => onChange((all) => [...all, ...added])
  const room = shape.most - entries.length
  return (
    <section className="rule-list" aria-label={title}>
      <h3>
        {title} <span className="count">{entries.length.toLocaleString('en')}</span>
      </h3>
      {entries.length >= searchable && (
        <input
          type="search"
          className="rule-search"
          aria-label={`Search ${title.toLowerCase()}`}
          placeholder="Search…"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul>
        {rows.slice(0, mostRows).map(({ index, cells }) => (
          <RuleRow
            key={index}
            shape={shape}
            cells={cells}
            onEdit={(entry) => onChange((all) => all.with(index, entry))}
            onRemove={() => void onChange((all) => all.toSpliced(index, 1))}
          />
        ))}
      </ul>
      {rows.length > mostRows && (
        <p className="muted">and {(rows.length - mostRows).toLocaleString('en')} more: search for them</p>
      )}
      <NewRule title={title} shape={shape} room={room} onAdd={(entry) => add([entry])} />
      {isPasting ? (
        <PastedRules shape={shape} room={room} onAdd={add} onDone={() => setPasting(false)} />
      ) : (
        <div className="rule-paste">
          <Button look="plain" onPress={() => setPasting(true)}>
            Paste a list of {title.toLowerCase()}…
          </Button>
        </div>
      )}
    </section>
  )
}
