import * as cases from '../case-actions.js'
import { setState } from '../store.js'
import { redoNearest, undoNearest } from '../undo.js'
import { grouped, withCase } from './command.js'

export const caseCommands = grouped('Case', [
  { id: 'new-case', label: 'New case', keys: ['Mod-n'], run: () => void cases.createCase() },
  { id: 'open-case', label: 'Open case', keys: ['Mod-Shift-o'], run: () => void cases.openCase() },
  { id: 'close-case', label: 'Close case', keys: [], enabled: withCase, run: () => void cases.closeCase() },
  { id: 'undo', label: 'Undo', keys: ['Mod-z'], enabled: withCase, run: undoNearest },
  { id: 'redo', label: 'Redo', keys: ['Mod-y', 'Mod-Shift-z'], enabled: withCase, run: redoNearest },
  {
    id: 'save-report',
    label: 'Save report',
    keys: ['Mod-e'],
    enabled: withCase,
    run: () => void cases.saveReport(),
  },
  {
    id: 'save-copy',
    label: 'Save a copy of the case',
    keys: ['Mod-Shift-s'],
    enabled: withCase,
    run: () => void cases.saveCopy(),
  },
  {
    id: 'backups',
    label: 'Backups',
    keys: [],
    enabled: withCase,
    run: () => setState({ dialog: 'backups' }),
  },
  {
    id: 'verify',
    label: 'Verify the case file',
    keys: [],
    enabled: withCase,
    run: () => setState({ dialog: 'verify' }),
  },
  {
    id: 'preferences',
    label: 'Preferences',
    keys: ['Mod-,'],
    run: () => setState({ dialog: 'preferences' }),
  },
])
