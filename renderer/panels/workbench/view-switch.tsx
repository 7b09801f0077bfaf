import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { Hint } from '../../components/hint.js'
import { centres } from '../../store/commands/view-commands.js'
import { useStore } from '../../store/store.js'
import { showCentre } from '../../store/view-actions.js'

/** Chooses what the middle of the window shows. */
export function ViewSwitch() {
  const centre = useStore((state) => state.view.centre)
  return (
    <ToggleButtonGroup
      className="choice-row view-switch"
      aria-label="View"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[centre]}
      onSelectionChange={(keys) => {
        const [key] = keys as Set<ViewState['centre']>
        if (key) showCentre(key)
      }}
    >
      {centres.map(({ id, label }) => (
        <Hint key={id} command={`show-${id}`}>
          <ToggleButton id={id}>{label}</ToggleButton>
        </Hint>
      ))}
    </ToggleButtonGroup>
  )
}
