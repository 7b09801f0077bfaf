import { useMemo, type ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import { severitySign, type Category, type Severity } from '../../../shared/domain/finding.js'
import { useStore } from '../../store/store.js'
import { triageChoices, type TriageChoice, type TriageQueue } from '../../store/findings/triage.js'
import { setTriageFilter, useTriage } from '../../store/findings/triage-session.js'
import { ChoiceMenu, type MenuChoice } from '../claims-table/choice-menu.js'

/** How far a person has come, and which findings are gone through. */
export function TriageHead({ queue }: { queue: TriageQueue }) {
  return (
    <header className="triage-head">
      <Progress queue={queue} />
      <FindingFilters />
    </header>
  )
}

function Progress({ queue: { findings, decided, later } }: { queue: TriageQueue }) {
  return (
    <ProgressBar className="triage-progress" value={decided} maxValue={Math.max(1, findings.length)}>
      {({ percentage }) => (
        <>
          <Label>
            <b>{decided.toLocaleString('en')}</b> of {findings.length.toLocaleString('en')} decided
            {later > 0 && <span className="muted"> · {later} put off</span>}
          </Label>
          <div className="bar">
            <span style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}

/** Which findings are listed and gone through. */
export function FindingFilters() {
  const records = useStore((state) => state.records)
  const filter = useTriage((session) => session.filter)
  const choices = useMemo(() => triageChoices(records, filter), [records, filter])
  return (
    <div className="triage-filters" role="group" aria-label="Findings to go through">
      <FilterMenu
        label="Severity"
        choices={choices.severity}
        signOf={severitySigned}
        value={filter.severity}
        onChange={(severity) => setTriageFilter({ severity: severity as Severity | null })}
      />
      <FilterMenu
        label="Category"
        choices={choices.category}
        value={filter.category}
        onChange={(category) => setTriageFilter({ category: category as Category | null })}
      />
      <FilterMenu
        label="Source"
        choices={choices.source}
        value={filter.source}
        onChange={(source) => setTriageFilter({ source })}
      />
    </div>
  )
}

const severitySigned = (severity: string) => (
  <span aria-hidden className={`severity-sign severity-${severity}`}>
    {severitySign(severity as Severity)}
  </span>
)

/** One value of a field, or all of them; how many findings of each are open, and how many there are. */
function FilterMenu({
  label,
  choices,
  signOf,
  value,
  onChange,
}: {
  label: string
  choices: readonly TriageChoice<string>[]
  signOf?: (id: string) => ReactNode
  value: string | null
  onChange: (value: string | null) => void
}) {
  const counted: MenuChoice[] = choices.map(({ id, label, open, total }) => ({
    id,
    label,
    ...(signOf && { sign: signOf(id) }),
    count: open === total ? String(total) : `${open} of ${total} open`,
  }))
  return (
    <ChoiceMenu
      label={label}
      choices={counted}
      selected={value === null ? [] : [value]}
      onChange={(keys) => onChange(keys.find((key) => key !== value) ?? null)}
    />
  )
}
