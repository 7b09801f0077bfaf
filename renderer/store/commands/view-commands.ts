import { focusOn, placeNamed } from '../focus.js'
import { runChecks } from '../case-actions.js'
import { setState } from '../store.js'
import * as view from '../view-actions.js'
import { grouped, withCase } from './command.js'

/** What the middle of the window can show, in the order of its buttons. */
export const centres = [
  { id: 'text', label: 'Text' },
  { id: 'claims', label: 'Claims' },
  { id: 'triage', label: 'Triage' },
  { id: 'timeline', label: 'Timeline' },
] as const

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

function openSearch(): void {
  view.showTab('search')
  requestAnimationFrame(() => placeNamed('search')?.focus())
}

const centreCommands = centres.map(({ id, label }, index) => ({
  id: `show-${id}`,
  label: `View: ${label}`,
  keys: [`Mod-${index + 1}`],
  enabled: withCase,
  run: () => {
    view.showCentre(id)
    requestAnimationFrame(() => focusOn('pane-text'))
  },
}))

export const viewCommands = grouped('View', [
  ...centreCommands,
  {
    id: 'list-sources',
    label: 'List of sources',
    keys: ['Mod-Shift-1'],
    enabled: withCase,
    run: () => view.showTab('sources'),
  },
  {
    id: 'list-findings',
    label: 'List of findings',
    keys: ['Mod-Shift-2'],
    enabled: withCase,
    run: () => view.showTab('findings'),
  },
  {
    id: 'list-claims',
    label: 'List of claims',
    keys: ['Mod-Shift-3'],
    enabled: withCase,
    run: () => view.showTab('claims'),
  },
  { id: 'search', label: 'Search the case', keys: ['Mod-Shift-f'], enabled: withCase, run: openSearch },
  { id: 'run-checks', label: 'Check again', keys: ['F9'], enabled: withCase, run: () => void runChecks() },
  { id: 'next-pane', label: 'Next pane', keys: ['F6'], enabled: withCase, run: () => walkPanes(1) },
  {
    id: 'previous-pane',
    label: 'Previous pane',
    keys: ['Shift-F6'],
    enabled: withCase,
    run: () => walkPanes(-1),
  },
  { id: 'let-go', label: 'Back to the text', keys: ['Escape'], enabled: withCase, run: letGo },
  { id: 'theme-light', label: 'Light', keys: [], run: () => void view.setPreferences({ theme: 'light' }) },
  { id: 'theme-dark', label: 'Dark', keys: [], run: () => void view.setPreferences({ theme: 'dark' }) },
  {
    id: 'theme-system',
    label: 'As the system',
    keys: [],
    run: () => void view.setPreferences({ theme: 'system' }),
  },
  { id: 'show-keys', label: 'Keys', keys: ['?'], run: () => setState({ dialog: 'keys' }) },
  { id: 'about', label: 'About Stet', keys: [], run: () => setState({ dialog: 'about' }) },
])
