import { Columns3, Rows3, Search, X } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { Button as PlainButton, Input, SearchField } from 'react-aria-components'
import { claimTypes } from '../../../shared/domain/claim.js'
import { parseSearchQuery } from '../../../shared/domain/search-query.js'
import { notJudged } from '../../../shared/domain/case-scale.js'
import { statuses } from '../../../shared/domain/verdicts.js'
import { Button } from '../../components/controls.js'
import {
  groupings,
  priorities,
  tableColumns,
  valueCounts,
  type ColumnId,
  type Grouping,
  type TableFilter,
  type TableRow,
} from '../../store/claims/claims-table.js'
import { clearFilter, setFilter, useTableSession } from '../../store/claims/claims-table-session.js'
import { sourcesInOrder } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { useCaseScale, verdictsAmong } from '../../store/claims/verdict-scale.js'
import { ChoiceMenu, type MenuChoice } from './choice-menu.js'
import { setLayout, useTableLayout } from './table-layout.js'

const hangsOn = [
  { id: 'note', label: 'Has a note' },
  { id: 'no-note', label: 'Has no note' },
  { id: 'evidence', label: 'Has evidence' },
  { id: 'no-evidence', label: 'Has no evidence' },
  { id: 'orphan', label: 'Not in the text' },
]

type Chip = Exclude<keyof TableFilter, 'query'>

const none: readonly TableRow[] = []

/** What of the claims is shown, and how: a query, a chip for each field, groups and columns. */
export function FilterRow({ rows }: { rows: readonly TableRow[] }) {
  const filter = useTableSession((session) => session.filter)
  // They are counted over all claims, which the table need not wait for.
  const chips = useChips(useDeferredValue(rows, none))
  const scale = useCaseScale()
  const { ignored } = parseSearchQuery(filter.query, scale)
  return (
    <div className="table-tools" role="group" aria-label="Filter">
      <QueryField query={filter.query} isUnderstood={ignored.length === 0} />
      {chips.map(({ field, label, choices }) => (
        <ChoiceMenu
          key={field}
          label={label}
          choices={choices}
          selected={filter[field]}
          onChange={(selected) => setFilter({ [field]: selected })}
        />
      ))}
      {isAsking(filter) && (
        <Button look="plain" onPress={clearFilter}>
          <X size={14} aria-hidden /> Clear
        </Button>
      )}
      <span className="spacer" />
      <LayoutMenus />
      {ignored.length > 0 && (
        <p className="query-ignored" role="status">
          Not understood and left out: {ignored.join(' ')}
        </p>
      )}
    </div>
  )
}

const isAsking = (filter: TableFilter): boolean =>
  Object.values(filter).some((asked: string | readonly string[]) => asked.length > 0)

function QueryField({ query, isUnderstood }: { query: string; isUnderstood: boolean }) {
  return (
    <SearchField
      aria-label="Search the claims"
      className="query-field"
      value={query}
      onChange={(value) => setFilter({ query: value })}
    >
      <Search size={14} aria-hidden />
      <Input
        maxLength={1000}
        placeholder="Words, verdict:… tag:…"
        aria-invalid={!isUnderstood}
        title="Words, “words in a row”, begin*, verdict: type: status: tag: source: assignee: has:note has:evidence since:2026-01-31"
      />
      {query && (
        <PlainButton className="button icon plain" aria-label="Clear the search">
          <X size={13} aria-hidden />
        </PlainButton>
      )}
    </SearchField>
  )
}

/** A chip for each field, with how many claims there are of each value; values that no claim has are left out. */
function useChips(rows: readonly TableRow[]): { field: Chip; label: string; choices: MenuChoice[] }[] {
  const sources = useStore((state) => state.records.source)
  const scale = useCaseScale()
  return useMemo(() => {
    const counts = valueCounts(rows)
    const claims = rows.map(({ claim }) => claim)
    const tags = [...counts.tag.keys()].sort((a, b) => a.localeCompare(b))
    const scales: [Chip, string, readonly MenuChoice[]][] = [
      ['verdict', 'Verdict', [...verdictsAmong(scale, claims), { id: 'none', label: notJudged }]],
      ['status', 'Status', statuses],
      ['type', 'Type', claimTypes],
      ['source', 'Source', sourcesInOrder(sources).map(({ id, title }) => ({ id, label: title }))],
      ['tag', 'Tag', tags.map((tag) => ({ id: tag, label: tag }))],
      ['priority', 'Priority', priorities],
      ['has', 'Has', hangsOn],
    ]
    return scales.flatMap(([field, label, scale]) => {
      const choices = scale.flatMap(({ id, label }) => {
        const count = counts[field].get(id)
        return count ? [{ id, label, count }] : []
      })
      return choices.length ? [{ field, label, choices }] : []
    })
  }, [rows, sources, scale])
}

function LayoutMenus() {
  const { columns, grouping } = useTableLayout()
  return (
    <>
      <ChoiceMenu
        label="Groups"
        single
        choices={groupings}
        selected={[grouping]}
        onChange={([next]) => next && setLayout({ grouping: next as Grouping })}
      >
        <Rows3 size={14} aria-hidden />
        <span className="layout-label">
          {grouping === 'none' ? 'Group' : groupings.find(({ id }) => id === grouping)?.label}
        </span>
      </ChoiceMenu>
      <ChoiceMenu
        label="Columns"
        choices={tableColumns.filter(({ id }) => id !== 'quote')}
        selected={columns.filter((id) => id !== 'quote')}
        onChange={(shown) => setLayout({ columns: ['quote', ...(shown as ColumnId[])] })}
      >
        <Columns3 size={14} aria-hidden />
        <span className="layout-label">Columns</span>
      </ChoiceMenu>
    </>
  )
}
