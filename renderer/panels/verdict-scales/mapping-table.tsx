import { shownVerdict, type CaseScale, type VerdictMapping } from '../../../shared/domain/case-scale.js'
import type { Verdict, VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { VerdictChip } from '../../components/badges.js'
import { ChoiceField } from '../../components/controls.js'

interface MappingTableProps {
  from: CaseScale
  to: VerdictScale
  /** How often each verdict is in use. */
  uses: ReadonlyMap<Verdict, number>
  mapping: VerdictMapping
  onChange: (mapping: VerdictMapping) => void
}

/** What becomes of each verdict that is in use. One that is kept though the new scale has it not is shown as it was. */
export function MappingTable({ from, to, uses, mapping, onChange }: MappingTableProps) {
  const choose = (id: Verdict, next: string): void => {
    const { [id]: _before, ...others } = mapping
    onChange(next === 'keep' ? others : { ...others, [id]: next === 'none' ? null : next })
  }
  return (
    <table className="mapping">
      <caption>What becomes of the verdicts in use</caption>
      <thead>
        <tr>
          <th scope="col">Now</th>
          <th scope="col">Claims</th>
          <th scope="col">From then on</th>
        </tr>
      </thead>
      <tbody>
        {[...uses].map(([id, count]) => {
          const verdict = shownVerdict(from, id)
          return (
            <tr key={id}>
              <th scope="row">
                <VerdictChip verdict={{ ...verdict, isInScale: true }} />
              </th>
              <td>{count.toLocaleString('en')}</td>
              <td>
                <ChoiceField
                  label={`In place of ${verdict.label}`}
                  choices={choicesFor(id, to)}
                  value={valueOf(mapping[id])}
                  onChange={(next) => choose(id, next)}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const valueOf = (next: Verdict | null | undefined): string => (next === undefined ? 'keep' : (next ?? 'none'))

/** A verdict that the new scale has too need not be kept past it. */
function choicesFor(id: Verdict, { verdicts }: VerdictScale): { id: string; label: string }[] {
  const isThere = verdicts.some((verdict) => verdict.id === id)
  return [
    ...verdicts.map((verdict) => ({ id: verdict.id as string, label: `${verdict.sign}  ${verdict.label}` })),
    { id: 'none', label: 'No verdict' },
    ...(isThere ? [] : [{ id: 'keep', label: 'Keep it as it is' }]),
  ]
}
