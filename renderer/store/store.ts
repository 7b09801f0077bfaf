import { create } from 'zustand'
import type { CaseInfo, UndoState } from '../../shared/domain/case.js'
import type { ImportPreview } from '../../shared/domain/import-preview.js'
import type { RecordsPreview } from '../../shared/domain/record-import.js'
import {
  defaultPreferences,
  initialViewState,
  type Preferences,
  type ViewState,
} from '../../shared/domain/preferences.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { CarryReport } from '../../shared/domain/text-replacement.js'
import type { FindQuery } from '../../shared/document/find.js'
import type { TextRange } from '../../shared/document/paragraphs.js'
import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { SalvageReport } from '../../shared/domain/verification.js'
import { idleCheck, type CheckStatus } from '../../shared/ipc/check-status.js'
import type { RecentCase } from '../../shared/ipc/contract.js'
import type { AppError } from '../../shared/ipc/result.js'
import type { ChosenCopy, Events, ReportStage } from '../../shared/ipc/contract.js'
import type { VerifiedReport } from '../../shared/report/seal/verified-report.js'
import { usualRequest, type ReportRequest } from '../../shared/report/forms.js'
import type { WaitingImport } from './imports/import-plans.js'
import { noRecords, type Records } from './case/records.js'

/** A line that appears for a while; `action` is one thing that can be done about it. */
export interface Toast {
  id: number
  tone: 'info' | 'error'
  message: string
  action: { label: string; run: () => void } | null
  /** What it tells of: a message takes the place of an earlier one of its kind; null for none. */
  kind: ToastKind | null
}

export type ToastKind = 'report' | 'copy' | 'original' | 'picture' | 'merge'

export type DialogName =
  | 'refused'
  | 'salvaged'
  | 'versions'
  | 'update'
  | 'encoding'
  | 'finish-correction'
  | 'leave-correction'
  | 'carried'
  | 'checks'
  | 'backups'
  | 'verify'
  | 'verdict-scale'
  | 'import'
  | 'records'
  | 'preferences'
  | 'palette'
  | 'checks'
  | 'keys'
  | 'signs'
  | 'link'
  | 'relation-map'
  | 'merge'
  | 'bundle'
  | 'verify-report'
  | 'dismiss'
  | 'report'
  | 'about'

/** A range of the shown text that a person has selected, in UTF-16 code units, and where it is on the screen. */
export interface TextSelection {
  start: number
  end: number
  /** Client coordinates in CSS pixels. */
  rect: { left: number; top: number; right: number; bottom: number }
}

/** A correction of a text: which version it began with, and what can be done in it. */
export interface Correction {
  sourceId: SourceId
  versionId: TextVersionId
  /** Whether the text is another than the one it began with. */
  changed: boolean
  canUndo: boolean
  canRedo: boolean
}

/** A search within the shown text. `at` is the passage that is shown, by its place among those found; -1 for none. */
export interface Find {
  /** The text that is searched. */
  side: Side
  query: FindQuery
  replacement: string
  passages: readonly TextRange[]
  at: number
  isComplete: boolean
  isSearching: boolean
  problem: string | null
}

/** The two places for a text: the first, and the one beside it. */
export type Side = 'first' | 'beside'

/** A passage of a source's current text: [`start`, `end`) in UTF-16 code units. */
export interface Passage {
  source: string
  start: number
  end: number
}

/** A passage to bring into view. */
export interface Jump extends Passage {
  /** Whether it is selected too, with the focus on the text: a passage that the text does not mark by itself. */
  selects?: boolean
  /** A second passage, for the text beside; the first one is then for the first text alone. */
  beside?: Passage
}

export interface State {
  started: boolean
  /** The window is about to close: nothing that is typed from here on could be kept, so it takes nothing. */
  closing: boolean
  open: (UndoState & { info: CaseInfo; name: string }) | null
  records: Records
  view: ViewState
  /** The text version on each side of the text pane; null while it is being fetched or there is none. */
  texts: Record<Side, TextVersion | null>
  /** The side that was used last: what is asked of “the text” is asked of it. */
  side: Side
  selection: TextSelection | null
  /** Where the caret is, in UTF-16 code units of a source's text. */
  caret: { sourceId: string; offset: number } | null
  /** The finding that was shown last, from which going through them goes on. */
  lastFingerprint: string | null
  /** Claims whose ends were moved, as they will be once that is committed: the next move goes on from there. */
  moving: ReadonlyMap<string, TextRange>
  /** The correction of a text that is under way. */
  correction: Correction | null
  /** The sources with a correction that was begun and not finished. */
  drafts: readonly SourceId[]
  /** What the last new text version did to the claims of its source. */
  carryReport: { sourceId: string; report: CarryReport } | null
  /** A file that waits to take the place of a source's text. */
  update: { sourceId: SourceId; preview: ImportPreview } | null
  /** The search within a text; null while it is closed. */
  find: Find | null
  /** A passage that the text pane is asked to bring into view; a new object each time. */
  jump: Jump | null
  /** A link that is being made: from a claim, to another once that is chosen. */
  link: { from: string; to: string | null } | null
  check: CheckStatus
  /** Acts that have been asked for and are not committed yet. */
  saving: number
  importProgress: { fileName: string; done: number; total: number } | null
  imports: WaitingImport[]
  /** Files of claims, citations or other cases that wait for a person; the first is shown. */
  recordImports: readonly RecordsPreview[]
  /** Another copy of the case on its way: being read, shown with what it brings, or refused. */
  merge: { progress: Events['merge.progress']; chosen: ChosenCopy | null; refused: AppError | null } | null
  /** What was found about a report that was saved before. */
  verifiedReport: VerifiedReport | null
  dialog: DialogName | null
  toasts: Toast[]
  /** What a screen reader is told: what is shown or was done, where nothing gets the focus. */
  announcement: string
  recent: RecentCase[]
  /** The case that could not be opened last, and why. */
  refused: AppError | null
  /** What the last salvage kept and lost. */
  salvageReport: SalvageReport | null
  /** What the last report was asked for with; the next is made the same way. */
  reportRequest: ReportRequest
  /** How far the report is that is being made; null while none is. */
  reportStage: ReportStage | null
  preferences: Preferences
  accountName: string
  version: string
  /** Where the publisher tells of releases; null where the program names no such page. */
  releasesPage: string | null
}

export const noTexts: State['texts'] = { first: null, beside: null }

export const useStore = create<State>()(() => ({
  started: false,
  closing: false,
  open: null,
  records: noRecords,
  view: initialViewState,
  texts: noTexts,
  side: 'first',
  selection: null,
  caret: null,
  lastFingerprint: null,
  moving: new Map(),
  correction: null,
  drafts: [],
  carryReport: null,
  update: null,
  find: null,
  jump: null,
  link: null,
  check: idleCheck,
  saving: 0,
  importProgress: null,
  imports: [],
  recordImports: [],
  merge: null,
  verifiedReport: null,
  dialog: null,
  toasts: [],
  announcement: '',
  recent: [],
  refused: null,
  salvageReport: null,
  reportRequest: usualRequest('html'),
  reportStage: null,
  preferences: defaultPreferences,
  accountName: '',
  version: '',
  releasesPage: null,
}))

export const getState = useStore.getState
export const setState = useStore.setState

/** Whether the text on a side is being corrected. */
export function isCorrected({ texts, correction }: State, side: Side): boolean {
  return correction !== null && texts[side]?.id === correction.versionId
}
