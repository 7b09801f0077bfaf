import { useRef } from 'react'
import { ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { dateOfEntry, natureOfEntry } from '../../../shared/timeline/entry-words.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { excerpt } from '../../components/excerpt.js'
import { EntryIcon } from './entry-sign.js'
import { goToEntry } from './go-to-entry.js'

interface EntryMenuProps {
  model: TimelineModel
  /** What it opens beside. */
  trigger: Element
  entries: readonly TimelineEntry[]
  onClose: () => void
}

/** The most entries that are worth listing beside a mark; the List has them all. */
const mostListed = 200

/** The entries that stand on one place, to choose one to go to. */
export function EntryMenu({ model, trigger, entries, onClose }: EntryMenuProps) {
  const beside = useRef(trigger)
  beside.current = trigger
  const more = entries.length - mostListed
  return (
    <Popover
      isOpen
      triggerRef={beside}
      className="popover timeline-menu"
      placement="bottom"
      aria-label={`${entries.length} entries`}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <ListBox
        aria-label={`${entries.length} entries`}
        autoFocus="first"
        items={entries.slice(0, mostListed)}
        onAction={(id) => {
          const entry = entries.find((one) => one.id === id)
          onClose()
          if (entry) goToEntry(entry)
        }}
      >
        {(entry) => (
          <ListBoxItem
            id={entry.id}
            textValue={`${dateOfEntry(entry)} ${entry.label} ${natureOfEntry(entry)}`}
          >
            <EntryIcon entry={entry} isConflicting={model.conflicting.has(entry.id)} />
            <span>
              <strong>{dateOfEntry(entry)}</strong> <q>{excerpt(entry.label, 70)}</q>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {more > 0 && <p className="muted timeline-menu-more">and {more} more, in the List</p>}
    </Popover>
  )
}
