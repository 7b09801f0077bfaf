import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSelector, standsAt } from '../../../shared/anchoring/selector.js'
import { selectorSchema } from '../../../shared/domain/claim.js'
import type { TextVersionId } from '../../../shared/domain/ids.js'

const version = '00000000-0000-4000-8000-000000000001' as TextVersionId

/** Texts of whole characters, many of them outside the basic plane. */
const wholeText = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', 'é', '数', '🚒', '𝒮', '👩‍🚒'),
  minLength: 1,
  maxLength: 120,
})

const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text)

/** A text with a range of it that cuts no character. */
const textWithRange = wholeText.chain((text) => {
  const cuts = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
    isWhole(text.slice(0, at)),
  )
  return fc
    .tuple(fc.nat(cuts.length - 2), fc.nat(cuts.length - 2))
    .map(([a, b]) => ({ text, start: cuts[Math.min(a, b)]!, end: cuts[Math.max(a, b) + 1]! }))
})

describe('the selector of a range', () => {
  it('quotes the range with what stands around it', () => {
    const text = 'The fire burned for six days and six nights before the rain came to the harbour.'
    const start = text.indexOf('six nights')
    expect(makeSelector(text, version, start, start + 10)).toEqual({
      textVersionId: version,
      start,
      end: start + 10,
      exact: 'six nights',
      prefix: 'he fire burned for six days and ',
      suffix: ' before the rain came to the har',
    })
  })

  it('stands where it was made, with true context', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        const selector = makeSelector(text, version, start, end)
        expect(standsAt(text, selector)).toBe(true)
        expect(text.slice(0, start).endsWith(selector.prefix)).toBe(true)
        expect(text.slice(end).startsWith(selector.suffix)).toBe(true)
        expect(selectorSchema.parse(selector)).toEqual(selector)
      }),
    )
  })

  it('has all of the context that fits, and never half a character', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        const { exact, prefix, suffix } = makeSelector(text, version, start, end)
        expect([exact, prefix, suffix].every(isWhole)).toBe(true)
        for (const [context, available] of [
          [prefix, start],
          [suffix, text.length - end],
        ] as const) {
          expect(context.length).toBeLessThanOrEqual(32)
          expect(context.length).toBeGreaterThanOrEqual(Math.min(31, available))
        }
      }),
    )
  })

  it('stands no more where another text came before it', () => {
    fc.assert(
      fc.property(textWithRange, fc.constantFrom('¶', '¶¶', '¶¶¶¶¶'), ({ text, start, end }, inserted) => {
        const selector = makeSelector(text, version, start, end)
        const moved = { ...selector, start: start + inserted.length, end: end + inserted.length }
        expect(standsAt(inserted + text, moved)).toBe(true)
        expect(standsAt(text.slice(0, start) + inserted, selector)).toBe(false)
      }),
    )
  })

  it.each([
    ['is empty', 2, 2],
    ['runs backwards', 5, 2],
    ['begins before the text', -1, 3],
    ['ends after it', 0, 11],
    ['is no number', Number.NaN, 3],
  ])('is refused when the range %s', (_name, start, end) => {
    expect(() => makeSelector('0123456789', version, start, end)).toThrow(RangeError)
  })

  it('is refused when the range cuts a character in two', () => {
    const text = 'a🚒b'
    expect(() => makeSelector(text, version, 0, 2)).toThrow('cuts a character in two')
    expect(() => makeSelector(text, version, 2, 4)).toThrow('cuts a character in two')
    expect(makeSelector(text, version, 1, 3).exact).toBe('🚒')
  })

  it('can be made in a text that came with half a character', () => {
    const text = 'a\ud83db'
    expect(makeSelector(text, version, 0, 2).exact).toBe('a\ud83d')
    expect(makeSelector('\ude92b', version, 0, 1).suffix).toBe('b')
  })
})
