import { verdicts } from '../../shared/domain/verdicts.js'
import * as cases from './case-actions.js'
import * as claims from './claim-actions.js'
import { focusOn, placeNamed } from './focus.js'
import * as imports from './import-actions.js'
import { getState, setState } from './store.js'
import * as view from './view-actions.js'

/**
 * Something a person can ask for by key, menu or button. `keys` are as the keymap writes them (`Mod` is Ctrl, or Cmd on
 * macOS); a bare letter counts only while no text field has the focus.
 */
export interface AppCommand {
  id: string
  label: string
  group: 'Case' | 'Texts' | 'Claims' | 'Findings' | 'View'
  keys: readonly string[]
  enabled: () => boolean
  run: () => void
}

const always = (): boolean => true
const withCase = (): boolean => getState().open !== null
const withClaim = (): boolean => getState().view.claimId !== null
const withOpenFinding = (): boolean => {
  const { view, records } = getState()
  return view.fingerprint !== null && !records.decision.has(view.fingerprint)
}

const textSizes = { smallest: 12, normal: 18, largest: 32 }

function resizeText(change: number): void {
  const size = getState().preferences.textSize + change
  void view.setPreferences({ textSize: Math.min(textSizes.largest, Math.max(textSizes.smallest, size)) })
}

const verdictCommands: AppCommand[] = verdicts.map(({ id, label, key }) => ({
  id: `verdict-${id}`,
  label: `Verdict: ${label}`,
  group: 'Claims',
  keys: [key],
  enabled: withClaim,
  run: () => claims.toggleVerdict(id),
}))

/** Every command, in the order in which the key sheet shows them. */
export const commands: readonly AppCommand[] = [
  {
    id: 'new-case',
    label: 'New case',
    group: 'Case',
    keys: ['Mod-n'],
    enabled: always,
    run: () => void cases.createCase(),
  },
  {
    id: 'open-case',
    label: 'Open case',
    group: 'Case',
    keys: ['Mod-Shift-o'],
    enabled: always,
    run: () => void cases.openCase(),
  },
  {
    id: 'close-case',
    label: 'Close case',
    group: 'Case',
    keys: [],
    enabled: withCase,
    run: () => void cases.closeCase(),
  },
  {
    id: 'undo',
    label: 'Undo',
    group: 'Case',
    keys: ['Mod-z'],
    enabled: withCase,
    run: () => void cases.undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Case',
    keys: ['Mod-y', 'Mod-Shift-z'],
    enabled: withCase,
    run: () => void cases.redo(),
  },
  {
    id: 'save-report',
    label: 'Save report',
    group: 'Case',
    keys: ['Mod-e'],
    enabled: withCase,
    run: () => void cases.saveReport(),
  },
  {
    id: 'save-copy',
    label: 'Save a copy of the case',
    group: 'Case',
    keys: ['Mod-Shift-s'],
    enabled: withCase,
    run: () => void cases.saveCopy(),
  },
  {
    id: 'backups',
    label: 'Backups',
    group: 'Case',
    keys: [],
    enabled: withCase,
    run: () => setState({ dialog: 'backups' }),
  },
  {
    id: 'verify',
    label: 'Verify the case file',
    group: 'Case',
    keys: [],
    enabled: withCase,
    run: () => setState({ dialog: 'verify' }),
  },
  {
    id: 'preferences',
    label: 'Preferences',
    group: 'Case',
    keys: ['Mod-,'],
    enabled: always,
    run: () => setState({ dialog: 'preferences' }),
  },

  {
    id: 'open-texts',
    label: 'Open texts',
    group: 'Texts',
    keys: ['Mod-o'],
    enabled: always,
    run: () => void imports.chooseTexts(),
  },
  {
    id: 'paste-text',
    label: 'Paste text as a source',
    group: 'Texts',
    keys: ['Mod-Shift-v'],
    enabled: always,
    run: () => void imports.pasteFromClipboard(),
  },

  {
    id: 'highlight',
    label: 'Highlight the selection, or the sentence at the caret',
    group: 'Claims',
    keys: ['h'],
    enabled: withCase,
    run: () => void claims.highlight(),
  },
  ...verdictCommands,
  {
    id: 'focus-note',
    label: 'Write a note',
    group: 'Claims',
    keys: ['n'],
    enabled: withClaim,
    run: () => focusOn('note'),
  },
  {
    id: 'add-evidence',
    label: 'Add evidence',
    group: 'Claims',
    keys: ['e'],
    enabled: withClaim,
    run: () => placeNamed('evidence')?.click(),
  },
  {
    id: 'focus-correction',
    label: 'Propose other wording',
    group: 'Claims',
    keys: ['c'],
    enabled: withClaim,
    run: () => focusOn('correction'),
  },
  {
    id: 'remove-claim',
    label: 'Remove claim',
    group: 'Claims',
    keys: ['Delete'],
    enabled: withClaim,
    run: () => void claims.removeActiveClaim(),
  },

  {
    id: 'accept-finding',
    label: 'Accept: make claims of it',
    group: 'Findings',
    keys: ['a'],
    enabled: withOpenFinding,
    run: () => void claims.acceptActiveFinding(),
  },
  {
    id: 'dismiss-finding',
    label: 'Dismiss, with a reason',
    group: 'Findings',
    keys: ['d'],
    enabled: withOpenFinding,
    run: () => setState({ dialog: 'dismiss' }),
  },
  {
    id: 'run-checks',
    label: 'Check again',
    group: 'Findings',
    keys: ['F9'],
    enabled: withCase,
    run: () => void cases.runChecks(),
  },

  {
    id: 'next',
    label: 'Next claim or finding',
    group: 'View',
    keys: ['j'],
    enabled: withCase,
    run: () => claims.step(1),
  },
  {
    id: 'previous',
    label: 'Previous claim or finding',
    group: 'View',
    keys: ['k'],
    enabled: withCase,
    run: () => claims.step(-1),
  },
  {
    id: 'show-sources',
    label: 'Sources',
    group: 'View',
    keys: ['Mod-Shift-1'],
    enabled: withCase,
    run: () => view.showTab('sources'),
  },
  {
    id: 'show-findings',
    label: 'Findings',
    group: 'View',
    keys: ['Mod-Shift-2'],
    enabled: withCase,
    run: () => view.showTab('findings'),
  },
  {
    id: 'show-claims',
    label: 'Claims',
    group: 'View',
    keys: ['Mod-Shift-3'],
    enabled: withCase,
    run: () => view.showTab('claims'),
  },
  {
    id: 'search',
    label: 'Search the case',
    group: 'View',
    keys: ['Mod-Shift-f'],
    enabled: withCase,
    run: () => {
      view.showTab('search')
      requestAnimationFrame(() => placeNamed('search')?.focus())
    },
  },
  {
    id: 'next-pane',
    label: 'Next pane',
    group: 'View',
    keys: ['F6'],
    enabled: withCase,
    run: () => walkPanes(1),
  },
  {
    id: 'previous-pane',
    label: 'Previous pane',
    group: 'View',
    keys: ['Shift-F6'],
    enabled: withCase,
    run: () => walkPanes(-1),
  },
  { id: 'let-go', label: 'Back to the text', group: 'View', keys: ['Escape'], enabled: withCase, run: letGo },
  {
    id: 'text-larger',
    label: 'Larger text',
    group: 'View',
    keys: ['Mod-+', 'Mod-='],
    enabled: always,
    run: () => resizeText(1),
  },
  {
    id: 'text-smaller',
    label: 'Smaller text',
    group: 'View',
    keys: ['Mod--'],
    enabled: always,
    run: () => resizeText(-1),
  },
  {
    id: 'text-normal',
    label: 'Normal text size',
    group: 'View',
    keys: ['Mod-0'],
    enabled: always,
    run: () => void view.setPreferences({ textSize: textSizes.normal }),
  },
  {
    id: 'theme-light',
    label: 'Light',
    group: 'View',
    keys: [],
    enabled: always,
    run: () => void view.setPreferences({ theme: 'light' }),
  },
  {
    id: 'theme-dark',
    label: 'Dark',
    group: 'View',
    keys: [],
    enabled: always,
    run: () => void view.setPreferences({ theme: 'dark' }),
  },
  {
    id: 'theme-system',
    label: 'As the system',
    group: 'View',
    keys: [],
    enabled: always,
    run: () => void view.setPreferences({ theme: 'system' }),
  },
  {
    id: 'show-keys',
    label: 'Keys',
    group: 'View',
    keys: ['?'],
    enabled: always,
    run: () => setState({ dialog: 'keys' }),
  },
  {
    id: 'about',
    label: 'About Stet',
    group: 'View',
    keys: [],
    enabled: always,
    run: () => setState({ dialog: 'about' }),
  },
]

const byId = new Map(commands.map((command) => [command.id, command]))

/** Runs a command by name if it can be run now; answers whether it was. */
export function runCommand(id: string): boolean {
  const command = byId.get(id)
  if (getState().dialog || !command?.enabled()) return false
  command.run()
  return true
}

const panes = ['left', 'text', 'inspector'] as const

/** Moves the focus to the next pane, or the one before (-1). */
function walkPanes(step: 1 | -1): void {
  const current = panes.findIndex((name) => document.activeElement?.closest(`[data-pane="${name}"]`))
  const next = panes[(Math.max(current, step === 1 ? -1 : 0) + step + panes.length) % panes.length]!
  focusOn(`pane-${next}`)
}

/** Lets go of what is active, nearest first: the field, then the claim or finding. */
function letGo(): void {
  const field = document.activeElement?.closest('[data-pane="inspector"]')
  if (!field) view.showNothing()
  focusOn('pane-text')
}
