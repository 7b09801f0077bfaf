import { Bold, Italic, Link, List, ListOrdered } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { isWebAddress } from '../../../shared/domain/web-address.js'
import { Button, IconButton } from '../../components/controls.js'
import { readableKey } from '../../components/readable-key.js'
import type { NoteEditor, NoteToolbar } from '../../editor/note-editor.js'

interface NoteToolsProps {
  editor: { readonly current: NoteEditor | null }
  toolbar: NoteToolbar | null
  onLink: () => void
  children: ReactNode
}

const formats = [
  { format: 'strong', label: `Bold (${readableKey('Mod-b')})`, Icon: Bold },
  { format: 'em', label: `Italic (${readableKey('Mod-i')})`, Icon: Italic },
  { format: 'bullet_list', label: 'List', Icon: List },
  { format: 'ordered_list', label: 'Numbered list', Icon: ListOrdered },
] as const

/** The formats of a note, and what else can be done with it. */
export function NoteTools({ editor, toolbar, onLink, children }: NoteToolsProps) {
  return (
    <div className="note-tools" role="toolbar" aria-label="Format of the note">
      {formats.map(({ format, label, Icon }) => (
        <IconButton
          key={format}
          label={label}
          look={toolbar?.formats[format].active ? 'normal' : 'plain'}
          preventFocusOnPress
          aria-pressed={toolbar?.formats[format].active ?? false}
          onPress={() => {
            editor.current?.toggle(format)
            editor.current?.focus()
          }}
        >
          <Icon size={14} aria-hidden />
        </IconButton>
      ))}
      <IconButton label={`Link (${readableKey('Mod-k')})`} onPress={onLink}>
        <Link size={14} aria-hidden />
      </IconButton>
      <span className="spacer" />
      {children}
    </div>
  )
}

/** The address of a link: https, http or mailto. Empty takes the link away. */
export function LinkField({
  address,
  onDone,
}: {
  address: string
  onDone: (address: string | null) => void
}) {
  const [draft, setDraft] = useState(address)
  const refused = draft !== '' && !isWebAddress(draft)
  return (
    <form
      className="link-field field"
      onSubmit={(event) => {
        event.preventDefault()
        if (!refused) onDone(draft)
      }}
    >
      <input
        autoFocus
        aria-label="Address of the link"
        placeholder="https://…"
        value={draft}
        onChange={(event) => setDraft(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone(null)
        }}
      />
      <Button type="submit" isDisabled={refused}>
        {draft ? 'Link' : 'Remove link'}
      </Button>
      {refused && <span className="field-error">A link begins with https:// or http:// or mailto:</span>}
    </form>
  )
}
