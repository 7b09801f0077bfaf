import { useEffect, useRef, useState } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { Button } from '../components/controls.js'
import { useStore } from '../store/store.js'
import { setPreferences } from '../store/view-actions.js'
import './tour.css'

interface Stop {
  /** What the stop is about: the first element of the window that this selects. */
  at: string
  title: string
  says: string
  placement: 'right' | 'left' | 'bottom'
}

const stops: readonly Stop[] = [
  {
    at: '[data-pane="left"] [role="tablist"]',
    title: 'What the case holds',
    says: 'The texts under examination, what the checks found in them, and the claims that you make. The number beside each tab counts them.',
    placement: 'right',
  },
  {
    at: '.gutter-mark',
    title: 'What contradicts itself',
    says: 'A mark in the margin is a finding: a date that cannot be, a sum that does not add up, two passages that cannot both stand. Click it, or press j, and read why. a accepts it as a claim, d dismisses it.',
    placement: 'right',
  },
  {
    at: '.text-document',
    title: 'Make a claim',
    says: 'Select a passage, or put the caret into a sentence, and press h. The text itself is evidence: it cannot be changed by accident.',
    placement: 'bottom',
  },
  {
    at: '.inspector',
    title: 'Judge it',
    says: 'What is open is shown here. Digits set the verdict of a claim, n goes to the note, e adds evidence. Everything is saved as you go, and Ctrl+Z takes anything back.',
    placement: 'left',
  },
  {
    at: '[data-tour="report"]',
    title: 'Hand it over',
    says: 'The report has the must-fix list, the annotated text, and the proof behind each claim, in one file that an editor can sign. Ctrl+Shift+P finds every command, ? shows the keys.',
    placement: 'bottom',
  },
]

/** A short way through the window, once, when the first case with something in it is opened. It can be left at any stop. */
export function Tour() {
  const isNew = useStore(({ preferences }) => !preferences.tourSeen)
  const isReady = useStore(({ texts, check, dialog }) => texts.first !== null && !check.running && !dialog)
  const isCovered = useStore(({ dialog }) => dialog !== null)
  const [started, setStarted] = useState(false)
  useEffect(() => {
    if (!isNew || !isReady || started) return
    const timer = setTimeout(() => setStarted(true), 600)
    return () => clearTimeout(timer)
  }, [isNew, isReady, started])
  if (!isNew || !started || isCovered) return null
  return <Stops onEnd={() => void setPreferences({ tourSeen: true })} />
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
