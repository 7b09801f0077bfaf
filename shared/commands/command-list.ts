/**
 * A command as it is called and asked for. `keys` are as `key-names.ts` has them; a bare letter counts only while no text
 * field has the focus. The keys of a `fixed` one cannot be changed. An ellipsis: it asks for something before it acts.
 */
interface Entry {
  id: string
  label: string
  keys: readonly string[]
  fixed?: true
}

/** The verdicts by their place in the scale of the case, which says what they are called. */
const verdictPlaces = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const verdictEntries = verdictPlaces.map((digit) => ({
  id: `verdict-${digit}` as const,
  label: `Verdict ${digit} of the scale`,
  keys: [digit],
}))

const claims = [
  { id: 'highlight', label: 'Highlight the selection, or the sentence at the caret', keys: ['h'] },
  ...verdictEntries,
  { id: 'focus-note', label: 'Write a note', keys: ['n'] },
  { id: 'add-evidence', label: 'Add evidence', keys: ['e'] },
  { id: 'cite-evidence', label: 'Cite the selection as evidence', keys: ['E'] },
  { id: 'focus-correction', label: 'Propose other wording', keys: ['c'] },
  { id: 'move-claim', label: 'Set the claim on the selection', keys: ['m'] },
  { id: 'split-claim', label: 'Split the claim at the caret', keys: ['s'] },
  { id: 'merge-claims', label: 'Merge the claim with the next in the text', keys: ['M'] },
  { id: 'link-claim', label: 'Link: begin at this claim, or end here', keys: ['l'] },
  { id: 'find-link', label: 'Link the claim to another…', keys: ['L'] },
  { id: 'relation-map', label: 'What contradicts what…', keys: ['Mod-Shift-m'] },
  { id: 'hold-claim', label: 'Hold the claim open, or let it go', keys: ['p'] },
  { id: 'agree-claim', label: 'Agree with the verdict', keys: ['y'] },
  { id: 'differ-claim', label: 'Differ from the verdict…', keys: ['Y'] },
  { id: 'sign-claim', label: 'Sign the claim', keys: ['S'] },
  { id: 'remove-claim', label: 'Remove claim', keys: ['Delete'] },
] as const satisfies readonly Entry[]

const findings = [
  { id: 'accept-finding', label: 'Accept: make claims of it', keys: ['a'] },
  { id: 'accept-same', label: 'Accept: the passages say the same', keys: ['='] },
  { id: 'accept-contradicts', label: 'Accept: the passages contradict each other', keys: ['x'] },
  { id: 'put-off-finding', label: 'Put the finding off for later', keys: ['z'] },
  { id: 'dismiss-finding', label: 'Dismiss, with a reason…', keys: ['d'] },
  { id: 'next', label: 'Next claim or finding', keys: ['j'] },
  { id: 'previous', label: 'Previous claim or finding', keys: ['k'] },
  { id: 'both-passages', label: 'Open both passages side by side', keys: ['b'] },
  { id: 'run-checks', label: 'Check again', keys: ['F9'] },
  { id: 'check-settings', label: 'Checks of this case…', keys: [] },
] as const satisfies readonly Entry[]

const text = [
  { id: 'find', label: 'Find in the text…', keys: ['Mod-f'] },
  { id: 'find-next', label: 'Next place found', keys: ['F3', 'Mod-g'] },
  { id: 'find-previous', label: 'Previous place found', keys: ['Shift-F3', 'Mod-Shift-g'] },
  { id: 'close-find', label: 'Close the search', keys: [] },
  { id: 'correct-text', label: 'Correct the transcription', keys: ['F2'] },
  { id: 'finish-correction', label: 'Finish the correction…', keys: ['Mod-Enter'] },
  { id: 'cancel-correction', label: 'Cancel the correction', keys: [] },
  { id: 'copy-with-citation', label: 'Copy with the citation', keys: ['Mod-Shift-c'] },
  { id: 'print', label: 'Print the text…', keys: ['Mod-p'] },
  { id: 'back', label: 'Back', keys: ['Alt-ArrowLeft'] },
  { id: 'forward', label: 'Forward', keys: ['Alt-ArrowRight'] },
  { id: 'next-uncovered', label: 'Next passage that no claim covers', keys: ['u'] },
  { id: 'previous-uncovered', label: 'Previous passage that no claim covers', keys: ['U'] },
  { id: 'show-coverage', label: 'Show what no claim covers, or not', keys: ['F7'] },
  { id: 'text-larger', label: 'Larger text', keys: ['Mod-+', 'Mod-='] },
  { id: 'text-smaller', label: 'Smaller text', keys: ['Mod--'] },
  { id: 'text-normal', label: 'Normal text size', keys: ['Mod-0'] },
  { id: 'numbers', label: 'Paragraph or line numbers', keys: ['Mod-Shift-l'] },
] as const satisfies readonly Entry[]

const view = [
  { id: 'palette', label: 'Go to, or run a command…', keys: ['Mod-Shift-p', 'Mod-k'] },
  { id: 'show-text', label: 'View: Text', keys: ['Mod-1'] },
  { id: 'show-claims', label: 'View: Claims', keys: ['Mod-2'] },
  { id: 'show-triage', label: 'View: Triage', keys: ['Mod-3'] },
  { id: 'show-timeline', label: 'View: Timeline', keys: ['Mod-4'] },
  { id: 'show-review', label: 'View: Review', keys: ['Mod-5'] },
  { id: 'show-report', label: 'View: Report', keys: ['Mod-6'] },
  { id: 'list-sources', label: 'List of sources', keys: ['Mod-Shift-1'] },
  { id: 'list-findings', label: 'List of findings', keys: ['Mod-Shift-2'] },
  { id: 'list-claims', label: 'List of claims', keys: ['Mod-Shift-3'] },
  { id: 'search', label: 'Search the case', keys: ['Mod-Shift-f'] },
  { id: 'next-pane', label: 'Next pane', keys: ['F6'], fixed: true },
  { id: 'previous-pane', label: 'Previous pane', keys: ['Shift-F6'], fixed: true },
  { id: 'let-go', label: 'Back to the text', keys: ['Escape'], fixed: true },
  { id: 'theme-light', label: 'Theme: light', keys: [] },
  { id: 'theme-dark', label: 'Theme: dark', keys: [] },
  { id: 'theme-system', label: 'Theme: as the system', keys: [] },
  { id: 'show-keys', label: 'Keys…', keys: ['?'] },
  { id: 'show-signs', label: 'What the signs mean…', keys: [] },
  { id: 'newer-version', label: 'Look for a newer version…', keys: [] },
  { id: 'copy-diagnostics', label: 'Copy diagnostics', keys: [] },
  { id: 'about', label: 'About Stet', keys: [] },
] as const satisfies readonly Entry[]

const caseEntries = [
  { id: 'new-window', label: 'New window', keys: ['Mod-Shift-n'] },
  { id: 'new-case', label: 'New case…', keys: ['Mod-n'] },
  { id: 'open-case', label: 'Open case…', keys: ['Mod-Shift-o'] },
  { id: 'close-case', label: 'Close case', keys: [] },
  { id: 'undo', label: 'Undo', keys: ['Mod-z'] },
  { id: 'redo', label: 'Redo', keys: ['Mod-y', 'Mod-Shift-z'] },
  { id: 'save-report', label: 'Save report…', keys: ['Mod-e'] },
  { id: 'report-options', label: 'Report in another form…', keys: ['Mod-Shift-e'] },
  { id: 'cancel-report', label: 'Cancel the report that is being made', keys: [] },
  { id: 'save-copy', label: 'Save a copy…', keys: ['Mod-Shift-s'] },
  { id: 'merge-copy', label: 'Merge another copy…', keys: [] },
  { id: 'share-bundle', label: 'Share a bundle…', keys: [] },
  { id: 'verify-report', label: 'Verify a report…', keys: [] },
  { id: 'backups', label: 'Backups…', keys: [] },
  { id: 'verify', label: 'Verify the case file', keys: [] },
  { id: 'verdict-scale', label: 'Verdicts of this case…', keys: [] },
  { id: 'preferences', label: 'Preferences…', keys: ['Mod-,'] },
] as const satisfies readonly Entry[]

const sources = [
  { id: 'open-texts', label: 'Open texts…', keys: ['Mod-o'] },
  { id: 'import-records', label: 'Import claims or citations…', keys: [] },
  { id: 'paste-text', label: 'Paste text as a source', keys: ['Mod-Shift-v'] },
  { id: 'replace-source-text', label: 'Replace the text from a file…', keys: [] },
  { id: 'reread-source-text', label: 'Read with another encoding…', keys: [] },
  { id: 'text-versions', label: 'Text versions…', keys: [] },
  { id: 'open-original', label: 'Open the original…', keys: [] },
  { id: 'save-original', label: 'Save the original…', keys: [] },
  { id: 'next-tab', label: 'Next text', keys: ['Mod-PageDown', 'Mod-Tab', 'Ctrl-Tab'] },
  { id: 'previous-tab', label: 'Previous text', keys: ['Mod-PageUp', 'Mod-Shift-Tab', 'Ctrl-Shift-Tab'] },
  { id: 'close-tab', label: 'Close the tab', keys: ['Mod-w'] },
  { id: 'two-texts', label: 'One text or two side by side', keys: ['F8', 'Mod-\\'] },
  { id: 'scroll-together', label: 'Scroll both texts together, or not', keys: ['Shift-F8'] },
] as const satisfies readonly Entry[]

const lists = {
  Claims: claims,
  Findings: findings,
  Text: text,
  View: view,
  Case: caseEntries,
  Sources: sources,
}

export type CommandGroup = keyof typeof lists
export type CommandId = (typeof lists)[CommandGroup][number]['id']

export interface CommandEntry extends Entry {
  id: CommandId
  group: CommandGroup
}

export const commandGroups = Object.keys(lists) as CommandGroup[]

/** Everything that a person can ask for by key, menu, palette or button, in the order in which the key sheet shows it. */
export const commandList: readonly CommandEntry[] = commandGroups.flatMap((group) =>
  lists[group].map((entry) => ({ ...entry, group })),
)

const byId = new Map(commandList.map((entry) => [entry.id, entry]))

export function commandEntry(id: CommandId): CommandEntry {
  return byId.get(id)!
}
