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
import { grouped, withText } from './command.js'

const isSplit = (): boolean => getState().view.beside !== null
const withTabs = (): boolean => getState().view.tabs.length > 1

export const sourceCommands = grouped('Sources', [
  { id: 'open-texts', label: 'Open texts', keys: ['Mod-o'], run: () => void imports.chooseTexts() },
  {
    id: 'paste-text',
    label: 'Paste text as a source',
    keys: ['Mod-Shift-v'],
    run: () => void imports.pasteFromClipboard(),
  },
  {
    id: 'replace-source-text',
    label: 'Replace the text from a file',
    keys: [],
    enabled: withText,
    run: () => {
      const shown = shownSource(getState())
      if (shown) void chooseUpdate(shown)
    },
  },
  {
    id: 'text-versions',
    label: 'Text versions',
    keys: [],
    enabled: withText,
    run: () => setState({ dialog: 'versions' }),
  },
  {
    id: 'next-tab',
    label: 'Next text',
    keys: ['Mod-PageDown', 'Mod-Tab', 'Ctrl-Tab'],
    enabled: withTabs,
    run: () => stepTab(1),
  },
  {
    id: 'previous-tab',
    label: 'Previous text',
    keys: ['Mod-PageUp', 'Mod-Shift-Tab', 'Ctrl-Shift-Tab'],
    enabled: withTabs,
    run: () => stepTab(-1),
  },
  { id: 'close-tab', label: 'Close the tab', keys: ['Mod-w'], enabled: withTabs, run: () => closeTab() },
  {
    id: 'two-texts',
    label: 'One text or two side by side',
    keys: ['F8', 'Mod-\\'],
    enabled: withText,
    run: () => (isSplit() ? closeBeside() : openBeside()),
  },
  {
    id: 'scroll-together',
    label: 'Scroll both texts together, or not',
    keys: ['Shift-F8'],
    enabled: isSplit,
    run: toggleScrollTogether,
  },
])
