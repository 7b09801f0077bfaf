import { z } from 'zod'
import type { DateReading } from '../checks/date-readings.js'
import type { VersionCheckables } from '../coverage/checkables.js'
import type { Backup, CaseDifference } from '../domain/backup.js'
import type { CheckStatus } from './check-status.js'
import type { CaseInfo, CaseRecords, FindingsDelta, LogEntry, Outcome, UndoState } from '../domain/case.js'
import { claimPageRequestSchema, type ClaimCount, type ClaimPage } from '../domain/claim-list.js'
import { commandSchema } from '../domain/command.js'
import { claimIdSchema, sourceIdSchema, textVersionIdSchema, type SourceId } from '../domain/ids.js'
import { changesReadings, type ImportPreview, type UpdatePreview } from '../domain/import-preview.js'
import {
  recordsChoiceSchema,
  tableReadingSchema,
  textsChoiceSchema,
  type PlacesPreview,
  type RecordsImported,
  type RecordsPreview,
} from '../domain/record-import.js'
import {
  preferencesSchema,
  viewStateSchema,
  type Preferences,
  type ViewState,
} from '../domain/preferences.js'
import type { Confirmation } from '../domain/finding.js'
import type { PackedDates } from '../timeline/text-dates.js'
import type { StaleSignOff } from '../domain/review.js'
import type { SearchPage } from '../domain/search.js'
import { mostVerdicts } from '../domain/verdict-scale.js'
import type { TextVersion } from '../domain/source.js'
import { textDraftSchema, type TextDraft } from '../domain/text-draft.js'
import { textCorrectionSchema, type TextReplaced, type VersionInfo } from '../domain/text-replacement.js'
import { reportRequestSchema } from '../report/forms.js'
import { mergeChoicesSchema, type MergePreview, type MergeProgress } from '../domain/merge.js'
import { bundleChoiceSchema, type BundleReport } from '../domain/bundle.js'
import type { VerifiedReport } from '../report/seal/verified-report.js'
import type { AppError } from './result.js'
import type { CaseProblem, SalvageReport, Verification } from '../domain/verification.js'

/** A call from the window: the schema that its argument must pass on arrival, and the type of its answer. */
interface Call<Schema extends z.ZodType, Answer> {
  readonly argument: Schema
  /** Only for the type checker; never there at run time. */
  readonly answer?: Answer
}

const call =
  <Answer>() =>
  <Schema extends z.ZodType>(argument: Schema): Call<Schema, Answer> => ({ argument })
const nothing = z.undefined()

/** The open case as the window shows it. `name` is the file's name without its folder. */
export interface OpenCase extends UndoState {
  info: CaseInfo
  name: string
  records: CaseRecords
  /** The sources with a correction that was begun and not finished. */
  drafts: SourceId[]
  view: ViewState
}

/** A case opened before; `id` stands for its path, which stays in the main process. */
export interface RecentCase {
  id: string
  title: string
  /** The file and its folder by their own names, for telling two cases of one title apart. */
  fileName: string
  folder: string
  openedAt: string
}

export interface StartState {
  open: OpenCase | null
  /** The text that the case is shown with (see `firstSource`); null where there is none, or it cannot be read. */
  text: TextVersion | null
  recent: RecentCase[]
  preferences: Preferences
  /** The author's name that is used while the preferences leave it empty. */
  accountName: string
  version: string
  /** Where the publisher tells of releases, an https address; null where the program names no such page. */
  releasesPage: string | null
  /** Cases that could not be opened before the page was there to be told. */
  refused: AppError[]
  /** What happened before the page was there, such as that the one before it stopped. */
  notices: string[]
}

export interface ImportOutcome extends Outcome {
  /** The sources that were added, in order. */
  added: SourceId[]
}

export interface SavedCopy {
  fileName: string
  /** Damage of single records that the case itself has; empty as a rule. */
  problems: CaseProblem[]
}

/** Another copy of the case that a person chose, and what it would bring. */
export interface ChosenCopy {
  fileName: string
  preview: MergePreview
}

export interface SavedBundle extends BundleReport {
  fileName: string
}

export interface SalvagedCase {
  open: OpenCase
  report: SalvageReport
}

/** What is being done for a report. */
export type ReportStage = 'reading' | 'building' | 'printing' | 'writing'

export interface SavedReport {
  fileName: string
}

/** The longest text that can be pasted, in UTF-16 code units. */
export const longestPaste = 5_000_000

/** A text of a file that was read (see `ImportPreview`) for a source; the part by index, null for the whole file. */
const updateChoiceSchema = z.strictObject({
  id: z.string().max(64),
  sourceId: sourceIdSchema,
  part: z.int().nonnegative().nullable(),
})

/** Every call from the window. Who asks gets a `Result`; a dialog that was left answers null. */
export const calls = {
  'app.start': call<StartState>()(nothing),
  /** The page has drawn what it began with; work that can wait begins now. */
  'app.drawn': call<void>()(nothing),
  'preferences.set': call<Preferences>()(preferencesSchema),
  /** The window's answer to `app.closing`: all that was being written has been handed over. */
  'app.settled': call<void>()(nothing),
  'view.save': call<void>()(viewStateSchema),
  'clipboard.write': call<void>()(z.strictObject({ text: z.string().max(longestPaste) })),
  /** Puts versions, sizes and the log on the clipboard, with nothing of what is in a case. */
  'diagnostics.copy': call<void>()(nothing),
  'link.open': call<boolean>()(z.strictObject({ url: z.string().max(4000) })),

  /** What the verdicts of the open case are called, for the menus. */
  'menu.verdicts': call<void>()(z.strictObject({ labels: z.array(z.string().max(60)).max(mostVerdicts) })),

  /** A further window, for another case. */
  'window.open': call<void>()(nothing),

  'case.create': call<OpenCase | null>()(nothing),
  'case.open': call<OpenCase | null>()(nothing),
  'case.open-recent': call<OpenCase>()(z.strictObject({ id: z.string().max(64) })),
  'case.open-sample': call<OpenCase>()(nothing),
  'case.close': call<RecentCase[]>()(nothing),
  'case.rename': call<Outcome>()(z.strictObject({ title: z.string().trim().min(1).max(200) })),
  'case.perform': call<Outcome>()(commandSchema),
  'case.undo': call<Outcome | null>()(nothing),
  'case.redo': call<Outcome | null>()(nothing),
  'case.history': call<LogEntry[]>()(z.strictObject({ key: z.string().max(64) })),

  /** The stale sign-offs over one claim, or over anything in the case (null), with what changed since. */
  'review.stale': call<StaleSignOff[]>()(z.strictObject({ claimId: claimIdSchema.nullable() })),

  /** Pages of at most 1,000; a query is never refused, see `parseSearchQuery`. */
  'case.search': call<SearchPage>()(
    z.strictObject({
      query: z.string().max(1000),
      limit: z.int().min(0).max(1000),
      offset: z.int().nonnegative(),
    }),
  ),
  'claim.counts': call<ClaimCount[]>()(nothing),
  'claim.page': call<ClaimPage>()(claimPageRequestSchema),
  /** Asks for a place and saves a verified copy there; null when the person says no. */
  'case.save-copy': call<SavedCopy | null>()(nothing),
  /** What is sound in the file that was refused last, as a new case at a place that is asked for. */
  'case.salvage': call<SalvagedCase | null>()(nothing),
  /** A copy, among the person's cases, of the file that was refused last, such as one on a medium that only reads. */
  'case.open-copy': call<OpenCase>()(nothing),
  'backup.list': call<Backup[]>()(nothing),
  'backup.make': call<void>()(nothing),
  /** What restoring a backup would change. */
  'backup.compare': call<CaseDifference>()(z.strictObject({ id: z.string().max(64) })),
  /** The case as it is now is kept as a backup first. Undo does not go back past it. */
  'backup.restore': call<OpenCase>()(z.strictObject({ id: z.string().max(64) })),
  /** Checks the whole file: about 0.1 s a megabyte. */
  'case.verify': call<Verification>()(nothing),

  /** Asks for another copy of the case; null when the person says no. Stopped by `merge.cancel`, it is refused as 'cancelled'. */
  'merge.choose': call<ChosenCopy | null>()(nothing),
  /** Merges the copy that was chosen last, while its log ends with `head`, as one act. */
  'merge.commit': call<Outcome>()(mergeChoicesSchema.extend({ head: z.string().length(64) })),
  'merge.cancel': call<void>()(nothing),
  /** Asks for a place and saves a part of the case there, as a case of its own; null when the person says no. */
  'bundle.save': call<SavedBundle | null>()(bundleChoiceSchema),

  'source.text': call<TextVersion>()(z.strictObject({ id: sourceIdSchema })),
  /** The newest first. */
  'source.versions': call<VersionInfo[]>()(z.strictObject({ id: sourceIdSchema })),
  'source.version': call<TextVersion>()(z.strictObject({ id: textVersionIdSchema })),
  /** Asks for a place and writes the untouched file of a source there; null when the person says no. */
  'source.save-original': call<SavedReport | null>()(z.strictObject({ id: sourceIdSchema })),
  /** Asks, and has the system's program open a copy of it; false when the person says no. */
  'source.open-original': call<boolean>()(z.strictObject({ id: sourceIdSchema })),
  /** Makes a new text version and carries the claims over, as one act. */
  'source.correct': call<TextReplaced>()(textCorrectionSchema),
  /** Asks for the file whose text is to take the place of a source's; null when the person says no. */
  'source.choose-update': call<ImportPreview | null>()(nothing),
  /** Reads the kept original of a source again in another encoding; nothing is stored until `source.update`. */
  'source.reread': call<ImportPreview>()(
    z.strictObject({ id: sourceIdSchema, encoding: z.string().max(40) }),
  ),
  'source.compare-update': call<UpdatePreview>()(updateChoiceSchema),
  'source.update': call<TextReplaced>()(
    updateChoiceSchema.extend({ reason: textCorrectionSchema.shape.reason }),
  ),
  /** Keeps what was typed since the last part of a correction that is under way. */
  'draft.save': call<void>()(
    textDraftSchema.omit({ parts: true }).extend({ number: textDraftSchema.shape.parts }),
  ),
  'draft.load': call<TextDraft | null>()(z.strictObject({ id: sourceIdSchema })),
  /** The one that was begun on a text version, be it set aside. */
  'draft.of-version': call<TextDraft | null>()(z.strictObject({ id: textVersionIdSchema })),
  /** The one that was begun on a text version, be it set aside or its source removed. */
  'draft.discard': call<void>()(z.strictObject({ id: textVersionIdSchema })),

  'import.choose': call<ImportPreview[]>()(nothing),
  /** The text on the system's clipboard, as a file would be. */
  'import.clipboard': call<ImportPreview[]>()(nothing),
  'import.paste': call<ImportPreview[]>()(z.strictObject({ text: z.string().max(longestPaste) })),
  'import.reread': call<ImportPreview>()(
    z.union([
      z.strictObject({ id: z.string().max(64), encoding: z.string().max(40) }),
      z.strictObject({ id: z.string().max(64), changes: z.enum(changesReadings) }),
    ]),
  ),
  /** Stores the chosen parts of each file; `parts` null stores the whole file as one source. Opens a case if none is. */
  'import.commit': call<ImportOutcome>()(
    z
      .array(
        z.strictObject({
          id: z.string().max(64),
          parts: z.array(z.int().nonnegative()).max(10_000).nullable(),
          /** Takes the comments of the file over, each as a claim with a note. */
          comments: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(1000),
  ),
  /** Puts files away that were read for a decision. */
  'import.discard': call<void>()(z.array(z.string().max(64)).max(10_000)),

  /** Asks for files of claims, citations or other cases, which `records.offered` tells of. */
  'records.choose': call<void>()(nothing),
  /** Reads a table again, as a person says that it is to be read. */
  'records.reread': call<RecordsPreview>()(
    z.strictObject({ id: z.string().max(64), reading: tableReadingSchema }),
  ),
  /** Where the claims of a file would stand. Stopped by `records.cancel`, it is refused as 'cancelled'. */
  'records.places': call<PlacesPreview>()(textsChoiceSchema),
  /** Puts what was chosen of a file into the case, as one act. */
  'records.commit': call<RecordsImported>()(recordsChoiceSchema),
  /** Opens the case file that waits to be imported from, instead. */
  'records.open-case': call<OpenCase>()(z.strictObject({ id: z.string().max(64) })),
  /** Makes a case of the report that waits, and opens it; answers what was made, for a person. */
  'records.report-as-case': call<{ message: string }>()(z.strictObject({ id: z.string().max(64) })),
  /** Reads the page of a report as a text. */
  'records.report-as-text': call<ImportPreview[]>()(z.strictObject({ id: z.string().max(64) })),
  'records.cancel': call<void>()(nothing),
  'records.discard': call<void>()(nothing),

  /** How the dates of a source were read. */
  'source.dates': call<DateReading[]>()(z.strictObject({ id: sourceIdSchema })),
  /** What can be checked in the current text of a source, packed. */
  'source.checkables': call<VersionCheckables>()(z.strictObject({ id: sourceIdSchema })),
  /** The dates that can be read in every text. */
  'timeline.dates': call<PackedDates[]>()(nothing),
  /** Asks for a place and saves a drawing there; null when the person says no. */
  'picture.save': call<SavedReport | null>()(
    z.strictObject({ name: z.enum(['Timeline', 'Relations']), svg: z.string().max(50_000_000) }),
  ),
  /** What the checks looked into and found in order. */
  'check.confirmations': call<Confirmation[]>()(nothing),
  'check.run': call<void>()(nothing),
  'check.cancel': call<void>()(nothing),

  /** Asks for a place and saves the case there in one of the report's forms; null when the person says no. */
  'report.save': call<SavedReport | null>()(reportRequestSchema),
  /** The page that shows how a report will look; it runs no script and loads nothing. */
  'report.preview': call<string>()(reportRequestSchema),
  /** Stops the report that is being made. */
  'report.cancel': call<void>()(nothing),
  'report.reveal': call<void>()(nothing),
  /** Asks for a report that was saved before; null when the person says no. */
  'report.verify': call<VerifiedReport | null>()(nothing),
} as const

/** What the bridge asks for on its own, with paths that the window's page never sees. */
export const droppedFilesSchema = z.array(z.string().min(1).max(32_768)).min(1).max(1000)

/** What the main process tells the window unasked. */
export interface Events {
  /** The window is about to close or to show another case: hand over what is being written, then call `app.settled`. */
  'app.closing': null
  /** Preferences that were changed in another window. */
  'preferences.changed': Preferences
  'case.opened': OpenCase
  /** A case that was to be opened without the window asking for it could not be. */
  'case.refused': AppError
  'case.changed': Outcome
  'findings.changed': FindingsDelta
  'check.status': CheckStatus
  'import.progress': { fileName: string; done: number; total: number } | null
  'import.offered': ImportPreview[]
  'records.offered': RecordsPreview[]
  /** What the reading of another copy is at; null when it has ended. */
  'merge.progress': MergeProgress | null
  'menu.command': { name: string }
  /** How far the report is that is being made; null when none is. */
  'report.progress': { stage: ReportStage } | null
  'error.raised': { message: string }
}

export const eventNames = [
  'app.closing',
  'preferences.changed',
  'case.opened',
  'case.refused',
  'case.changed',
  'findings.changed',
  'check.status',
  'import.progress',
  'import.offered',
  'records.offered',
  'merge.progress',
  'menu.command',
  'report.progress',
  'error.raised',
] as const satisfies readonly (keyof Events)[]

export type CallName = keyof typeof calls
export type ArgumentOf<N extends CallName> = z.input<(typeof calls)[N]['argument']>
export type AnswerOf<N extends CallName> =
  (typeof calls)[N] extends Call<z.ZodType, infer Answer> ? Answer : never
