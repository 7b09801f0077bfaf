import { z } from 'zod'

/** The keys that have a name instead of a character, as `KeyboardEvent.key` has them. */
const namedKeys = [
  ...'Enter Tab Escape Backspace Delete Insert Home End PageUp PageDown'.split(' '),
  ...'ArrowLeft ArrowRight ArrowUp ArrowDown ContextMenu'.split(' '),
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
]

const pattern = new RegExp(`^(Alt-)?(Ctrl-)?(Mod-)?(Shift-)?(${namedKeys.join('|')}|[^\\p{C}\\p{M}])$`, 'u')

/**
 * A key with what is held: `h`, `?`, `Mod-Shift-o`, `F6`. `Mod` is Ctrl, or Cmd on macOS, where `Ctrl` is Ctrl. A sign is
 * named as it is written, Shift and all; with `Mod` a letter is small and Shift is said.
 */
export const keyNameSchema = z.string().max(40).regex(pattern, 'Not the name of a key')

/** What is held and the key itself, of a name that the schema allows. */
export function partsOf(name: string): { held: string; key: string } {
  const [, alt = '', ctrl = '', mod = '', shift = '', key = name] = pattern.exec(name) ?? []
  return { held: alt + ctrl + mod + shift, key }
}

/** Whether a key counts even while a text field has the focus: it writes nothing there. */
export function worksInFields(name: string): boolean {
  const { held, key } = partsOf(name)
  return /(Mod|Ctrl)-/.test(held) || /^F\d/.test(key) || key === 'Escape'
}

const reserved: readonly [test: RegExp, reason: string][] = [
  [/^(Shift-)?Tab$/, 'Tab goes from field to field.'],
  [/Escape$/, 'Escape leaves what is open.'],
  [/^(Shift-)?(Enter| )$/, 'Enter and Space press what has the focus.'],
  [/^(Shift-)?Backspace$/, 'Backspace deletes what was written.'],
  [/^(Shift-)?F6$/, 'F6 goes from pane to pane.'],
  [/F10$|ContextMenu$/, 'It opens a menu.'],
  [/F11$/, 'F11 fills the screen with the window.'],
  [/^Alt-(Shift-)?(F4|.)$/u, 'Alt opens the menus of the window.'],
  [/^Mod-[cxvaq]$/, 'It copies, cuts, pastes, selects all or quits.'],
  [
    /^(?!Alt-Arrow(Left|Right)$).*(Arrow(Left|Right|Up|Down)|Home|End)$/,
    'It moves the caret or an end of a claim.',
  ],
  [/^(Shift-)?Page(Up|Down)$/, 'It moves the caret by a page.'],
]

/** Why a key can be given to no command; null when it can. */
export function whyReserved(name: string): string | null {
  return reserved.find(([test]) => test.test(name))?.[1] ?? null
}
