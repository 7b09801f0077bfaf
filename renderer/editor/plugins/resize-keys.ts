import { keydownHandler } from 'prosemirror-keymap'
import { Plugin, type Command } from 'prosemirror-state'
import type { Edge, Step } from '../claim-edges.js'

/**
 * The keys that move the ends of the open claim while the caret is in the text: Shift+Alt with left and right its end,
 * with up and down its start (up is back), by a character; with Ctrl (on a Mac Cmd) as well by a word. They pass on when
 * no claim is open: `resize` says so.
 */
export function resizeKeys(resize: (edge: Edge, by: Step, direction: 1 | -1) => boolean): Plugin {
  const command = (edge: Edge, by: Step, direction: 1 | -1): Command => {
    return () => resize(edge, by, direction)
  }
  return new Plugin({
    props: {
      handleKeyDown: keydownHandler({
        'Shift-Alt-ArrowLeft': command('end', 'character', -1),
        'Shift-Alt-ArrowRight': command('end', 'character', 1),
        'Shift-Alt-ArrowUp': command('start', 'character', -1),
        'Shift-Alt-ArrowDown': command('start', 'character', 1),
        'Mod-Shift-Alt-ArrowLeft': command('end', 'word', -1),
        'Mod-Shift-Alt-ArrowRight': command('end', 'word', 1),
        'Mod-Shift-Alt-ArrowUp': command('start', 'word', -1),
        'Mod-Shift-Alt-ArrowDown': command('start', 'word', 1),
      }),
    },
  })
}
