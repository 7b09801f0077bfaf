import { ChevronDown, Download } from 'lucide-react'
import { useMemo } from 'react'
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { entryKinds, type EntryKind } from '../../../shared/timeline/entry.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { IconButton } from '../../components/controls.js'
import { DiffersIcon } from './entry-sign.js'
import { setFilter, setTimeline, timelineParts, useTimeline, type TimelinePart } from './timeline-state.js'
import { useCaseScale, verdictsAmong } from '../../store/claims/verdict-scale.js'

interface FilterBarProps {
  model: TimelineModel
  onExport: () => void
}

/** Which part of the timeline is shown, and what of the case in it. */
export function FilterBar({ model, onExport }: FilterBarProps) {
  const part = useTimeline((state) => state.part)
  const onlyConflicts = useTimeline((state) => state.filter.onlyConflicts)
  return (
    <div className="timeline-bar">
      <ToggleButtonGroup
        className="choice-row"
        aria-label="Part of the timeline"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={([key]) => key && setTimeline({ part: key as TimelinePart })}
      >
        {timelineParts.map(({ id, label }) => (
          <ToggleButton key={id} id={id}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KindChoice model={model} />
      <SourceMenu model={model} />
      <VerdictMenu entries={model.entries} />
      <ToggleButton
        className="button timeline-toggle"
        isSelected={onlyConflicts}
        onChange={(isSelected) => setFilter({ onlyConflicts: isSelected })}
      >
        {part === 'order' ? <span aria-hidden>⇅</span> : <DiffersIcon />}
        {part === 'order' ? 'Only reversals' : 'Only conflicts'}
      </ToggleButton>
      <span className="timeline-export">
        <IconButton
          label="Save as SVG"
          look="normal"
          isDisabled={model.entries.length === 0}
          onPress={onExport}
        >
          <Download size={15} aria-hidden />
        </IconButton>
      </span>
    </div>
  )
}

function KindChoice({ model }: { model: TimelineModel }) {
  const hidden = useTimeline((state) => state.filter.hiddenKinds)
  const counts = useMemo(() => {
    const ids = { claim: new Set<string>(), finding: new Set<string>(), date: new Set<string>() }
    for (const { kind, record, id } of model.entries) ids[kind].add(record ?? id)
    return { claim: ids.claim.size, finding: ids.finding.size, date: ids.date.size }
  }, [model])
  const shown = entryKinds.map(({ id }) => id).filter((id) => !hidden.has(id))
  return (
    <ToggleButtonGroup
      className="choice-row"
      aria-label="What is shown"
      selectionMode="multiple"
      selectedKeys={shown}
      onSelectionChange={(keys) =>
        setFilter({
          hiddenKinds: new Set(entryKinds.map(({ id }) => id).filter((id: EntryKind) => !keys.has(id))),
        })
      }
    >
      {entryKinds.map(({ id, label }) => (
        <ToggleButton key={id} id={id}>
          {label} <span className="count">{counts[id].toLocaleString('en')}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function SourceMenu({ model }: { model: TimelineModel }) {
  const hidden = useTimeline((state) => state.filter.hiddenSources)
  const used = useMemo(() => {
    const ids = new Set(model.entries.map(({ source }) => source))
    return model.sources.filter(({ id }) => ids.has(id))
  }, [model])
  return (
    <ManyOf
      label="Sources"
      choices={used.map(({ id, title }) => ({ id, label: title }))}
      hidden={hidden}
      onHide={(hiddenSources) => setFilter({ hiddenSources })}
    />
  )
}

/** Stands for claims that nobody has judged, where an id must be a string. */
const notJudged = 'none'

function VerdictMenu({ entries }: Pick<TimelineModel, 'entries'>) {
  const scale = useCaseScale()
  const judged = entries.map(({ verdict }) => ({ verdict: verdict?.id ?? null }))
  const hidden = useTimeline((state) => state.filter.hiddenVerdicts)
  const choices = [
    { id: notJudged, label: '·  Not judged' },
    ...verdictsAmong(scale, judged).map(({ id, sign, label }) => ({ id, label: `${sign}  ${label}` })),
  ]
  const toVerdict = (id: string): Verdict | null => (id === notJudged ? null : id)
  return (
    <ManyOf
      label="Verdicts"
      choices={choices}
      hidden={new Set([...hidden].map((verdict) => verdict ?? notJudged))}
      onHide={(ids) => setFilter({ hiddenVerdicts: new Set([...ids].map(toVerdict)) })}
    />
  )
}

interface ManyOfProps {
  label: string
  choices: readonly { id: string; label: string }[]
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}

/** Any of a longer list, behind a button that tells how many are left out. */
function ManyOf({ label, choices, hidden, onHide }: ManyOfProps) {
  const left = choices.filter(({ id }) => !hidden.has(id))
  const isPartial = left.length < choices.length
  return (
    <MenuTrigger>
      <AriaButton className={isPartial ? 'button timeline-toggle is-partial' : 'button timeline-toggle'}>
        {label}
        {isPartial && ` ${left.length} of ${choices.length}`}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" offset={4}>
        <Menu
          aria-label={`${label} shown`}
          selectionMode="multiple"
          shouldCloseOnSelect={false}
          selectedKeys={left.map(({ id }) => id)}
          onSelectionChange={(keys) =>
            onHide(new Set(choices.map(({ id }) => id).filter((id) => keys !== 'all' && !keys.has(id))))
          }
        >
          {choices.map(({ id, label: name }) => (
            <MenuItem key={id} id={id} textValue={name}>
              {({ isSelected }) => (
                <>
                  <span className="timeline-tick" aria-hidden>
                    {isSelected ? '✓' : ''}
                  </span>
                  {name}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
