import { describe, expect, it } from 'vitest'
import { FoldedText } from '../../../shared/document/folded-text.js'

const fold = (text: string): string => new FoldedText(text, false).text

function* letters(): Generator<string> {
  for (let code = 0x21; code < 0x20000; code++) {
    const letter = String.fromCodePoint(code)
    if (code < 0xd800 || code > 0xdfff) yield letter
  }
}

describe('FoldedText', () => {
  it('folds letters together that differ in case only, in every script', () => {
    const cased = /\p{Changes_When_Casemapped}/u
    const apart: string[] = []
    for (const letter of letters()) {
      if (!cased.test(letter)) continue
      for (const other of [letter.toLowerCase(), letter.toUpperCase()]) {
        const isSame = [...other].length > 1 || new RegExp(`^${other}$`, 'iu').test(letter)
        if (isSame && fold(letter) !== fold(other)) apart.push(letter + other)
      }
    }
    expect(apart).toEqual([])
  })

  it('folds a letter and its decomposition to the same form', () => {
    const apart: string[] = []
    for (const letter of letters()) {
      const decomposed = letter.normalize('NFD')
      if (decomposed !== letter && fold(letter) !== fold(decomposed)) apart.push(letter)
      if (new FoldedText(letter, true).text !== new FoldedText(decomposed, true).text) apart.push(letter)
    }
    expect(apart).toEqual([])
  })

  it('folds what is folded to itself', () => {
    const changed: string[] = []
    for (const letter of letters()) if (fold(fold(letter)) !== fold(letter)) changed.push(letter)
    expect(changed).toEqual([])
  })

  it('leads every offset at the edge of a letter back to the original', () => {
    const folded = new FoldedText('Aße\u0301İz', false)
    expect(folded.text).toBe('asséi\u0307z')
    expect([...'asséi\u0307z', ''].map((_, offset) => folded.sourceOffset(offset))).toEqual([
      0,
      1,
      null,
      2,
      4,
      null,
      5,
      6,
    ])
  })
})
