import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedEdge, snapped, withEdge, type Edge, type Step } from '../../../renderer/editor/claim-edges.js'

const text = 'Seventeen ships, it says,\n\nleft port 👩‍🚒 on e\u0301té.'
const passageOf = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}
const moved = (words: string, edge: Edge, by: Step, direction: 1 | -1): string | null => {
  const passage = movedEdge(text, passageOf(words), edge, by, direction)
  return passage && text.slice(passage.start, passage.end)
}

describe('movedEdge', () => {
  it('moves an edge by a character as a reader sees it', () => {
    expect(moved('ships', 'end', 'character', 1)).toBe('ships,')
    expect(moved('ships', 'start', 'character', 1)).toBe('hips')
    expect(moved('port ', 'end', 'character', 1)).toBe('port 👩‍🚒')
    expect(moved('port 👩‍🚒', 'end', 'character', -1)).toBe('port ')
    expect(moved('te\u0301'.slice(1), 'start', 'character', -1)).toBe(' e\u0301')
  })

  it('moves an end to ends of words and a start to starts', () => {
    expect(moved('ships', 'end', 'word', 1)).toBe('ships, it')
    expect(moved('ships, it', 'end', 'word', -1)).toBe('ships')
    expect(moved('ships', 'start', 'word', -1)).toBe('Seventeen ships')
    expect(moved('Seventeen ships', 'start', 'word', 1)).toBe('ships')
    expect(moved('port 👩‍🚒 on', 'end', 'word', -1)).toBe('port')
  })

  it('steps over line breaks', () => {
    expect(moved('it says,', 'end', 'character', 1)).toBe('it says,\n\nl')
    expect(moved('it says,\n\nl', 'end', 'character', -1)).toBe('it says,')
    expect(moved('left', 'start', 'character', -1)).toBe(',\n\nleft')
    expect(moved('left', 'start', 'word', -1)).toBe('says,\n\nleft')
  })

  it('neither leaves the text nor leaves nothing', () => {
    expect(moved('Seventeen', 'start', 'character', -1)).toBeNull()
    expect(moved('té.', 'end', 'character', 1)).toBeNull()
    expect(moved('té.', 'end', 'word', 1)).toBeNull()
    expect(moved('S', 'end', 'character', -1)).toBeNull()
    expect(moved('ships', 'start', 'word', 1)).toBeNull()
  })

  it('comes back by as many characters as it went', () => {
    const characters = fc.constantFrom('a', ' ', 'ß', '👩‍🚒', 'e\u0301', '数', 'ש', '.')
    fc.assert(
      fc.property(fc.array(characters, { minLength: 3, maxLength: 30 }), fc.nat(), (list, at) => {
        const from = 1 + (at % (list.length - 2))
        const passage = { start: 0, end: list.slice(0, from).join('').length }
        const whole = list.join('')
        const longer = movedEdge(whole, passage, 'end', 'character', 1)!
        expect(longer.end).toBe(list.slice(0, from + 1).join('').length)
        expect(movedEdge(whole, longer, 'end', 'character', -1)).toEqual(passage)
      }),
    )
  })

  it('moves on in a text without spaces', () => {
    const long = 'x'.repeat(3000)
    const further = movedEdge(long, { start: 0, end: 1000 }, 'end', 'word', 1)!
    expect(further.end).toBeGreaterThan(1000)
  })
})

describe('snapped', () => {
  it('goes to the edge of the character or the word that an offset is in', () => {
    const inside = text.indexOf('👩') + 2
    expect(text.slice(snapped(text, inside, 'start', 'character'))).toMatch(/^👩/u)
    expect(text.slice(0, snapped(text, inside, 'end', 'character'))).toMatch(/🚒$/u)
    expect(snapped(text, 3, 'start', 'word')).toBe(0)
    expect(snapped(text, 3, 'end', 'word')).toBe('Seventeen'.length)
  })

  it('stays where there is an edge', () => {
    for (const edge of ['start', 'end'] as const)
      for (const by of ['character', 'word'] as const)
        for (const at of [0, 9, 10, text.length]) expect(snapped(text, at, edge, by)).toBe(at)
  })
})

describe('withEdge', () => {
  it('refuses to cross the other edge', () => {
    expect(withEdge({ start: 3, end: 8 }, 'end', 5)).toEqual({ start: 3, end: 5 })
    expect(withEdge({ start: 3, end: 8 }, 'end', 3)).toBeNull()
    expect(withEdge({ start: 3, end: 8 }, 'start', 9)).toBeNull()
  })
})
