import { app, Menu, nativeTheme, webContents, type WebContents } from 'electron'
import type { Preferences } from '../../shared/domain/preferences.js'
import type { AppData } from '../service/app-data.js'
import { buildMenu } from './menu.js'
import { onVerdictNames, verdictNames } from './verdict-names.js'

/**
 * Keeps the keys and the names of verdicts in the menus, the theme of dialogs and of new windows, and the scale of all windows,
 * those to come too, as a person prefers them.
 */
export function followPreferences(data: AppData, send: (name: string) => void): void {
  const apply = ({ keys, scale, theme }: Preferences): void => {
    nativeTheme.themeSource = theme
    Menu.setApplicationMenu(buildMenu(send, keys, verdictNames()))
    for (const contents of webContents.getAllWebContents()) contents.setZoomFactor(scale)
  }
  apply(data.preferences)
  data.onPreferences(({ now }) => apply(now))
  onVerdictNames(() => apply(data.preferences))
  const follow = (contents: WebContents): void => {
    contents.on('dom-ready', () => contents.setZoomFactor(data.preferences.scale))
  }
  webContents.getAllWebContents().forEach(follow)
  app.on('web-contents-created', (_event, contents) => follow(contents))
}
