import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { noteSchema } from '../../../shared/document/note-schema.js'
import { toggleFormat } from '../commands/note-commands.js'

const { nodes } = noteSchema

/** The keys of a note. `onLink` is asked for an address when Mod-k is pressed. */
export function noteKeys(onLink: () => void): Plugin[] {
  const askForLink: Command = (_state, dispatch) => {
    if (dispatch) onLink()
    return true
  }
  return [
    keymap({
      'Mod-b': toggleFormat('strong'),
      'Mod-i': toggleFormat('em'),
      'Mod-k': askForLink,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Enter: splitListItem(nodes.list_item),
      'Shift-Enter': chainCommands(breakLine, splitListItem(nodes.list_item)),
      Tab: sinkListItem(nodes.list_item),
      'Shift-Tab': liftListItem(nodes.list_item),
    }),
    keymap(baseKeymap),
  ]
}

/** "- ", "* " and "1. " at the start of a line begin a list. */
export function noteRules(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^(\d{1,9})\.\s$/,
        nodes.ordered_list,
        (match) => ({ order: Number(match[1]) }),
        (match, list) => list.childCount + (list.attrs.order as number) === Number(match[1]),
      ),
    ],
  })
}

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
}
