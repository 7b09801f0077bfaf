import { create } from 'zustand'
import type { CaseInfo, UndoState } from '../../shared/domain/case.js'
import type { ImportPreview } from '../../shared/domain/import-preview.js'
import {
  defaultPreferences,
  initialViewState,
  type Preferences,
  type ViewState,
} from '../../shared/domain/preferences.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { SalvageReport } from '../../shared/domain/verification.js'
import type { CheckStatus, RecentCase } from '../../shared/ipc/contract.js'
import type { AppError } from '../../shared/ipc/result.js'
import { noRecords, type Records } from './records.js'

/** A line that appears for a while; `action` is one thing that can be done about it. */
export interface Toast {
  id: number
  tone: 'info' | 'error'
  message: string
  action: { label: string; run: () => void } | null
}

export type DialogName =
  'refused' | 'salvaged' | 'backups' | 'verify' | 'import' | 'preferences' | 'keys' | 'dismiss' | 'about'

/** A range of the shown text that a person has selected, in UTF-16 code units, and where it is on the screen. */
export interface TextSelection {
  start: number
  end: number
  /** Client coordinates in CSS pixels. */
  rect: { left: number; top: number; right: number; bottom: number }
}

export interface State {
  started: boolean
  /** The window is about to close: nothing that is typed from here on could be kept, so it takes nothing. */
  closing: boolean
  open: (UndoState & { info: CaseInfo; name: string }) | null
  records: Records
  view: ViewState
  /** The text version that the text pane shows; null while it is being fetched or there is none. */
  text: TextVersion | null
  selection: TextSelection | null
  /** The finding that was shown last, from which going through them goes on. */
  lastFingerprint: string | null
  /** A passage that the text pane is asked to bring into view; a new object each time. */
  jump: { source: string; start: number; end: number } | null
  check: CheckStatus
  /** Acts that have been asked for and are not committed yet. */
  saving: number
  importProgress: { fileName: string; done: number; total: number } | null
  imports: ImportPreview[]
  dialog: DialogName | null
  toasts: Toast[]
  /** What a screen reader is told: what is shown or was done, where nothing gets the focus. */
  announcement: string
  recent: RecentCase[]
  /** The case that could not be opened last, and why. */
  refused: AppError | null
  /** What the last salvage kept and lost. */
  salvageReport: SalvageReport | null
  preferences: Preferences
  accountName: string
  version: string
}

export const idleCheck: CheckStatus = { running: false, done: 0, total: 0, failed: null }

export const useStore = create<State>()(() => ({
  started: false,
  closing: false,
  open: null,
  records: noRecords,
  view: initialViewState,
  text: null,
  selection: null,
  lastFingerprint: null,
  jump: null,
  check: idleCheck,
  saving: 0,
  importProgress: null,
  imports: [],
  dialog: null,
  toasts: [],
  announcement: '',
  recent: [],
  refused: null,
  salvageReport: null,
  preferences: defaultPreferences,
  accountName: '',
  version: '',
}))

export const getState = useStore.getState
export const setState = useStore.setState
