import * as imports from '../import-actions.js'
import {
  closeTab,
  openBeside,
  closeBeside,
  shownSource,
  stepTab,
  toggleScrollTogether,
} from '../shown-texts.js'
import { chooseUpdate } from '../source-update.js'
import { getState, setState } from '../store.js'
import { aText, type Action, type Need } from './command.js'

const isSplit = (): boolean => getState().view.beside !== null
const twoTexts: Need = { holds: isSplit, otherwise: 'Only one text is shown' }
const tabs: Need = { holds: () => getState().view.tabs.length > 1, otherwise: 'Only one text is open' }

export const sourceActions = {
  'open-texts': { run: () => void imports.chooseTexts() },
  'paste-text': { run: () => void imports.pasteFromClipboard() },
  'replace-source-text': {
    needs: [aText],
    run: () => {
      const shown = shownSource(getState())
      if (shown) void chooseUpdate(shown)
    },
  },
  'text-versions': { needs: [aText], run: () => setState({ dialog: 'versions' }) },
  'next-tab': { needs: [tabs], run: () => stepTab(1) },
  'previous-tab': { needs: [tabs], run: () => stepTab(-1) },
  'close-tab': { needs: [tabs], run: () => closeTab() },
  'two-texts': { needs: [aText], run: () => (isSplit() ? closeBeside() : openBeside()) },
  'scroll-together': { needs: [twoTexts], run: toggleScrollTogether },
} satisfies Record<string, Action>
