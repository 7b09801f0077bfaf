// The control of the tests: an Electron without any of the guards. What does not get out or run here proves nothing there.
import { app, BrowserWindow } from 'electron'

app.on('window-all-closed', () => {})
app.whenReady().then(
  () => new BrowserWindow().loadURL('data:text/html,<title>bare</title><p>bare</p>'),
  () => app.exit(1),
)
