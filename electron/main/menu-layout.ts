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
      ['open-texts', 'paste-text'],
      ['save-report', 'report-options', 'print'],
      ['save-copy', 'backups', 'verify', 'preferences'],
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
        'verdict-supported',
        'verdict-supported-with-caveat',
        'verdict-inconsistent',
        'verdict-contradicted',
        'verdict-garbled',
        'verdict-unsupported',
        'verdict-unverifiable',
        'verdict-not-factual',
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
      ['next', 'previous'],
      ['accept-finding', 'accept-same', 'accept-contradicts', 'put-off-finding', 'dismiss-finding'],
      ['run-checks', 'check-settings'],
    ],
  },
  {
    label: '&Text',
    sections: [
      ['correct-text', 'finish-correction', 'cancel-correction'],
      ['replace-source-text', 'text-versions'],
      ['next-tab', 'previous-tab', 'close-tab'],
      ['two-texts', 'scroll-together', 'numbers'],
      ['text-larger', 'text-smaller', 'text-normal'],
    ],
  },
  {
    label: '&View',
    sections: [
      ['palette'],
      ['show-text', 'show-claims', 'show-triage', 'show-timeline', 'show-review'],
      ['list-sources', 'list-findings', 'list-claims'],
      ['show-coverage', 'next-uncovered', 'previous-uncovered'],
      ['back', 'forward', 'let-go', 'next-pane', 'previous-pane'],
      ['theme-light', 'theme-dark', 'theme-system'],
      [{ role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    ],
  },
  { label: '&Help', sections: [['show-keys'], ['copy-diagnostics', 'about']] },
]
