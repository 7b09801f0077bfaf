import { expect, it } from 'vitest'
import { textState } from '../../../renderer/editor/text-state.js'
import type { TextViewOptions } from '../../../renderer/editor/text-view-options.js'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'

it('a text has its caret in its first words, and no rule or picture before them selected', () => {
  const doc = documentFromMarkdown('---\n\nThe mill burned.')
  const state = textState({ doc, label: 'Text' } as TextViewOptions, {
    surroundings: () => ({}) as never,
    resize: () => false,
  })
  expect(state.selection.empty).toBe(true)
  expect(state.selection.$from.parent.textContent).toBe('The mill burned.')
})
