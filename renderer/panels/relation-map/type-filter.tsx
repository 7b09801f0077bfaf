import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { relationTypes, type RelationType } from '../../../shared/domain/relation.js'
import { edgeStyles } from '../../../shared/relation-map/edge-styles.js'
import { useStore } from '../../store/store.js'

interface TypeFilterProps {
  types: ReadonlySet<RelationType>
  onChange: (types: ReadonlySet<RelationType>) => void
}

/** Which relations are shown, how many of each the case has, and how each is drawn. */
export function TypeFilter({ types, onChange }: TypeFilterProps) {
  const relations = useStore(({ records }) => records.relation)
  const count = (type: RelationType): number =>
    [...relations.values()].filter((relation) => relation.type === type).length
  return (
    <div className="field type-filter">
      <span className="label">Relations</span>
      <ToggleButtonGroup
        aria-label="Relations that are shown"
        className="type-buttons"
        selectionMode="multiple"
        selectedKeys={types}
        onSelectionChange={(keys) => onChange(keys as Set<RelationType>)}
      >
        {relationTypes.map(({ id, forth, sign }) => (
          <ToggleButton key={id} id={id} className={`button plain relation-${id}`}>
            <svg width="30" height="10" aria-hidden>
              <line
                x2="30"
                y1="5"
                y2="5"
                stroke="currentcolor"
                strokeWidth={edgeStyles[id].width}
                strokeDasharray={edgeStyles[id].dashes ?? undefined}
              />
            </svg>
            <span className="type-words">
              <span aria-hidden>{sign} </span>
              {forth} ({count(id)})
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
