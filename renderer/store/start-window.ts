import type { TextVersion } from '../../shared/domain/source.js'
import { idleCheck, type CheckStatus } from '../../shared/ipc/check-status.js'
import type { OpenCase } from '../../shared/ipc/contract.js'
import { ask, listen } from '../bridge/bridge.js'
import { applyOutcome, settle, showRefusal } from './case/case-actions.js'
import { showNow, takeCheckStatus, takeFindings } from './findings/checks-told.js'
import { leaveDialog } from './closing.js'
import { offerImports } from './imports/import-actions.js'
import { offerRecords } from './imports/offered-records.js'
import { recordsOf } from './case/records.js'
import { refreshTexts } from './texts/shown-texts.js'
import { getState, noTexts, setState, type State } from './store.js'
import { tell, tellError } from './toasts.js'
import { forgetPlaces } from './visited.js'

/** Starts the window: asks for its state and listens from then on. */
export async function startWindow(runCommand: (name: string) => void): Promise<void> {
  listen({
    'app.closing': () => void settle(),
    'preferences.changed': (preferences) => setState({ preferences }),
    'case.opened': (open) => showCase(open),
    'case.refused': showRefusal,
    'case.changed': applyOutcome,
    'findings.changed': takeFindings,
    'check.status': (check) => {
      if (check.failed) tellError(`The checks could not be run: ${check.failed}`)
      if (check.stopped) tell(stoppedAfter(check))
      takeCheckStatus(check)
    },
    'import.progress': (importProgress) => setState({ importProgress }),
    'import.offered': (previews) => void offerImports(previews),
    'records.offered': offerRecords,
    'merge.progress': (progress) => setState(({ merge }) => ({ merge: merge && { ...merge, progress } })),
    'menu.command': ({ name }) => runCommand(name),
    'report.progress': (progress) => setState({ reportStage: progress?.stage ?? null }),
    'error.raised': ({ message }) => tellError(message),
  })
  const { open, text, recent, preferences, accountName, version, releasesPage, refused, notices } =
    await ask('app.start')
  setState({ recent, preferences, accountName, version, releasesPage })
  if (open) showCase(open, text)
  setState({ started: true })
  refused.forEach(showRefusal)
  notices.forEach((notice) => tellError(notice))
}

/** What a person is told who stopped the checks. */
function stoppedAfter({ done, total }: CheckStatus): string {
  const texts = total === 1 ? 'text' : 'texts'
  return done < total
    ? `Stopped after ${done} of ${total} ${texts}; what was found until then is kept.`
    : `Stopped while the ${texts} were being compared; what was found until then is kept.`
}

/** What was offered was for the case before. */
function dropOffers(dialog: State['dialog']): void {
  setState({ imports: [], recordImports: [], update: null })
  if (dialog && offers.has(dialog)) leaveDialog(dialog)
}

const offers: ReadonlySet<State['dialog']> = new Set(['import', 'records', 'update', 'encoding'])

/** Shows a case that was opened; `text` is the one that it is shown with, where that is there already. */
function showCase(
  { info, name, records, drafts, view, undo, redo }: OpenCase,
  text: TextVersion | null = null,
): void {
  showNow()
  const { open: before, dialog } = getState()
  const same = before?.info.id === info.id
  // A copy of a case has its identifier too.
  const isOther = before !== null && !(same && before.name === name)
  const table = recordsOf(records)
  setState({
    open: { info, name, undo, redo },
    records: table,
    drafts,
    ...(same
      ? {}
      : {
          view,
          texts: { ...noTexts, first: text },
          side: 'first',
          selection: null,
          link: null,
          check: idleCheck,
        }),
  })
  if (isOther) dropOffers(dialog)
  if (!same) forgetPlaces()
  refreshTexts()
}
