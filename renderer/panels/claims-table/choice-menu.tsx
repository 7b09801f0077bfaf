import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from '../../components/controls.js'
import './choice-menu.css'

export interface MenuChoice {
  id: string
  label: string
  /** What stands for it elsewhere, before its label. */
  sign?: ReactNode
  /** How many claims there are of it. */
  count?: number | string
}

interface ChoiceMenuProps {
  label: string
  choices: readonly MenuChoice[]
  selected: readonly string[]
  onChange: (selected: string[]) => void
  /** One of them has to be chosen, and only one. */
  single?: boolean
  /** What the button says instead of its label and what is chosen. */
  children?: ReactNode
}

/** A chip that opens a list to choose from, and says what is chosen. */
export function ChoiceMenu({ label, choices, selected, onChange, single, children }: ChoiceMenuProps) {
  const isActive = selected.length > 0 && !children
  const first = choices.find(({ id }) => id === selected[0])?.label
  const chosen = isActive && first ? `: ${first}${selected.length > 1 ? ` +${selected.length - 1}` : ''}` : ''
  return (
    <span className={isActive ? 'choice-chip chosen' : 'choice-chip'}>
      <MenuTrigger>
        <Button>
          {children ?? (
            <span className="chip-label">
              {label}
              {chosen}
            </span>
          )}
          <ChevronDown size={13} aria-hidden />
        </Button>
        <Popover className="popover" offset={4}>
          <Menu
            aria-label={label}
            selectionMode={single ? 'single' : 'multiple'}
            disallowEmptySelection={single ?? false}
            selectedKeys={selected}
            onSelectionChange={(keys) => onChange([...(keys as Set<string>)])}
          >
            {choices.map(({ id, label, sign, count }) => (
              <MenuItem key={id} id={id} textValue={label} className="menu-choice">
                <Check size={14} aria-hidden className="choice-mark" />
                <span>
                  {sign} {label}
                </span>
                {count !== undefined && <span className="count">{count.toLocaleString('en')}</span>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  )
}

/** A button that opens a list of things to do, of which one is chosen. */
export function ActionMenu({
  label,
  choices,
  onAction,
}: {
  label: string
  choices: readonly (MenuChoice & { hint?: ReactNode })[]
  onAction: (id: string) => void
}) {
  return (
    <MenuTrigger>
      <Button>
        {label} <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="popover" offset={4} placement="top start">
        <Menu aria-label={label} onAction={(key) => onAction(String(key))}>
          {choices.map(({ id, label, hint }) => (
            <MenuItem key={id} id={id} textValue={label} className="menu-choice">
              <span>{label}</span>
              {hint}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
