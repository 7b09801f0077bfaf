import * as cases from '../case-actions.js'
import { setState } from '../store.js'
import { redoNearest, undoNearest } from '../undo.js'
import { aCase, type Action } from './command.js'

export const caseActions = {
  'new-window': { run: () => void cases.openWindow() },
  'new-case': { run: () => void cases.createCase() },
  'open-case': { run: () => void cases.openCase() },
  'close-case': { needs: [aCase], run: () => void cases.closeCase() },
  undo: { needs: [aCase], run: undoNearest },
  redo: { needs: [aCase], run: redoNearest },
  'save-report': { needs: [aCase], run: () => void cases.saveReport() },
  'report-options': { needs: [aCase], run: () => setState({ dialog: 'report' }) },
  'save-copy': { needs: [aCase], run: () => void cases.saveCopy() },
  backups: { needs: [aCase], run: () => setState({ dialog: 'backups' }) },
  verify: { needs: [aCase], run: () => setState({ dialog: 'verify' }) },
  preferences: { run: () => setState({ dialog: 'preferences' }) },
} satisfies Record<string, Action>
