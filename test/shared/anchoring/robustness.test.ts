import { describe, expect, it } from 'vitest'
import { candidatesFor } from '../../../shared/anchoring/candidates.js'
import { carryRanges } from '../../../shared/anchoring/carry.js'
import { contextOf } from '../../../shared/anchoring/quote.js'
import { createResolver } from '../../../shared/anchoring/resolve.js'
import { edited } from '../../bench/anchoring/edited-text.js'
import { prose, randomFrom } from '../../bench/anchoring/prose.js'

/** Ranges spread evenly over a text. */
function rangesOf(text: string, count = 200, length = 60): { start: number; end: number }[] {
  const step = Math.max(1, Math.floor((text.length - length) / count))
  return Array.from({ length: count }, (_, at) => ({ start: at * step, end: at * step + length }))
}

/** How many of the ranges of a text are found unchanged in another one, having resolved some of them by quote as well. */
function unchangedIn(before: string, after: string, ranges = rangesOf(before)): number {
  const resolver = createResolver(after)
  for (const { start, end } of ranges.slice(0, 20)) {
    const quote = { exact: before.slice(start, end), ...contextOf(before, start, end) }
    resolver.resolve({ ...quote, start, end })
    resolver.resolve(quote)
  }
  const { start, end } = ranges[0]!
  candidatesFor(after, { exact: before.slice(start, end), ...contextOf(before, start, end) }, 5)
  return carryRanges(before, after, ranges).filter((found) => found?.outcome === 'unchanged').length
}

/** With work that grew faster than the text, each of these would take minutes. */
describe('texts that nobody writes are carried in reasonable time', () => {
  it('a megabyte in one paragraph', () => {
    const before = prose(randomFrom(1), 1_000_000).replaceAll('\n', ' ')
    expect(unchangedIn(before, edited(randomFrom(2), before, 0.01, 0).text)).toBeGreaterThan(180)
  })

  it('five megabytes of one letter', () => {
    const before = 'a'.repeat(5_000_000)
    expect(unchangedIn(before, `${before.slice(9)}b${before.slice(99)}cc`)).toBeGreaterThan(150)
  })

  it('100,000 equal paragraphs', () => {
    const line = 'The same paragraph again.\n'
    const before = line.repeat(100_000)
    const after = `${line.repeat(30_000)}A new one.\n${line.repeat(40_000)}Another.\n${line.repeat(30_000)}`
    expect(unchangedIn(before, after)).toBeGreaterThan(195)
  })

  it('100,000 lines of which each repeats many others', () => {
    const random = randomFrom(3)
    const lines = (): string =>
      Array.from({ length: 100_000 }, () => `line ${Math.floor(random() * 50)}`).join('\n')
    expect(unchangedIn(lines(), lines())).toBeLessThanOrEqual(200)
  })

  it('a megabyte of letters without a space', () => {
    const random = randomFrom(4)
    const letters = (share: number, text?: string) =>
      Array.from({ length: 1_000_000 }, (_, at) =>
        text && random() > share ? text[at] : String.fromCharCode(97 + Math.floor(random() * 26)),
      ).join('')
    const before = letters(1)
    expect(unchangedIn(before, letters(0.001, before))).toBeGreaterThan(150)
  })

  it('a text that was replaced by another one', () => {
    const before = prose(randomFrom(5), 500_000)
    expect(unchangedIn(before, prose(randomFrom(6), 500_000), rangesOf(before, 1000))).toBe(0)
  })

  it('long ranges, one inside the other', () => {
    const before = prose(randomFrom(7), 500_000)
    const ranges = Array.from({ length: 2000 }, (_, at) => ({ start: at, end: before.length - at }))
    const found = carryRanges(before, edited(randomFrom(8), before, 0.01, 0.01).text, ranges)
    expect(found.every((one) => one?.outcome === 'changed')).toBe(true)
  })

  it('paragraphs in another order, marks upon marks, empty lines', () => {
    const text = prose(randomFrom(9), 300_000)
    expect(unchangedIn(text, text.split('\n').reverse().join('\n'))).toBeGreaterThan(150)
    expect(unchangedIn(`a${'\u0301'.repeat(200_000)}`, `a${'\u0301'.repeat(100_000)}b`)).toBeLessThanOrEqual(
      200,
    )
    expect(unchangedIn('\n'.repeat(1_000_000), '\n'.repeat(900_000))).toBeLessThanOrEqual(200)
  })
})
