import type { CaseScale } from '../../../shared/domain/case-scale.js'
import { ask } from '../../bridge/bridge.js'

/** Has the native menus call the verdicts as the scale of the open case does. */
export function nameInMenus({ verdicts }: CaseScale): void {
  void ask('menu.verdicts', { labels: verdicts.map(({ label }) => label) }).catch(() => {})
}
