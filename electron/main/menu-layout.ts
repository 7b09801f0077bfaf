import type { CommandId } from '../../shared/commands/command-list.js'

/** A command by its id, or something that the system does by itself. */
export type MenuPart =
  | CommandId
  | { role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' | 'toggleDevTools' }

interface MenuLayout {
  label: string
  /** Between them stand lines. */
  sections: readonly (readonly MenuPart[])[]
}

/** The native menus: every command stands in one of them, once. */
export const menuLayout: readonly MenuLayout[] = [
  {
    label: '&File',
    sections: [
      ['new-window', 'new-case', 'open-case', 'close-case'],
      ['open-texts', 'paste-text', 'import-records'],
      ['save-report', 'report-options', 'cancel-report', 'verify-report', 'print'],
      ['save-copy', 'merge-copy', 'share-bundle', 'backups', 'verify', 'verdict-scale', 'preferences'],
      [{ role: 'quit' }],
    ],
  },
  {
    label: '&Edit',
    sections: [
      ['undo', 'redo'],
      [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, 'copy-with-citation'],
      ['find', 'find-next', 'find-previous', 'close-find', 'search'],
    ],
  },
  {
    label: '&Claim',
    sections: [
      ['highlight'],
      [
        'verdict-1',
        'verdict-2',
        'verdict-3',
        'verdict-4',
        'verdict-5',
        'verdict-6',
        'verdict-7',
        'verdict-8',
        'verdict-9',
      ],
      ['focus-note', 'add-evidence', 'cite-evidence', 'focus-correction'],
      ['link-claim', 'find-link', 'relation-map'],
      ['agree-claim', 'differ-claim', 'sign-claim'],
      ['hold-claim', 'move-claim', 'split-claim', 'merge-claims', 'remove-claim'],
    ],
  },
  {
    label: 'F&inding',
    sections: [
      ['next', 'previous', 'both-passages'],
      ['accept-finding', 'accept-same', 'accept-contradicts', 'put-off-finding', 'dismiss-finding'],
      ['run-checks', 'check-settings'],
    ],
  },
  {
    label: '&Text',
    sections: [
      ['correct-text', 'finish-correction', 'cancel-correction'],
      ['replace-source-text', 'reread-source-text', 'text-versions', 'open-original', 'save-original'],
      ['next-tab', 'previous-tab', 'close-tab'],
      ['two-texts', 'scroll-together', 'numbers'],
      ['text-larger', 'text-smaller', 'text-normal'],
    ],
  },
  {
    label: '&View',
    sections: [
      ['palette'],
      ['show-text', 'show-claims', 'show-triage', 'show-timeline', 'show-review', 'show-report'],
      ['list-sources', 'list-findings', 'list-claims'],
      ['show-coverage', 'next-uncovered', 'previous-uncovered'],
      ['back', 'forward', 'let-go', 'next-pane', 'previous-pane'],
      ['theme-light', 'theme-dark', 'theme-system'],
      [{ role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    ],
  },
  {
    label: '&Help',
    sections: [
      ['show-keys', 'show-signs'],
      ['newer-version', 'copy-diagnostics', 'about'],
    ],
  },
]
