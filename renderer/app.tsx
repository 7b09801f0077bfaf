import { useEffect, useSyncExternalStore } from 'react'
import { Mishap } from './components/mishap.js'
import { ContextMenu } from './panels/context-menu/context-menu.js'
import { Dialogs } from './panels/dialogs.js'
import { DropTarget } from './panels/drop-target.js'
import { NotShown } from './panels/not-shown.js'
import { StartScreen } from './panels/start-screen.js'
import { Toasts } from './panels/toasts.js'
import { Workbench } from './panels/workbench/workbench.js'
import { plainLine } from '../shared/domain/plain-line.js'
import type { Preferences } from '../shared/domain/preferences.js'
import { closeDialog } from './store/closing.js'
import { giveFocusBack } from './store/focus.js'
import { useStore, type State } from './store/store.js'
import { nameInMenus } from './store/claims/verdict-menu.js'
import { useCaseScale } from './store/claims/verdict-scale.js'

const notShown = (again: () => void) => <NotShown onAgain={again} />

/** With the messages, which otherwise stand in what could not be drawn: they tell why. */
const notShownWithMessages = (again: () => void) => (
  <>
    <NotShown onAgain={again} />
    <Toasts />
  </>
)

/** The window: the start screen, or the open case. */
export function App() {
  const started = useStore((state) => state.started)
  const open = useStore((state) => state.open !== null)
  const dialog = useStore((state) => state.dialog)
  const windowTitle = useStore((state) => titleOf(state.open))
  const theme = useTheme()
  const preferences = useStore((state) => state.preferences)

  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['theme'] = theme
    dataset['colourBy'] = preferences.colourBy
    for (const [name, value] of Object.entries(textStyle(preferences))) style.setProperty(name, value)
  }, [theme, preferences])

  useEffect(() => void (document.title = windowTitle), [windowTitle])
  useEffect(giveFocusBack, [])

  const scale = useCaseScale()
  useEffect(() => nameInMenus(scale), [scale])

  if (!started) return null
  return (
    <Mishap instead={notShown}>
      <DropTarget>
        <Mishap instead={notShownWithMessages}>{open ? <Workbench /> : <Start />}</Mishap>
        <Mishap key={dialog} onMishap={closeDialog}>
          <Dialogs />
        </Mishap>
        <ContextMenu />
        <Mishap>
          <Announcements />
        </Mishap>
      </DropTarget>
    </Mishap>
  )
}

/** The start screen, and the messages, which have no status bar to stand in. */
function Start() {
  return (
    <>
      <StartScreen />
      <Toasts />
    </>
  )
}

/** What the window is called among others: a copy of a case has its title too. */
function titleOf(open: State['open']): string {
  return open ? `${plainLine(open.info.title)} · ${plainLine(open.name)} – Stet` : 'Stet'
}

const fonts = { serif: 'var(--font-serif)', sans: 'var(--font-interface)', mono: 'var(--font-code)' } as const

/** What the text view reads of the preferences. */
function textStyle({ textSize, measure, leading, textFont }: Preferences): Record<string, string> {
  return {
    '--text-size': `${textSize}px`,
    '--text-measure': `${measure}ch`,
    '--text-leading': String(leading),
    '--font-text': fonts[textFont],
  }
}

function Announcements() {
  const announcement = useStore((state) => state.announcement)
  return (
    <p className="visually-hidden" role="status">
      {announcement}
    </p>
  )
}

/** The theme in force: what is preferred, or what the system has. */
function useTheme(): 'light' | 'dark' {
  const preferred = useStore((state) => state.preferences.theme)
  const dark = useMediaQuery('(prefers-color-scheme: dark)')
  if (preferred !== 'system') return preferred
  return dark ? 'dark' : 'light'
}

function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
