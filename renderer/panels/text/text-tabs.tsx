import { ArrowLeftRight, Columns2, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type WheelEvent } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { SourceId } from '../../../shared/domain/ids.js'
import { AfterPaint } from '../../components/after-paint.js'
import { IconButton, IconToggle } from '../../components/controls.js'
import {
  closeBeside,
  closeTab,
  openBeside,
  shownSource,
  showSource,
  toggleScrollTogether,
} from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import './text-tabs.css'

/** The texts that are open, each with a tab, over the one or two that are shown. */
export function TextTabs({ children }: { children: ReactNode }) {
  const tabs = useStore((state) => state.view.tabs)
  const sources = useStore((state) => state.records.source)
  const shown = useStore((state) => shownSource(state))
  if (!shown || !tabs.includes(shown)) return children
  return (
    <>
      <AfterPaint place={<div className="text-tab-row" />}>
        <Tabs
          className="text-tabs"
          selectedKey={shown}
          keyboardActivation="manual"
          onSelectionChange={(key) => void showSource(key as SourceId)}
        >
          <div className="text-tab-row" onKeyDown={closeOnDelete} onWheel={scrollTabs}>
            <TabList aria-label="Open texts" className="text-tab-list">
              {tabs.map((id) => (
                <Tab key={id} id={id} className="text-tab" data-source={id}>
                  <TabContent
                    id={id}
                    title={sources.get(id)?.title ?? ''}
                    isOnly={tabs.length === 1}
                    isShown={id === shown}
                  />
                </Tab>
              ))}
            </TabList>
            <SplitButtons />
          </div>
          {tabs.map((id) => (
            <TabPanel key={id} id={id} shouldForceMount className="text-tab-behind" />
          ))}
        </Tabs>
      </AfterPaint>
      <div className="text-tab-panel">{children}</div>
    </>
  )
}

/** By keyboard a tab is closed with Delete, or with the command; the cross is for the pointer alone. */
function closeOnDelete({ key, target }: KeyboardEvent): void {
  const tab = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-source]') : null
  if (key === 'Delete' && tab) closeTab(tab.dataset['source'])
}

/** The wheel moves the tabs sideways where there are more than fit. */
function scrollTabs({ currentTarget, deltaX, deltaY }: WheelEvent): void {
  if (deltaX === 0) currentTarget.querySelector('.text-tab-list')?.scrollBy({ left: deltaY })
}

interface TabContentProps {
  id: string
  title: string
  isOnly: boolean
  isShown: boolean
}

function TabContent({ id, title, isOnly, isShown }: TabContentProps) {
  const content = useRef<HTMLSpanElement>(null)
  // Here, and not where the row is: a tab comes into the row some time after its text is shown.
  useEffect(() => {
    const tab = isShown ? content.current?.closest('.text-tab') : null
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  return (
    <>
      <span
        ref={content}
        className="text-tab-title"
        title={title}
        onAuxClick={(event) => event.button === 1 && closeTab(id)}
      >
        {title}
      </span>
      {!isOnly && (
        <span
          className="text-tab-close"
          aria-hidden
          title="Close the tab"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            closeTab(id)
          }}
        >
          <X size={13} />
        </span>
      )}
    </>
  )
}

function SplitButtons() {
  const isSplit = useStore((state) => state.view.beside !== null)
  const isTogether = useStore((state) => state.view.scrollTogether)
  if (!isSplit) {
    return (
      <IconButton label="Show two texts side by side" command="two-texts" onPress={() => openBeside()}>
        <Columns2 size={15} aria-hidden />
      </IconButton>
    )
  }
  return (
    <>
      <IconToggle
        label="Scroll together"
        command="scroll-together"
        isSelected={isTogether}
        onChange={toggleScrollTogether}
      >
        <ArrowLeftRight size={15} aria-hidden />
      </IconToggle>
      <IconButton label="Show one text" command="two-texts" onPress={closeBeside}>
        <X size={15} aria-hidden />
      </IconButton>
    </>
  )
}
