import { cancelCorrection, finishCorrection, startCorrection } from '../correction.js'
import { closeFind, openFind, stepFound } from '../find.js'
import { copyWithCitation, printText } from '../text-actions.js'
import { couldGoBack, couldGoForward, goBack, goForward } from '../shown-texts.js'
import { getState } from '../store.js'
import { setPreferences } from '../view-actions.js'
import { grouped, whileCorrecting, withText } from './command.js'

const sizes = { smallest: 12, normal: 18, largest: 32 }

function resizeText(change: number): void {
  const size = getState().preferences.textSize + change
  void setPreferences({ textSize: Math.min(sizes.largest, Math.max(sizes.smallest, size)) })
}

const numbers = ['none', 'paragraphs', 'lines'] as const

function nextNumbers(): void {
  const at = numbers.indexOf(getState().preferences.numbers)
  void setPreferences({ numbers: numbers[(at + 1) % numbers.length] ?? 'none' })
}

export const textCommands = grouped('Text', [
  { id: 'find', label: 'Find in the text', keys: ['Mod-f'], enabled: withText, run: openFind },
  {
    id: 'find-next',
    label: 'Next place found',
    keys: ['F3', 'Mod-g'],
    enabled: withText,
    run: () => stepFound(1),
  },
  {
    id: 'find-previous',
    label: 'Previous place found',
    keys: ['Shift-F3', 'Mod-Shift-g'],
    enabled: withText,
    run: () => stepFound(-1),
  },
  {
    id: 'close-find',
    label: 'Close the search',
    keys: [],
    enabled: () => getState().find !== null,
    run: closeFind,
  },
  {
    id: 'correct-text',
    label: 'Correct the transcription',
    keys: ['F2'],
    enabled: () => withText() && !whileCorrecting(),
    run: () => void startCorrection(),
  },
  {
    id: 'finish-correction',
    label: 'Finish the correction',
    keys: ['Mod-Enter'],
    enabled: whileCorrecting,
    run: finishCorrection,
  },
  {
    id: 'cancel-correction',
    label: 'Cancel the correction',
    keys: [],
    enabled: whileCorrecting,
    run: cancelCorrection,
  },
  {
    id: 'copy-with-citation',
    label: 'Copy with the citation',
    keys: ['Mod-Shift-c'],
    enabled: withText,
    run: () => void copyWithCitation(),
  },
  { id: 'print', label: 'Print the text', keys: ['Mod-p'], enabled: withText, run: () => void printText() },
  { id: 'back', label: 'Back', keys: ['Alt-ArrowLeft'], enabled: couldGoBack, run: goBack },
  { id: 'forward', label: 'Forward', keys: ['Alt-ArrowRight'], enabled: couldGoForward, run: goForward },
  { id: 'text-larger', label: 'Larger text', keys: ['Mod-+', 'Mod-='], run: () => resizeText(1) },
  { id: 'text-smaller', label: 'Smaller text', keys: ['Mod--'], run: () => resizeText(-1) },
  {
    id: 'text-normal',
    label: 'Normal text size',
    keys: ['Mod-0'],
    run: () => void setPreferences({ textSize: sizes.normal }),
  },
  { id: 'numbers', label: 'Paragraph or line numbers', keys: ['Mod-Shift-l'], run: nextNumbers },
])
