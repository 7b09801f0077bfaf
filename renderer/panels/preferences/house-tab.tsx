import { bannedShape, nameShape, spellingShape } from '../../../shared/domain/house-rule-lines.js'
import type { HouseRules } from '../../../shared/domain/house-rules.js'
import { getState, useStore } from '../../store/store.js'
import { setPreferences } from '../../store/view-actions.js'
import { RuleList } from './rule-list.js'

/** Changes one of the lists, as it is at that moment; answers whether it was kept. */
function changing<L extends keyof HouseRules>(list: L) {
  return (change: (entries: HouseRules[L]) => HouseRules[L]): Promise<boolean> => {
    const { house } = getState().preferences
    return setPreferences({ house: { ...house, [list]: change(house[list]) } })
  }
}

const change = { spellings: changing('spellings'), names: changing('names'), banned: changing('banned') }

/** How this person's house writes. The checks of every case report what differs. */
export function HouseTab() {
  const { spellings, names, banned } = useStore((state) => state.preferences.house)
  return (
    <>
      <p className="muted">
        What differs from these rules is reported among the findings of every case, as “House style”.
      </p>
      <RuleList title="Spellings" shape={spellingShape} entries={spellings} onChange={change.spellings} />
      <RuleList title="Names" shape={nameShape} entries={names} onChange={change.names} />
      <RuleList title="Phrases not printed" shape={bannedShape} entries={banned} onChange={change.banned} />
    </>
  )
}
