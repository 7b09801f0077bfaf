import { cancelCorrection, finishCorrection, startCorrection } from '../texts/correction.js'
import { closeFind, openFind, stepFound } from '../texts/find.js'
import { copyWithCitation, printText } from '../texts/text-actions.js'
import { couldGoBack, couldGoForward, goBack, goForward } from '../texts/shown-texts.js'
import { getState } from '../store.js'
import { setPreferences } from '../view-actions.js'
import { aCorrection, aText, noCorrection, type Action, type Need } from './command.js'

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

const aFind: Need = { holds: () => getState().find !== null, otherwise: 'No search is open' }
const anEarlierPlace: Need = { holds: couldGoBack, otherwise: 'Nowhere to go back to' }
const aLaterPlace: Need = { holds: couldGoForward, otherwise: 'Nowhere to go forward to' }

export const textActions = {
  find: { needs: [aText], run: openFind },
  'find-next': { needs: [aText], run: () => stepFound(1) },
  'find-previous': { needs: [aText], run: () => stepFound(-1) },
  'close-find': { needs: [aFind], run: closeFind },
  'correct-text': { needs: [aText, noCorrection], run: () => void startCorrection() },
  'finish-correction': { needs: [aCorrection], run: finishCorrection },
  'cancel-correction': { needs: [aCorrection], run: cancelCorrection },
  'copy-with-citation': { needs: [aText], run: () => void copyWithCitation() },
  print: { needs: [aText], run: () => void printText() },
  back: { needs: [anEarlierPlace], run: goBack },
  forward: { needs: [aLaterPlace], run: goForward },
  'text-larger': { run: () => resizeText(1) },
  'text-smaller': { run: () => resizeText(-1) },
  'text-normal': { run: () => void setPreferences({ textSize: sizes.normal }) },
  numbers: { run: nextNumbers },
} satisfies Record<string, Action>
