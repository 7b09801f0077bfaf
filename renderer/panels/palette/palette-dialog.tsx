import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { closeDialog, closeThen } from '../../store/closing.js'
import { useStore } from '../../store/store.js'
import type { PaletteEntry } from './palette-entry.js'
import { paletteSections, signs } from './palette-sections.js'
import './palette.css'

/** Finds commands and places by what is typed. Enter runs or shows the one that is marked. */
export function PaletteDialog() {
  const [typed, setTyped] = useState('')
  const state = useStore()
  const sections = useMemo(
    () => paletteSections(typed, state).filter(({ entries }) => entries.length > 0),
    [typed, state],
  )
  const entries = useMemo(
    () => new Map(sections.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const))),
    [sections],
  )
  const unavailable = [...entries.values()].flatMap(({ id, why }) => (why === null ? [] : [id]))
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && closeDialog()}
      className="overlay palette-over"
    >
      <Modal className="palette">
        <Dialog aria-label="Go to, or run a command">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label="A command or a place" autoFocus className="palette-field">
              <Input
                role="combobox"
                aria-expanded
                maxLength={500}
                placeholder="Type a command, a source, words of a claim…"
              />
            </TextField>
            <ListBox
              aria-label="Commands and places"
              className="palette-list"
              items={sections}
              disabledKeys={unavailable}
              onAction={(key) => {
                const chosen = entries.get(String(key))
                if (chosen) closeThen(chosen.run)
              }}
              renderEmptyState={() => <p className="empty">Nothing answers to this.</p>}
            >
              {({ id, title, entries }) => (
                <ListBoxSection id={`section-${id}`}>
                  <Header>{title}</Header>
                  <Collection items={entries}>{(entry) => <PaletteRow entry={entry} />}</Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <p className="palette-signs">
            {signs.map(({ sign, what }) => (
              <span key={sign}>
                <kbd>{sign}</kbd> {what}
              </span>
            ))}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteRow({ entry: { id, label, about, key, why } }: { entry: PaletteEntry }) {
  return (
    <ListBoxItem id={id} textValue={label} className="palette-row">
      <span className="palette-label">{label}</span>
      <span className="palette-about">{why ?? about}</span>
      {key && <kbd>{key}</kbd>}
    </ListBoxItem>
  )
}
