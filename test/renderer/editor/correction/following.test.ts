import { undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import {
  deleteBackward,
  deleteForward,
  splitText,
} from '../../../../renderer/editor/commands/correction-commands.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { after, correcting, rangesOf, selected } from './any-correction.js'

const text = 'It sank in 1987 off Hull.\n\nForty people were aboard.'

/** Inside a block the browser deletes a character by itself. */
const erase =
  (command: Command, side: 1 | -1): Command =>
  (state, dispatch) => {
    const { head } = state.selection
    return (
      command(state, dispatch) ||
      (dispatch?.(state.tr.delete(Math.min(head, head + side), Math.max(head, head + side))), true)
    )
  }

/** What is done to the text, with one claim on `quote`. */
class Typist {
  state: EditorState

  constructor(quote: string) {
    const start = text.indexOf(quote)
    this.state = correcting(documentFromPlainText(text), [[start, start + quote.length]])
  }

  select(words: string): this {
    const start = plainTextOf(this.state.doc).indexOf(words)
    this.state = selected(this.state, start, start + words.length)
    return this
  }

  caretAfter(words: string): this {
    const end = plainTextOf(this.state.doc).indexOf(words) + words.length
    this.state = selected(this.state, end)
    return this
  }

  type(words: string): this {
    for (const letter of words) this.state = this.state.apply(this.state.tr.insertText(letter))
    return this
  }

  press(key: 'Backspace' | 'Delete' | 'Enter' | 'Undo', times = 1): this {
    const command = {
      Backspace: erase(deleteBackward, -1),
      Delete: erase(deleteForward, 1),
      Enter: splitText,
      Undo: undo,
    }[key]
    for (let time = 0; time < times; time++) this.state = after(this.state, command)
    return this
  }

  /** The words of the claim now; null when it is gone. */
  get quote(): string | null {
    const range = rangesOf(this.state)[0]!
    return range && plainTextOf(this.state.doc).slice(...range)
  }
}

describe('a claim while its text is corrected', () => {
  it('leaves what is typed at its outer edges outside, and takes in what is typed inside', () => {
    expect(new Typist('sank in 1987').caretAfter('1987').type('!').quote).toBe('sank in 1987')
    expect(new Typist('sank in 1987').caretAfter('It ').type('really ').quote).toBe('sank in 1987')
    expect(new Typist('sank in 1987').caretAfter('sank').type('!').quote).toBe('sank! in 1987')
  })

  it('stands around what replaces a part of it, or the whole', () => {
    expect(new Typist('sank in 1987').select('1987').type('1988').quote).toBe('sank in 1988')
    expect(new Typist('sank in 1987').select('sank').type('went down').quote).toBe('went down in 1987')
    expect(new Typist('1987').select('1987').type('1988').quote).toBe('1988')
  })

  it('takes in what is typed anew where something of it was deleted, also all of it', () => {
    expect(new Typist('1987').caretAfter('1987').press('Backspace').type('8').quote).toBe('1988')
    expect(new Typist('1987').caretAfter('in ').press('Delete').type('2').quote).toBe('2987')
    expect(new Typist('1987').caretAfter('1987').press('Backspace', 4).type('1989').quote).toBe('1989')
    expect(
      new Typist('1987').select('1987').press('Delete').type('x').press('Backspace').type('2001').quote,
    ).toBe('2001')
  })

  it('does not take in what is typed there after something else was edited', () => {
    const typist = new Typist('1987').caretAfter('1987').press('Backspace').caretAfter('It').type('!')
    expect(typist.caretAfter('198').type('8').quote).toBe('198')
  })

  it('is cut where text is deleted across its edge, and gone when all of it is, also with text around it', () => {
    expect(new Typist('sank in 1987').select('It sank').press('Delete').quote).toBe(' in 1987')
    expect(new Typist('sank in 1987').select('1987 off').type('X').quote).toBe('sank in ')
    expect(new Typist('1987').select('1987').press('Delete').quote).toBeNull()
    expect(new Typist('1987').select('in 1987 off').type('there').quote).toBeNull()
  })

  it('comes back as it was when its deletion is undone', () => {
    expect(new Typist('1987').select('in 1987 off').press('Delete').press('Undo').quote).toBe('1987')
    expect(new Typist('1987').select('1987').type('x').press('Undo').quote).toBe('1987')
  })

  it('stays on its words when its block is split or joined', () => {
    expect(new Typist('sank in 1987').caretAfter('sank').press('Enter').quote).toBe('sank\n in 1987')
    expect(new Typist('Forty people').caretAfter('Hull.').press('Delete').quote).toBe('Forty people')
    expect(new Typist('off Hull.').caretAfter('Hull.').press('Enter').type('Then').quote).toBe('off Hull.')
  })
})
