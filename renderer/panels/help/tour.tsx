import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Dialog, Heading, Popover, type PopoverProps } from 'react-aria-components'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { keepFocus } from '../../store/focus.js'
import { useStore } from '../../store/store.js'
import { setPreferences } from '../../store/view-actions.js'
import './tour.css'

interface Stop {
  /** What the stop is about: the first element of the window that this selects. */
  at: string
  title: string
  says: ReactNode
  placement: NonNullable<PopoverProps['placement']>
}

const stops: readonly Stop[] = [
  {
    at: '[data-pane="left"] [role="tabpanel"]',
    title: 'What the case holds',
    says: 'The texts under examination, what the checks found in them, and the claims that you make.',
    placement: 'right top',
  },
  {
    at: '.gutter-mark',
    title: 'What contradicts itself',
    says: (
      <>
        A mark in the margin is a finding: a date that cannot be, a sum that does not add up, two passages
        that cannot both stand. Click it, or press <CommandKey command="next" />, and read why.{' '}
        <CommandKey command="accept-finding" /> accepts it as a claim,{' '}
        <CommandKey command="dismiss-finding" /> dismisses it.
      </>
    ),
    placement: 'bottom start',
  },
  {
    at: '.text-heading',
    title: 'Make a claim',
    says: (
      <>
        Select a passage, or put the caret into a sentence, and press <CommandKey command="highlight" />. The
        text itself is evidence: it cannot be changed by accident.
      </>
    ),
    placement: 'bottom start',
  },
  {
    at: '.inspector',
    title: 'Judge it',
    says: (
      <>
        What is open is shown here. Digits set the verdict of a claim, <CommandKey command="focus-note" />{' '}
        goes to the note, <CommandKey command="add-evidence" /> adds evidence. Everything is saved as you go,
        and <CommandKey command="undo" /> takes anything back.
      </>
    ),
    placement: 'left top',
  },
  {
    at: '[data-tour="report"]',
    title: 'Hand it over',
    says: (
      <>
        The report has the must-fix list, the annotated text, and the proof behind each claim, in one file
        that an editor can sign. <CommandKey command="palette" /> finds every command,{' '}
        <CommandKey command="show-keys" /> shows the keys.
      </>
    ),
    placement: 'bottom',
  },
]

/** A short way through the window, once, when the first case with something in it is opened. It can be left at any stop. */
export function Tour() {
  const isNew = useStore(({ preferences }) => !preferences.tourSeen)
  const isShown = useStore(
    ({ texts, view, dialog }) => texts.first !== null && view.centre === 'text' && dialog === null,
  )
  const isReady = useStore(({ check }) => isShown && !check.running)
  const [started, setStarted] = useState(false)
  useEffect(() => {
    if (!isNew || !isReady || started) return
    const timer = setTimeout(() => setStarted(true), 600)
    return () => clearTimeout(timer)
  }, [isNew, isReady, started])
  if (!isNew || !started || !isShown) return null
  return <Stops onEnd={end} />
}

function end(): void {
  void setPreferences({ tourSeen: true })
  keepFocus('pane-text')
}

function Stops({ onEnd }: { onEnd: () => void }) {
  const [at, setAt] = useState(0)
  const anchor = useRef<Element | null>(null)
  const stop = stops[at]
  anchor.current = stop ? (document.querySelector(stop.at) ?? document.querySelector('.text-pane')) : null
  if (!stop) return null
  const isLast = at === stops.length - 1
  return (
    <Popover
      key={stop.at}
      isOpen
      isNonModal
      triggerRef={anchor}
      placement={stop.placement}
      offset={10}
      className="popover tour"
      onOpenChange={(isOpen) => !isOpen && onEnd()}
    >
      <Dialog>
        <Heading slot="title">{stop.title}</Heading>
        <p>{stop.says}</p>
        <footer>
          <span>
            {at + 1} of {stops.length}
          </span>
          {!isLast && <Button onPress={onEnd}>Skip</Button>}
          <Button look="primary" autoFocus onPress={() => (isLast ? onEnd() : setAt(at + 1))}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </footer>
      </Dialog>
    </Popover>
  )
}
