// An Electron without a program: the bench opens and closes the windows itself.
import { app } from 'electron'

app.on('window-all-closed', () => {})
