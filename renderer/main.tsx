// First: what is loaded after it makes schemas.
import './bridge/no-code-from-text.js'
import './bridge/trusted-markup.js'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/theme.css'
import './styles/coming-case.css'
import './styles/print.css'
import './editor/text-view.css'
import './editor/note-editor.css'
import { App } from './app.js'
import { ask } from './bridge/bridge.js'
import { drawn } from './bridge/drawn.js'
import { runCommand } from './store/commands.js'
import { handleKey } from './store/keymap.js'
import { startWindow } from './store/start-window.js'
import { tellError } from './store/toasts.js'

window.addEventListener('keydown', handleKey)
window.addEventListener('error', ({ error }) => tellError(error))
window.addEventListener('unhandledrejection', ({ reason }) => tellError(reason))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

await startWindow(runCommand).catch(tellError)
await drawn()
await ask('app.drawn')
