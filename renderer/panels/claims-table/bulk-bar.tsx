import { Tag as TagIcon, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button as PlainButton,
  ComboBox,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components'
import { notJudged } from '../../../shared/domain/case-scale.js'
import { settableStatuses, type Status } from '../../../shared/domain/verdicts.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { priorities, type Priority, type TableRow } from '../../store/claims/claims-table.js'
import {
  addTagTogether,
  assignTogether,
  removeTagTogether,
  select,
  setPriorityTogether,
  setStatusTogether,
  setVerdictTogether,
} from '../../store/claims/claims-table-session.js'
import { peopleInOrder } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { useCaseScale, verdictCommand } from '../../store/claims/verdict-scale.js'
import { ActionMenu } from './choice-menu.js'

/** What can be done to the selected claims at once; while none is selected, how many are shown. */
export function BulkBar({
  selected,
  shown,
  total,
}: {
  selected: readonly TableRow[]
  shown: number
  total: number
}) {
  if (selected.length === 0) return <Counts shown={shown} total={total} />
  const ids = selected.map(({ claim }) => claim.id as string)
  return (
    <div className="bulk-bar" role="toolbar" aria-label="The selected claims">
      <span className="bulk-count">{selected.length.toLocaleString('en')} selected</span>
      <VerdictMenu ids={ids} />
      <ActionMenu
        label="Status"
        choices={settableStatuses}
        onAction={(id) => void setStatusTogether(ids, id as Status)}
      />
      <ActionMenu
        label="Priority"
        choices={priorities}
        onAction={(id) => void setPriorityTogether(ids, id as Priority)}
      />
      <AssignMenu ids={ids} />
      <TagsButton selected={selected} ids={ids} />
      <span className="spacer" />
      <Button look="plain" onPress={() => select(new Set())}>
        <X size={14} aria-hidden /> Clear the selection <kbd>Esc</kbd>
      </Button>
    </div>
  )
}

/** Sets one verdict of the case's scale, or none. */
function VerdictMenu({ ids }: { ids: readonly string[] }) {
  const { verdicts } = useCaseScale()
  const choices = [
    ...verdicts.map(({ id, label, sign }, index) => ({
      id,
      label: `${sign}  ${label}`,
      hint: <CommandKey command={verdictCommand(index)} />,
    })),
    { id: 'none', label: notJudged },
  ]
  return (
    <ActionMenu
      label="Verdict"
      choices={choices}
      onAction={(id) => void setVerdictTogether(ids, id === 'none' ? null : id)}
    />
  )
}

const nobody = 'nobody'

/** Names who is to check the claims; not there while nobody is named in the case. */
function AssignMenu({ ids }: { ids: readonly string[] }) {
  const person = useStore((state) => state.records.person)
  if (person.size === 0) return null
  const people = peopleInOrder({ person }).map(({ id, name }) => ({ id: id as string, label: name }))
  return (
    <ActionMenu
      label="Assign"
      choices={[...people, { id: nobody, label: 'Nobody' }]}
      onAction={(id) => void assignTogether(ids, id === nobody ? null : id)}
    />
  )
}

function Counts({ shown, total }: { shown: number; total: number }) {
  const last = useCaseScale().verdicts.length - 1
  const all = total === 1 ? '1 claim' : `${total.toLocaleString('en')} claims`
  return (
    <div className="bulk-bar quiet">
      <span role="status">{shown === total ? all : `${shown.toLocaleString('en')} of ${all}`}</span>
      <span className="spacer" />
      <span className="key-hints" aria-hidden>
        <kbd>Space</kbd> selects <CommandKey command={verdictCommand(0)} />–
        <CommandKey command={verdictCommand(last)} /> set the verdict <kbd>Enter</kbd> opens the text
      </span>
    </div>
  )
}

function TagsButton({ selected, ids }: { selected: readonly TableRow[]; ids: readonly string[] }) {
  return (
    <DialogTrigger>
      <Button>
        <TagIcon size={14} aria-hidden /> Tags
      </Button>
      <Popover className="popover tags-popover" offset={4} placement="top start">
        <Dialog aria-label="Tags of the selected claims">
          <NewTag ids={ids} />
          <TagsInUse selected={selected} ids={ids} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function NewTag({ ids }: { ids: readonly string[] }) {
  const claims = useStore((state) => state.records.claim)
  const known = useMemo(() => {
    const tags = new Set([...claims.values()].flatMap(({ tags }) => tags))
    return [...tags].sort((a, b) => a.localeCompare(b))
  }, [claims])
  const [typed, setTyped] = useState('')
  const [added, setAdded] = useState(0)
  const tag = typed.trim()
  const add = (chosen = tag): void => {
    if (!chosen) return
    void addTagTogether(ids, chosen.slice(0, 100))
    setTyped('')
    setAdded(added + 1)
  }
  return (
    <div className="bulk-new-tag">
      {/* A new field for each tag: it begins empty, with its list closed. */}
      <ComboBox
        key={added}
        className="field"
        allowsCustomValue
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => key !== null && add(String(key))}
        onKeyDown={({ key, target }) => {
          // With an entry of the list under the arrows, Enter chooses that.
          if (key === 'Enter' && !(target as Element).hasAttribute('aria-activedescendant')) add()
        }}
        defaultItems={known.map((id) => ({ id }))}
      >
        <Label>Add a tag</Label>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Input autoFocus maxLength={100} placeholder="Type, or choose one in use" />
        <Popover className="popover" offset={4}>
          <ListBox<{ id: string }>>
            {({ id }) => (
              <ListBoxItem id={id} textValue={id}>
                {id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Button isDisabled={!tag} onPress={() => add()}>
        Add
      </Button>
    </div>
  )
}

/** The tags that the selected claims have, and on how many of them; each can be taken off all of them. */
function TagsInUse({ selected, ids }: { selected: readonly TableRow[]; ids: readonly string[] }) {
  const counts = new Map<string, number>()
  for (const { claim } of selected) for (const tag of claim.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  if (counts.size === 0) return null
  return (
    <TagGroup
      className="field"
      onRemove={(keys) => {
        for (const key of keys) void removeTagTogether(ids, String(key))
      }}
    >
      <Label>Take off</Label>
      <TagList className="bulk-tags">
        {[...counts].map(([tag, count]) => (
          <Tag key={tag} id={tag} textValue={tag} className="tag removable">
            {tag} <span className="muted">{count}</span>
            <PlainButton slot="remove" className="tag-remove">
              <X size={12} aria-hidden />
            </PlainButton>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  )
}
