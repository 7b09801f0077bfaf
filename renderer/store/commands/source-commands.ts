import { canBeReread } from '../../../shared/domain/source.js'
import * as imports from '../imports/import-actions.js'
import { isOpenable, openOriginal, saveOriginal } from '../imports/originals.js'
import { chooseRecords } from '../imports/record-imports.js'
import {
  closeTab,
  openBeside,
  closeBeside,
  shownSource,
  stepTab,
  toggleScrollTogether,
} from '../texts/shown-texts.js'
import { chooseEncoding, chooseUpdate } from '../imports/source-update.js'
import { getState, setState } from '../store.js'
import { aCase, aText, type Action, type Need } from './command.js'

const openableShown = (): boolean => isOpenable(shownSource(getState()) ?? '')
const isRereadable = (): boolean => {
  const source = getState().records.source.get(shownSource(getState())!)
  return source !== undefined && canBeReread(source.mediaType)
}
const isSplit = (): boolean => getState().view.beside !== null
const twoTexts: Need = { holds: isSplit, otherwise: 'Only one text is shown' }
const tabs: Need = { holds: () => getState().view.tabs.length > 1, otherwise: 'Only one text is open' }

export const sourceActions = {
  'open-texts': { run: () => void imports.chooseTexts() },
  'import-records': { needs: [aCase], run: () => void chooseRecords() },
  'paste-text': { run: () => void imports.pasteFromClipboard() },
  'replace-source-text': {
    needs: [aText],
    run: () => {
      const shown = shownSource(getState())
      if (shown) void chooseUpdate(shown)
    },
  },
  'reread-source-text': {
    needs: [
      aText,
      { holds: isRereadable, otherwise: 'A file of this kind says itself how its letters are kept' },
    ],
    run: () => void chooseEncoding(shownSource(getState())!),
  },
  'text-versions': { needs: [aText], run: () => setState({ dialog: 'versions' }) },
  'open-original': {
    needs: [aText, { holds: openableShown, otherwise: 'An original of this kind is only saved' }],
    run: () => void openOriginal(shownSource(getState())!),
  },
  'save-original': { needs: [aText], run: () => void saveOriginal(shownSource(getState())!) },
  'next-tab': { needs: [tabs], run: () => stepTab(1) },
  'previous-tab': { needs: [tabs], run: () => stepTab(-1) },
  'close-tab': { needs: [tabs], run: () => closeTab() },
  'two-texts': { needs: [aText], run: () => (isSplit() ? closeBeside() : openBeside()) },
  'scroll-together': { needs: [twoTexts], run: toggleScrollTogether },
} satisfies Record<string, Action>
