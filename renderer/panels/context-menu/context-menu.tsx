import { useEffect, useRef, useState } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import { Mishap } from '../../components/mishap.js'
import { onceFocusIsBack } from '../../store/closing.js'
import { getState } from '../../store/store.js'
import { inspectClaim, inspectFinding } from '../../store/view-actions.js'
import { entriesFor, type MenuSections } from './menu-entries.js'
import { subjectAt, type MenuSubject } from './menu-subject.js'
import './context-menu.css'

interface Opened {
  sections: MenuSections
  label: string
  /** Client coordinates in CSS pixels. */
  left: number
  top: number
}

/** The menu of what is under the pointer or, by Shift+F10 or the menu key, of what has the focus. */
export function ContextMenu() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      const subject = getState().dialog ? null : subjectAt(event.target)
      if (!subject) return
      event.preventDefault()
      activate(subject)
      const sections = entriesFor(subject).filter((section) => section.length > 0)
      if (sections.length > 0) setOpened({ ...placeOf(event), label: labels[subject.kind], sections })
    }
    window.addEventListener('contextmenu', open)
    return () => window.removeEventListener('contextmenu', open)
  }, [])
  if (!opened) return null
  const { sections, left, top } = opened
  const close = (): void => setOpened(null)
  return (
    <Mishap onMishap={close}>
      <span ref={anchor} className="menu-anchor" style={{ left, top }} />
      <Popover
        key={`${left},${top}`}
        className="popover context-menu"
        aria-label={opened.label}
        triggerRef={anchor}
        isOpen
        onOpenChange={close}
        placement="bottom start"
        offset={2}
      >
        <Menu
          aria-label={opened.label}
          autoFocus="first"
          onClose={close}
          onAction={(key) => {
            const chosen = sections.flat().find(({ id }) => id === key)
            if (chosen) onceFocusIsBack(chosen.run)
          }}
        >
          {sections.map((section, index) => (
            <MenuPart key={section[0]!.id} section={section} isFirst={index === 0} />
          ))}
        </Menu>
      </Popover>
    </Mishap>
  )
}

function MenuPart({ section, isFirst }: { section: MenuSections[number]; isFirst: boolean }) {
  return (
    <>
      {!isFirst && <Separator className="menu-line" />}
      <MenuSection aria-label={section[0]!.label}>
        {section.map(({ id, label, key, isDisabled }) => (
          <MenuItem key={id} id={id} textValue={label} isDisabled={isDisabled}>
            <span>{label}</span>
            {key && <kbd>{key}</kbd>}
          </MenuItem>
        ))}
      </MenuSection>
    </>
  )
}

const labels: Record<MenuSubject['kind'], string> = {
  claim: 'Claim',
  finding: 'Finding',
  source: 'Source',
  tab: 'Tab',
  text: 'Text',
}

/** Commands act on what is active: what the menu is about becomes that, without moving the text. */
function activate({ kind, id }: MenuSubject): void {
  if (kind === 'claim') inspectClaim(id)
  if (kind === 'finding') inspectFinding(id)
}

/** Where the menu opens: at the pointer, or at what has the focus. */
function placeOf({ clientX, clientY, target }: MouseEvent): { left: number; top: number } {
  if (clientX !== 0 || clientY !== 0 || !(target instanceof Element)) return { left: clientX, top: clientY }
  const { left, bottom } = target.getBoundingClientRect()
  return { left, top: bottom }
}
