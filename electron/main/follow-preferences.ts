import { app, Menu, webContents } from 'electron'
import type { Preferences } from '../../shared/domain/preferences.js'
import type { AppData } from '../service/app-data.js'
import { buildMenu } from './menu.js'
import { onVerdictNames, verdictNames } from './verdict-names.js'

/** Keeps the keys and the names of verdicts in the menus and the scale of all windows, those to come too, as a person prefers them. */
export function followPreferences(data: AppData, send: (name: string) => void): void {
  const apply = ({ keys, scale }: Preferences): void => {
    Menu.setApplicationMenu(buildMenu(send, keys, verdictNames()))
    for (const contents of webContents.getAllWebContents()) contents.setZoomFactor(scale)
  }
  apply(data.preferences)
  data.onPreferences(({ now }) => apply(now))
  onVerdictNames(() => apply(data.preferences))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('dom-ready', () => contents.setZoomFactor(data.preferences.scale))
  })
}
