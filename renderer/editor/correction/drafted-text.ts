import { history } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { documentFromJson } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { playedBack } from './draft.js'

/** The words of a text version (ProseMirror JSON) after all acts of a draft of it. Throws a RangeError when they do not fit it. */
export function draftedText(document: unknown, draft: readonly unknown[]): string {
  const state = EditorState.create({ doc: documentFromJson(document), plugins: [history()] })
  return plainTextOf(playedBack(state, draft).doc)
}
