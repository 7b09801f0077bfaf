import { ListBox, ListBoxItem } from 'react-aria-components'
import type { VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { ScaleChips } from './scale-chips.js'

/** A scale that can be chosen; `kind` says whose it is. The id stays when the scale is renamed. */
export interface OfferedScale {
  id: string
  scale: VerdictScale
  kind: 'preset' | 'own' | 'of this case'
}

interface ScaleListProps {
  label: string
  scales: readonly OfferedScale[]
  /** The id of the chosen one. */
  chosen: string
  onChoose: (id: string) => void
  autoFocus?: boolean
}

/** Scales by name, each with its verdicts as they will look; the arrow keys choose. */
export function ScaleList({ label, scales, chosen, onChoose, autoFocus = false }: ScaleListProps) {
  return (
    <ListBox
      aria-label={label}
      className="scale-list"
      autoFocus={autoFocus}
      selectionMode="single"
      disallowEmptySelection
      selectionBehavior="replace"
      items={scales}
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        if (id !== undefined) onChoose(String(id))
      }}
    >
      {({ scale, kind }) => (
        <ListBoxItem textValue={`${scale.name}, ${kind}`}>
          <span className="scale-name">
            {scale.name} <span className="muted">{kind}</span>
          </span>
          <ScaleChips scale={scale} short />
        </ListBoxItem>
      )}
    </ListBox>
  )
}
