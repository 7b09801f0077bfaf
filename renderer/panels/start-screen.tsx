import { BookOpenCheck, ClipboardPaste, FileText, FolderOpen, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { CommandId } from '../../shared/commands/command-list.js'
import { CommandKey } from '../components/command-key.js'
import { Mark } from '../components/mark.js'
import { readableKey } from '../components/readable-key.js'
import { createCase, openCase, openRecent, openSample } from '../store/case/case-actions.js'
import { chooseTexts, pasteFromClipboard } from '../store/imports/import-actions.js'
import { useStore } from '../store/store.js'
import './start-screen.css'

/** What is shown while no case is open: ways to begin, and the cases worked on before. */
export function StartScreen() {
  const recent = useStore((state) => state.recent)
  return (
    <main className="start" aria-label="Start">
      <div className="start-page">
        <header>
          <Mark size={52} />
          <div>
            <h1>Stet</h1>
            <p>Read closely. Mark what can be checked. Let stand what is right.</p>
          </div>
        </header>
        <div className="start-ways">
          <Way icon={<BookOpenCheck />} title="Try the sample case" onPress={() => void openSample()} main>
            Three short texts about one event, with slips to find.
          </Way>
          <Way
            icon={<FileText />}
            title="Open texts…"
            command="open-texts"
            onPress={() => void chooseTexts()}
          >
            Texts, web pages, Word, PDF and more. Dropping files here does the same.
          </Way>
          <Way
            icon={<ClipboardPaste />}
            title="Paste text"
            keys={readableKey('Mod-v')}
            onPress={() => void pasteFromClipboard()}
          >
            What is on the clipboard becomes a source.
          </Way>
          <Way icon={<Plus />} title="New case…" command="new-case" onPress={() => void createCase()}>
            An empty case file in a place of your choice.
          </Way>
          <Way icon={<FolderOpen />} title="Open case…" command="open-case" onPress={() => void openCase()}>
            A .stet file that you or a colleague made.
          </Way>
        </div>
        {recent.length > 0 && (
          <section aria-labelledby="recent">
            <h2 id="recent">Recent cases</h2>
            <ul className="recent">
              {recent.slice(0, 6).map((one) => (
                <li key={one.id}>
                  <AriaButton onPress={() => void openRecent(one)}>
                    <span>{one.title}</span>
                    <small>
                      {one.folder}/{one.fileName} · {dayOf(one.openedAt)}
                    </small>
                  </AriaButton>
                </li>
              ))}
            </ul>
          </section>
        )}
        <footer>Everything stays on this computer. Stet uses no network and no account.</footer>
      </div>
    </main>
  )
}

interface WayProps {
  icon: ReactNode
  title: string
  /** What does the same by key. */
  command?: CommandId
  keys?: string
  main?: boolean
  onPress: () => void
  children: ReactNode
}

function Way({ icon, title, command, keys, main = false, onPress, children }: WayProps) {
  return (
    <AriaButton className={main ? 'way main' : 'way'} onPress={onPress}>
      {icon}
      <span>
        <b>
          {title} {command && <CommandKey command={command} />}
          {keys && <kbd>{keys}</kbd>}
        </b>
        <small>{children}</small>
      </span>
    </AriaButton>
  )
}

const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('en-GB', { dateStyle: 'medium' })
