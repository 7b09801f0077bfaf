import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Dialog,
  Heading,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  Popover,
  Select,
  SelectValue,
  ToggleButton,
  ToggleButtonGroup,
  type ButtonProps,
  type ToggleButtonProps,
} from 'react-aria-components'
import type { CommandId } from '../../shared/commands/command-list.js'
import { Hint } from './hint.js'
import './controls.css'

type Look = 'normal' | 'primary' | 'plain' | 'danger'

export function Button({ look = 'normal', ...props }: ButtonProps & { look?: Look }) {
  return <AriaButton {...props} className={`button ${look}`} />
}

/** A button that shows only a picture; its name is read out, and shown after a while with the key of its command. */
export function IconButton({
  label,
  command,
  children,
  look = 'plain',
  ...props
}: ButtonProps & { label: string; command?: CommandId; look?: Look }) {
  return (
    <Hint label={label} command={command}>
      <AriaButton {...props} aria-label={label} className={`button icon ${look}`}>
        {children}
      </AriaButton>
    </Hint>
  )
}

/** The same for something that is on or off. */
export function IconToggle({
  label,
  command,
  children,
  ...props
}: Omit<ToggleButtonProps, 'children'> & { label: string; command?: CommandId; children: ReactNode }) {
  return (
    <Hint label={label} command={command}>
      <ToggleButton {...props} aria-label={label} className="button icon plain">
        {children}
      </ToggleButton>
    </Hint>
  )
}

export interface Choice<T extends string> {
  id: T
  label: string
}

interface ChoiceProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
}

/** One of a longer list, in a field that opens. `of` is what it is about, where several have one label: read out, not seen. */
export function ChoiceField<T extends string>({
  label,
  of,
  choices,
  value,
  onChange,
}: ChoiceProps<T> & { of?: string }) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as T)
      }}
      placeholder="Not set"
    >
      <Label>
        {label}
        {of && <span className="visually-hidden">, {of}</span>}
      </Label>
      <AriaButton className="select-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" offset={4}>
        <ListBox items={choices}>
          {(choice) => <ListBoxItem id={choice.id}>{choice.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** One of a few, all in view; choosing the chosen one again takes it back where `onClear` is given. */
export function ChoiceRow<T extends string>({
  label,
  choices,
  value,
  onChange,
  onClear,
}: ChoiceProps<T> & { onClear?: () => void }) {
  return (
    <div className="field">
      <span className="label" id={`row-${label}`}>
        {label}
      </span>
      <ToggleButtonGroup
        className="choice-row"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection={!onClear}
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (key) onChange(key as T)
          else onClear?.()
        }}
      >
        {choices.map((choice) => (
          <ToggleButton key={choice.id} id={choice.id}>
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

interface DialogFrameProps {
  title: string
  intro?: ReactNode
  onClose: () => void
  children: ReactNode
  /** What can be done; a button that closes when left out. */
  footer?: ReactNode
}

/** A dialog over the window; Escape and a click beside it close it. */
export function DialogFrame({ title, intro, onClose, children, footer }: DialogFrameProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="overlay">
      <Modal className="dialog">
        <Dialog>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {intro && <p>{intro}</p>}
          </header>
          <div className="dialog-body">{children}</div>
          <div className="dialog-foot">
            {footer ?? (
              <Button look="primary" onPress={onClose}>
                Close
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
