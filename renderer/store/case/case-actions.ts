import type { Outcome } from '../../../shared/domain/case.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Command } from '../../../shared/domain/command.js'
import { idleCheck } from '../../../shared/ipc/check-status.js'
import type { OpenCase, RecentCase } from '../../../shared/ipc/contract.js'
import { toAppError, type AppError } from '../../../shared/ipc/result.js'
import { neededFor } from '../../../shared/report/review-details.js'
import { ask, openDropped } from '../../bridge/bridge.js'
import { closeDialog, leaveDialog } from '../closing.js'
import { flushFields } from '../pending-fields.js'
import { noRecords, withChanges } from './records.js'
import { refreshTexts } from '../texts/shown-texts.js'
import { getState, noTexts, setState } from '../store.js'
import { closeInformation, closeOffers, tell, tellError } from '../toasts.js'
import { flushView } from '../view-state.js'

/** Hands over all that is being written, then lets the window close. */
export async function settle(): Promise<void> {
  setState({ closing: true })
  await handOver()
  await ask('app.settled')
}

/** Resolves when all that is being written, and where a person is, belongs to the case that is open now. */
export async function handOver(): Promise<void> {
  await flushFields()
  await flushView()
  await lastAct
}

/** What the act changed that could be taken back next; nothing when that is not known. */
let newest: readonly Change[] = []

/** Whether taking back the newest act takes away the record that it added. */
export function isNewest(key: string): boolean {
  return newest.some((change) => change.key === key && change.before === null)
}

/** Shows what an act changed. */
export function applyOutcome({ changes, undo, redo, title, drafts }: Outcome): void {
  if (changes.length > 0) {
    newest = changes
    closeOffers(takeBack)
  }
  setState(({ records, open, view }) => {
    const next = withChanges(records, changes)
    return {
      records: next,
      open: open && {
        ...open,
        undo,
        redo,
        ...(title !== undefined && { info: { ...open.info, title } }),
      },
      ...(drafts && { drafts }),
      view: view.claimId && !next.claim.has(view.claimId) ? { ...view, claimId: null } : view,
    }
  })
  if (changes.some(({ kind }) => kind === 'source')) refreshTexts()
}

/** Says why a case could not be opened, and offers the ways out that there are. */
export function showRefusal(refused: AppError): void {
  if (refused.kind === 'cancelled') return
  // Of several, as a second start may ask for, each is told; what can be done is about the last one.
  const { dialog, refused: before } = getState()
  if (dialog === 'refused' && before && before.message !== refused.message) tellError(before.message)
  setState({ refused, dialog: 'refused' })
}

/** Takes what is sound out of the file that was refused, into a new case. */
export async function salvage(): Promise<void> {
  try {
    const salvaged = await ask('case.salvage')
    if (!salvaged) return
    const { lost } = salvaged.report
    tell(lost.length ? `Salvaged. ${lost.length} records could not be saved.` : 'Salvaged; nothing was lost.')
    setState({ salvageReport: salvaged.report })
    leaveDialog('refused', lost.length ? 'salvaged' : undefined)
  } catch (error) {
    tellError(error)
  }
}

/** Opens a copy, among the person's own cases, of the file that was refused. */
export function openRefusedCopy(): Promise<void> {
  closeDialog()
  return opening(() => ask('case.open-copy'))
}

/** Acts go one after the other, so that each is answered before the next is asked. */
let lastAct: Promise<unknown> = Promise.resolve()

let lastTurn: Promise<unknown> = Promise.resolve()

/** Does what looks at the case before it acts once all asked for before it is done: a key pressed twice acts once. */
export function inTurn(act: () => Promise<void>): Promise<void> {
  const turn = lastTurn.then(() => lastAct).then(act)
  lastTurn = turn.catch(() => {})
  return turn
}

/** Asks for something that changes the case, after all that was asked before; null when it was refused (and said so). */
export function act<O extends Outcome>(request: () => Promise<O | null>): Promise<O | null> {
  setState(({ saving }) => ({ saving: saving + 1 }))
  const done = lastAct.then(async () => {
    try {
      const outcome = await request()
      if (outcome) applyOutcome(outcome)
      return outcome
    } catch (error) {
      tellError(error)
      return null
    } finally {
      setState(({ saving }) => ({ saving: saving - 1 }))
    }
  })
  lastAct = done
  return done
}

/** Does something to the case; resolves when it is committed, with null when it was refused (and said so). */
export function perform(command: Command): Promise<Outcome | null> {
  return act(() => ask('case.perform', command))
}

export function undo(): Promise<Outcome | null> {
  void flushFields()
  return takingBack(() => saying('Undone', getState().open?.undo, () => ask('case.undo')))
}

/** Takes the newest act back without a word: it was nothing that a person would call one. */
export function undoUnsaid(): Promise<Outcome | null> {
  return takingBack(() => ask('case.undo'))
}

async function takingBack(request: () => Promise<Outcome | null>): Promise<Outcome | null> {
  const outcome = await act(request)
  newest = []
  return outcome
}

export function redo(): Promise<Outcome | null> {
  void flushFields()
  return act(() => saying('Done again', getState().open?.redo, () => ask('case.redo')))
}

/** What a message about an act offers while no other act is newer: taking that act back. */
export const takeBack = { label: 'Undo', run: () => void undo() }

/** Says which act it was once it is done, in place of the messages before: they tell of what is no longer so. */
async function saying<O>(
  what: string,
  label: string | null | undefined,
  request: () => Promise<O>,
): Promise<O> {
  const outcome = await request()
  if (outcome && label) {
    closeInformation()
    tell(`${what}: ${label}`)
  }
  return outcome
}

/** Runs an opening of a case, telling a person when it fails; a left dialog is no failure. */
async function opening(request: () => Promise<OpenCase | null>): Promise<void> {
  try {
    await handOver()
    await request()
  } catch (error) {
    showRefusal(toAppError(error))
  }
}

export const createCase = (): Promise<void> => opening(() => ask('case.create'))
export const openCase = (): Promise<void> => opening(() => ask('case.open'))
export const openSample = (): Promise<void> => opening(() => ask('case.open-sample'))
export const openRecent = ({ id }: RecentCase): Promise<void> =>
  opening(() => ask('case.open-recent', { id }))

export async function closeCase(): Promise<void> {
  try {
    await handOver()
    const recent = await ask('case.close')
    closeInformation()
    setState({ open: null, records: noRecords, texts: noTexts, selection: null, recent, check: idleCheck })
  } catch (error) {
    tellError(error)
  }
}

/** Opens a further window, for another case. */
export async function openWindow(): Promise<void> {
  await ask('window.open').catch(tellError)
}

/** Gives the case another title; answers whether it was kept. */
export async function renameCase(title: string): Promise<boolean> {
  return (await act(() => ask('case.rename', { title }))) !== null
}

/** Goes back to a backup; the case as it is now is kept as one first. */
export function restoreBackup(id: string): Promise<void> {
  return opening(() => ask('backup.restore', { id }))
}

export async function saveCopy(): Promise<void> {
  try {
    await flushFields()
    await lastAct
    const saved = await ask('case.save-copy')
    if (saved) tell(`Saved a copy as “${saved.fileName}”.`, null, 'copy')
  } catch (error) {
    tellError(error)
  }
}

/** Puts on the clipboard which version this is, to compare with another. */
export async function copyVersion(): Promise<void> {
  const { version, open } = getState()
  const text = `Stet ${version}${open ? `, case format ${open.info.schemaVersion}` : ''}`
  await ask('clipboard.write', { text }).then(() => tell(`Copied: ${text}`), tellError)
}

/** Puts on the clipboard what a report of a fault needs. */
export async function copyDiagnostics(): Promise<void> {
  try {
    await ask('diagnostics.copy')
    tell(
      'Copied: versions, sizes and the newest lines of the log. Nothing of a text, a title or a name is in it.',
    )
  } catch (error) {
    tellError(error)
  }
}

/**
 * Saves a report as it was asked for last, or in another way, which is the last then. One that needs to be told more is asked
 * about instead.
 */
export async function saveReport(request = getState().reportRequest): Promise<void> {
  try {
    setState({ reportRequest: request })
    if (Object.keys(neededFor(request)).length > 0) return setState({ dialog: 'report' })
    await flushFields()
    await lastAct
    const saved = await ask('report.save', request)
    if (saved)
      tell(
        `Report saved as “${saved.fileName}”.`,
        { label: 'Show in folder', run: () => void ask('report.reveal') },
        'report',
      )
  } catch (error) {
    if (isCancelled(error)) tell('The report was cancelled; nothing was written.', null, 'report')
    else tellError(error)
  }
}

const isCancelled = (error: unknown): boolean => toAppError(error).kind === 'cancelled'

/** Stops the report that is being made, if one is. */
export async function cancelReport(): Promise<void> {
  await ask('report.cancel').catch(tellError)
}

export async function runChecks(): Promise<void> {
  try {
    await ask('check.run')
  } catch (error) {
    tellError(error)
  }
}

export async function cancelChecks(): Promise<void> {
  await ask('check.cancel').catch(tellError)
}

export async function dropFiles(files: File[]): Promise<void> {
  try {
    await openDropped(files)
  } catch (error) {
    tellError(error)
  }
}

export async function openLink(url: string): Promise<void> {
  await ask('link.open', { url }).catch(tellError)
}
