import * as cases from '../case/case-actions.js'
import * as merging from '../case/merge-actions.js'
import { setState } from '../store.js'
import { redoNearest, undoNearest } from '../undo.js'
import { aCase, noCorrection, type Action } from './command.js'

export const caseActions = {
  'new-window': { run: () => void cases.openWindow() },
  'new-case': { run: () => void cases.createCase() },
  'open-case': { run: () => void cases.openCase() },
  'close-case': { needs: [aCase], run: () => void cases.closeCase() },
  undo: { needs: [aCase], run: undoNearest },
  redo: { needs: [aCase], run: redoNearest },
  'save-report': { needs: [aCase], run: () => void cases.saveReport() },
  'report-options': { needs: [aCase], run: () => setState({ dialog: 'report' }) },
  'cancel-report': { needs: [aCase], run: () => void cases.cancelReport() },
  'save-copy': { needs: [aCase], run: () => void cases.saveCopy() },
  'merge-copy': { needs: [aCase, noCorrection], run: () => void merging.chooseCopy() },
  'share-bundle': { needs: [aCase], run: () => setState({ dialog: 'bundle' }) },
  'verify-report': { run: () => void merging.verifyReport() },
  backups: { needs: [aCase], run: () => setState({ dialog: 'backups' }) },
  verify: { needs: [aCase], run: () => setState({ dialog: 'verify' }) },
  'verdict-scale': { needs: [aCase], run: () => setState({ dialog: 'verdict-scale' }) },
  preferences: { run: () => setState({ dialog: 'preferences' }) },
} satisfies Record<string, Action>
