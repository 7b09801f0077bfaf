import { isOrphan } from '../../../shared/domain/claim.js'
import { categories } from '../../../shared/domain/finding.js'
import type { CommandId } from '../../../shared/commands/command-list.js'
import { keysInForce } from '../../../shared/commands/key-bindings.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import { labelOf } from '../../../shared/domain/verdicts.js'
import { excerpt } from '../../components/excerpt.js'
import { readableKey } from '../../components/readable-key.js'
import { showBothPassagesOf } from '../../store/texts/both-passages.js'
import { switchRule } from '../../store/findings/check-actions.js'
import { commandNamed, runCommand } from '../../store/commands.js'
import { isOpenable, openOriginal, saveOriginal } from '../../store/imports/originals.js'
import { closeTab, openBeside, showSource } from '../../store/texts/shown-texts.js'
import { chooseUpdate } from '../../store/imports/source-update.js'
import { getState } from '../../store/store.js'
import { textPlace } from '../../store/texts/text-place.js'
import { copyText } from '../../store/texts/text-actions.js'
import { caseScale, verdictCommand } from '../../store/claims/verdict-scale.js'
import { showCentre, showClaim, showFinding } from '../../store/view-actions.js'
import type { MenuSubject } from './menu-subject.js'

export interface MenuEntry {
  id: string
  label: string
  key: string | null
  isDisabled: boolean
  run: () => void
}

/** Entries in sections, between which stand lines. */
export type MenuSections = readonly (readonly MenuEntry[])[]

/** What can be done with what a menu is about, which has been made the active one before. */
export function entriesFor({ kind, id }: MenuSubject): MenuSections {
  switch (kind) {
    case 'claim':
      return claimEntries(id)
    case 'finding':
      return findingEntries(id)
    case 'source':
      return sourceEntries(id as SourceId)
    case 'tab':
      return tabEntries(id)
    case 'text':
      return textEntries()
  }
}

const entry = (id: string, label: string, run: () => void, isDisabled = false): MenuEntry => ({
  id,
  label,
  key: null,
  isDisabled,
  run,
})

function asked(id: CommandId, label = commandNamed(id)!.label): MenuEntry {
  const [key] = keysInForce(getState().preferences.keys).of(id)
  return {
    id,
    label,
    key: key ? readableKey(key) : null,
    isDisabled: commandNamed(id)!.whyNot() !== null,
    run: () => runCommand(id),
  }
}

/** A claim that could not be made the active one, because another is held, is not acted on. */
function claimEntries(id: string): MenuSections {
  if (!getState().records.claim.has(id)) return []
  const show = [entry('show', 'Show in the text', () => showClaim(id))]
  if (getState().view.claimId !== id) return [show]
  return [
    show,
    caseScale().verdicts.map((_verdict, index) => asked(verdictCommand(index))),
    ...activeClaimEntries(),
  ]
}

/** What can be done with the open claim, but for its verdict. */
function activeClaimEntries(): MenuSections {
  return [
    [asked('focus-note'), asked('add-evidence'), asked('focus-correction'), asked('link-claim')],
    [asked('merge-claims'), asked('remove-claim')],
  ]
}

function findingEntries(id: string): MenuSections {
  const finding = getState().records.finding.get(id)
  if (!finding) return []
  const { category, spans } = finding
  const both = entry('both-passages', commandNamed('both-passages')!.label, () => showBothPassagesOf(finding))
  const isActive = getState().view.fingerprint === id
  const off = `Switch off “${labelOf(categories, category)}” in this case`
  return [
    [entry('show', 'Show in the text', () => showFinding(id)), ...(spans.length > 1 ? [both] : [])],
    isActive ? [asked('accept-finding'), asked('dismiss-finding')] : [],
    [entry('off', off, () => void switchRule(category, false)), asked('check-settings')],
  ]
}

function sourceEntries(id: SourceId): MenuSections {
  const show = (): Promise<void> => {
    showCentre('text')
    return showSource(id)
  }
  const beside = (): void => {
    showCentre('text')
    openBeside(id)
  }
  return [
    [
      entry('show', 'Show the text', () => void show()),
      entry('beside', 'Show beside the other text', beside),
    ],
    [
      entry('replace', commandNamed('replace-source-text')!.label, () => void chooseUpdate(id)),
      entry('versions', commandNamed('text-versions')!.label, () => {
        void show().then(() => runCommand('text-versions'))
      }),
    ],
    [
      entry('open-original', 'Open the original…', () => void openOriginal(id), !isOpenable(id)),
      entry('save-original', 'Save the original…', () => void saveOriginal(id)),
    ],
  ]
}

function tabEntries(id: string): MenuSections {
  const { tabs } = getState().view
  const closeOthers = (): void => {
    for (const other of tabs) if (other !== id) closeTab(other)
  }
  const isOnly = tabs.length < 2
  return [
    [entry('beside', 'Show beside the other text', () => openBeside(id as SourceId))],
    [
      entry('close', 'Close the tab', () => closeTab(id), isOnly),
      entry('close-others', 'Close the other tabs', closeOthers, isOnly),
    ],
  ]
}

function textEntries(): MenuSections {
  const hasSelection = (textPlace()?.view.selectedText() ?? '') !== ''
  const copy = entry('copy', 'Copy', () => void copyText(), !hasSelection)
  if (isOpenClaimSelected()) {
    return [
      ...activeClaimEntries(),
      entriesAtCaret(getState().view.claimId),
      [asked('cite-evidence'), copy, asked('copy-with-citation')],
      [asked('find'), asked('correct-text')],
    ]
  }
  return [
    [
      asked('highlight', hasSelection ? 'Highlight the selection' : 'Highlight the sentence'),
      copy,
      asked('copy-with-citation'),
    ],
    entriesAtCaret(null),
    [asked('cite-evidence'), asked('move-claim'), asked('split-claim')].filter(
      ({ isDisabled }) => !isDisabled,
    ),
    [asked('find'), asked('correct-text')],
  ]
}

/** The claims at the caret but for one that the menu is about, and the findings there. */
function entriesAtCaret(except: string | null): MenuEntry[] {
  const { records } = getState()
  const view = textPlace()?.view
  const ids = (view?.claimsAtCaret() ?? []).filter((id) => id !== except)
  const claims = ids.flatMap((id) => records.claim.get(id) ?? [])
  const findings = (view?.findingsAtCaret() ?? []).flatMap((id) => records.finding.get(id) ?? [])
  return [
    ...claims.map(({ id, selector }) =>
      entry(`claim-${id}`, `Claim: “${excerpt(selector.exact, 50)}”`, () => showClaim(id)),
    ),
    ...findings.map(({ fingerprint, message }) =>
      entry(`finding-${fingerprint}`, `Finding: ${excerpt(message, 60)}`, () => showFinding(fingerprint)),
    ),
  ]
}

/** Whether what is selected is the passage of the open claim, as it is after the claim was made of it. */
function isOpenClaimSelected(): boolean {
  const { view, records } = getState()
  const claim = records.claim.get(view.claimId ?? '')
  const place = textPlace()
  if (!claim || claim.sourceId !== place?.sourceId) return false
  const source = records.source.get(claim.sourceId)
  // The offsets of a claim on an earlier version say nothing of the text that is shown.
  if (!source || isOrphan(claim, source)) return false
  const { start, end } = place.view.selection()
  return start === claim.selector.start && end === claim.selector.end
}
