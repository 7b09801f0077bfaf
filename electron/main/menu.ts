import { app, Menu, type MenuItemConstructorOptions } from 'electron'

type Send = (name: string) => void

/**
 * The native menu mirrors the window's commands by name. The window handles the keys itself (they depend on where the
 * focus is), so the accelerators here are only shown; macOS routes its keys through the menu.
 */
export function buildMenu(send: Send): Menu {
  const item = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator ? { accelerator, registerAccelerator: process.platform === 'darwin' } : {}),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New case…', 'new-case', 'CmdOrCtrl+N'),
        item('Open case…', 'open-case', 'CmdOrCtrl+Shift+O'),
        item('Close case', 'close-case'),
        separator,
        item('Open texts…', 'open-texts', 'CmdOrCtrl+O'),
        item('Paste text as a source', 'paste-text', 'CmdOrCtrl+Shift+V'),
        separator,
        item('Save report…', 'save-report', 'CmdOrCtrl+E'),
        separator,
        item('Save a copy…', 'save-copy', 'CmdOrCtrl+Shift+S'),
        item('Backups…', 'backups'),
        item('Verify the case file', 'verify'),
        item('Preferences…', 'preferences', 'CmdOrCtrl+,'),
        separator,
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Claim',
      submenu: [
        item('Highlight as a claim', 'highlight'),
        item('Write a note', 'focus-note'),
        item('Add evidence', 'add-evidence'),
        item('Remove claim', 'remove-claim'),
        separator,
        item('Next', 'next'),
        item('Previous', 'previous'),
        separator,
        item('Check again', 'run-checks'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Sources', 'show-sources'),
        item('Findings', 'show-findings'),
        item('Claims', 'show-claims'),
        item('Search', 'search', 'CmdOrCtrl+Shift+F'),
        separator,
        item('Larger text', 'text-larger', 'CmdOrCtrl+Plus'),
        item('Smaller text', 'text-smaller', 'CmdOrCtrl+-'),
        item('Normal text size', 'text-normal', 'CmdOrCtrl+0'),
        separator,
        item('Light', 'theme-light'),
        item('Dark', 'theme-dark'),
        item('As the system', 'theme-system'),
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: '&Help', submenu: [item('Keys', 'show-keys'), item('About Stet', 'about')] },
  ])
}
