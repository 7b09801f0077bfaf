import { Menu, type WebContents } from 'electron'

/** Offers, in fields and on selected words, what the window's own menus do not: to cut, copy and paste. */
export function offerFieldMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    if (isEditable) {
      Menu.buildFromTemplate([
        { role: 'cut', enabled: editFlags.canCut },
        { role: 'copy', enabled: editFlags.canCopy },
        { role: 'paste', enabled: editFlags.canPaste },
        { type: 'separator' },
        { role: 'selectAll' },
      ]).popup()
    } else if (selectionText.trim()) {
      Menu.buildFromTemplate([{ role: 'copy' }]).popup()
    }
  })
}
