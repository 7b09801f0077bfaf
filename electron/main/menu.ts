import { app, Menu, type MenuItemConstructorOptions as Item } from 'electron'

type Send = (name: string) => void

/** Makes an entry that asks the window for a command. */
type Entry = (label: string, command: string, accelerator?: string) => Item

const isMac = process.platform === 'darwin'
const separator: Item = { type: 'separator' }

/**
 * The native menu mirrors the window's commands by name. The window handles the keys itself (they depend on where the
 * focus is), so the accelerators here are only shown; macOS routes its keys through the menu.
 */
export function buildMenu(send: Send): Menu {
  const entry: Entry = (label, command, accelerator) => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator, registerAccelerator: isMac } : {}),
  })
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(entry) },
    { label: '&Edit', submenu: editMenu(entry) },
    { label: '&Claim', submenu: claimMenu(entry) },
    { label: '&Text', submenu: textMenu(entry) },
    { label: '&View', submenu: viewMenu(entry) },
    { label: '&Help', submenu: [entry('Keys', 'show-keys'), entry('About Stet', 'about')] },
  ])
}

function fileMenu(entry: Entry): Item[] {
  return [
    entry('New case…', 'new-case', 'CmdOrCtrl+N'),
    entry('Open case…', 'open-case', 'CmdOrCtrl+Shift+O'),
    entry('Close case', 'close-case'),
    separator,
    entry('Open texts…', 'open-texts', 'CmdOrCtrl+O'),
    entry('Paste text as a source', 'paste-text', 'CmdOrCtrl+Shift+V'),
    separator,
    entry('Save report…', 'save-report', 'CmdOrCtrl+E'),
    entry('Print the text…', 'print', 'CmdOrCtrl+P'),
    separator,
    entry('Save a copy…', 'save-copy', 'CmdOrCtrl+Shift+S'),
    entry('Backups…', 'backups'),
    entry('Verify the case file', 'verify'),
    entry('Preferences…', 'preferences', 'CmdOrCtrl+,'),
    separator,
    { role: 'quit' },
  ]
}

function editMenu(entry: Entry): Item[] {
  return [
    entry('Undo', 'undo', 'CmdOrCtrl+Z'),
    entry('Redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    entry('Copy with the citation', 'copy-with-citation', 'CmdOrCtrl+Shift+C'),
    { role: 'selectAll' },
    separator,
    entry('Find in the text…', 'find', 'CmdOrCtrl+F'),
    entry('Find next', 'find-next', 'F3'),
    entry('Find previous', 'find-previous', 'Shift+F3'),
    entry('Search the case', 'search', 'CmdOrCtrl+Shift+F'),
  ]
}

function claimMenu(entry: Entry): Item[] {
  return [
    entry('Highlight as a claim', 'highlight'),
    entry('Write a note', 'focus-note'),
    entry('Add evidence', 'add-evidence'),
    entry('Set on the selection', 'move-claim'),
    entry('Split at the caret', 'split-claim'),
    entry('Merge with the next', 'merge-claims'),
    entry('Remove claim', 'remove-claim'),
    separator,
    entry('Next', 'next'),
    entry('Previous', 'previous'),
    separator,
    entry('Check again', 'run-checks'),
  ]
}

function textMenu(entry: Entry): Item[] {
  return [
    entry('Correct the transcription', 'correct-text', 'F2'),
    entry('Finish the correction…', 'finish-correction', 'CmdOrCtrl+Enter'),
    entry('Cancel the correction', 'cancel-correction'),
    separator,
    entry('Replace the text from a file…', 'replace-source-text'),
    entry('Text versions…', 'text-versions'),
  ]
}

function viewMenu(entry: Entry): Item[] {
  return [
    entry('Text', 'show-text', 'CmdOrCtrl+1'),
    entry('Claims', 'show-claims', 'CmdOrCtrl+2'),
    entry('Triage', 'show-triage', 'CmdOrCtrl+3'),
    entry('Timeline', 'show-timeline', 'CmdOrCtrl+4'),
    separator,
    entry('List of sources', 'list-sources', 'CmdOrCtrl+Shift+1'),
    entry('List of findings', 'list-findings', 'CmdOrCtrl+Shift+2'),
    entry('List of claims', 'list-claims', 'CmdOrCtrl+Shift+3'),
    separator,
    entry('Back', 'back', 'Alt+Left'),
    entry('Forward', 'forward', 'Alt+Right'),
    entry('Next text', 'next-tab', 'CmdOrCtrl+PageDown'),
    entry('Previous text', 'previous-tab', 'CmdOrCtrl+PageUp'),
    entry('Close the tab', 'close-tab', 'CmdOrCtrl+W'),
    entry('One text or two side by side', 'two-texts', 'F8'),
    entry('Scroll both texts together, or not', 'scroll-together', 'Shift+F8'),
    entry('Paragraph or line numbers', 'numbers', 'CmdOrCtrl+Shift+L'),
    separator,
    entry('Larger text', 'text-larger', 'CmdOrCtrl+Plus'),
    entry('Smaller text', 'text-smaller', 'CmdOrCtrl+-'),
    entry('Normal text size', 'text-normal', 'CmdOrCtrl+0'),
    separator,
    entry('Light', 'theme-light'),
    entry('Dark', 'theme-dark'),
    entry('As the system', 'theme-system'),
    separator,
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ]
}
