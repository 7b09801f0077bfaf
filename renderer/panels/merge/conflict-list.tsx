import type { KeyboardEvent } from 'react'
import { GridList, GridListItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ConflictSide, MergeChoice, MergeConflict } from '../../../shared/domain/merge.js'
import { excerpt } from '../../components/excerpt.js'
import { noTypeahead } from '../../components/no-typeahead.js'
import { momentOf } from '../review/moment.js'

interface ConflictListProps {
  conflicts: readonly MergeConflict[]
  choices: Readonly<Record<string, MergeChoice>>
  onChoose: (id: string, choice: MergeChoice) => void
  /** The same choice for all that are left. */
  onChooseRest: (choice: 'mine' | 'theirs') => void
}

const keyChoices: Readonly<Record<string, MergeChoice>> = { m: 'mine', t: 'theirs', b: 'both' }

/** More than anybody chooses one by one; the rest is chosen all at once. */
const mostShown = 300

/**
 * What both copies changed differently, side by side. Arrows go from one to the next; `m`, `t` and `b` choose mine, theirs or both,
 * with Shift for all that are left.
 */
export function ConflictList({ conflicts, choices, onChoose, onChooseRest }: ConflictListProps) {
  const choose = (event: KeyboardEvent): void => {
    const choice = keyChoices[event.key.toLowerCase()]
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return
    const row = (event.target as HTMLElement).closest('[role="row"]')
    const conflict = conflicts.find(({ id }) => id === row?.getAttribute('data-key'))
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey && choice !== 'both') onChooseRest(choice)
    else if (conflict && (choice !== 'both' || conflict.canBoth)) onChoose(conflict.id, choice)
  }
  return (
    <section className="conflicts" aria-label="Conflicts" onKeyDownCapture={choose}>
      <h3>Both changed the same, differently</h3>
      <p className="hint">
        <kbd>m</kbd> mine, <kbd>t</kbd> theirs
        {conflicts.some(({ canBoth }) => canBoth) && (
          <>
            , <kbd>b</kbd> both
          </>
        )}
        ; with Shift for all that are left.
      </p>
      <GridList
        aria-label="Conflicts"
        items={conflicts.slice(0, mostShown)}
        dependencies={[choices]}
        autoFocus="first"
        escapeKeyBehavior="none"
      >
        {(conflict) => (
          <GridListItem id={conflict.id} textValue={noTypeahead} className="conflict">
            <Conflict
              conflict={conflict}
              choice={choices[conflict.id] ?? null}
              onChoose={(choice) => onChoose(conflict.id, choice)}
            />
          </GridListItem>
        )}
      </GridList>
      {conflicts.length > mostShown && (
        <p className="hint">{conflicts.length - mostShown} more, to be chosen all at once.</p>
      )}
    </section>
  )
}

interface ConflictProps {
  conflict: MergeConflict
  choice: MergeChoice | null
  onChoose: (choice: MergeChoice) => void
}

const choiceLabels: readonly { id: MergeChoice; label: string }[] = [
  { id: 'mine', label: 'Mine' },
  { id: 'theirs', label: 'Theirs' },
  { id: 'both', label: 'Both' },
]

function Conflict({ conflict, choice, onChoose }: ConflictProps) {
  const { label, field, before, mine, theirs, canBoth } = conflict
  return (
    <>
      <header>
        <strong dir="auto">{excerpt(label, 90)}</strong>
        <span className="conflict-field">{field}</span>
        <ToggleButtonGroup
          className="choice-row"
          aria-label={`Keep for ${field} of ${excerpt(label, 40)}`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={choice ? [choice] : []}
          onSelectionChange={([key]) => key && onChoose(key as MergeChoice)}
        >
          {choiceLabels
            .filter(({ id }) => id !== 'both' || canBoth)
            .map(({ id, label: name }) => (
              <ToggleButton key={id} id={id}>
                {name}
              </ToggleButton>
            ))}
        </ToggleButtonGroup>
      </header>
      {before !== null && (
        <p className="conflict-before" dir="auto">
          <span className="label">Before</span> {excerpt(before, 200)}
        </p>
      )}
      <div className="conflict-sides">
        <Side name="Mine" side={mine} isChosen={choice === 'mine' || choice === 'both'} />
        <Side name="Theirs" side={theirs} isChosen={choice === 'theirs' || choice === 'both'} />
      </div>
    </>
  )
}

function Side({ name, side, isChosen }: { name: string; side: ConflictSide; isChosen: boolean }) {
  return (
    <div className="conflict-side" data-chosen={isChosen || undefined}>
      <span className="label">
        {name}
        {isChosen && <span className="conflict-kept"> ✓ kept</span>}
      </span>
      <p dir="auto">{side.text === null ? <em>nothing</em> : excerpt(side.text, 400)}</p>
      {side.by && (
        <small>
          <bdi>{side.by.actor}</bdi>, {momentOf(side.by.at)}
        </small>
      )}
    </div>
  )
}
