import {
  caseCheckKey,
  caseCheckSettingsOf,
  type CaseCheckSettings,
} from '../../../shared/domain/check-settings.js'
import type { Category, Severity } from '../../../shared/domain/finding.js'
import { inTurn, perform } from '../case/case-actions.js'
import type { Records } from '../case/records.js'
import { getState } from '../store.js'

const known = new WeakMap<Records['preference'], CaseCheckSettings>()

/** What the open case says of its checks. */
export function checkSettingsIn(table: Records['preference']): CaseCheckSettings {
  const settings = known.get(table) ?? caseCheckSettingsOf(table.values())
  known.set(table, settings)
  return settings
}

/** Switches a rule on or off in this case. */
export function switchRule(rule: Category, isOn: boolean): Promise<void> {
  return changeSettings(({ off, ...others }) => {
    const rest = off.filter((one) => one !== rule)
    return { ...others, off: isOn ? rest : [...rest, rule] }
  })
}

/** Findings below a severity are no longer shown in this case. */
export function setLowestSeverity(lowest: Severity): Promise<void> {
  return changeSettings((settings) => ({ ...settings, lowest }))
}

function changeSettings(change: (settings: CaseCheckSettings) => CaseCheckSettings): Promise<void> {
  return inTurn(async () => {
    const value = change(checkSettingsIn(getState().records.preference))
    await perform({ do: 'set-preference', key: caseCheckKey, value })
  })
}
