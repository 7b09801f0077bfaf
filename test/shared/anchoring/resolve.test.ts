import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, type Quote } from '../../../shared/anchoring/quote.js'
import { createResolver } from '../../../shared/anchoring/resolve.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import { cutsPair } from '../../../shared/anchoring/whole-characters.js'
import type { TextVersionId } from '../../../shared/domain/ids.js'

const version = '00000000-0000-4000-8000-000000000001' as TextVersionId

const letter = [
  'The Meridian left the harbour on 4 May with 1,240 tonnes of wheat.',
  'She reached the cape six days later, and the wheat was sold before the end of the month.',
  'In the year after she left the harbour on 9 May with 2,100 tonnes of wheat.',
].join('\n')

/** The quote of some words in a text, with its context and without its position. */
function quoteOf(text: string, exact: string, from = 0): Quote {
  const start = text.indexOf(exact, from)
  return { exact, ...contextOf(text, start, start + exact.length) }
}

function resolved(text: string, quote: Quote) {
  const found = createResolver(text).resolve(quote)
  return found ? { ...found, words: text.slice(found.start, found.end) } : null
}

describe('a quote whose words stand in the text', () => {
  it('is at its position when all its context is there too', () => {
    const start = letter.indexOf('left the harbour', 100)
    const selector = makeSelector(letter, version, start, start + 16)
    expect(createResolver(letter).resolve(selector)).toEqual({
      start,
      end: start + 16,
      how: 'position',
      similarity: 1,
    })
  })

  it('is found in the one place that has them', () => {
    const text = `A note on the text.\n${letter}`
    expect(resolved(text, quoteOf(letter, 'six days later'))).toMatchObject({
      words: 'six days later',
      how: 'exact',
    })
    expect(resolved(text, { exact: 'six days later', prefix: '', suffix: '' })).toMatchObject({
      how: 'exact',
    })
  })

  it('is told apart from its repeats by what stands around it, even if that was edited', () => {
    const text = letter.replace('In the year after', 'A year after')
    const second = text.lastIndexOf('left the harbour')
    expect(resolved(text, quoteOf(letter, 'left the harbour', 100))).toMatchObject({
      start: second,
      how: 'context',
    })
  })

  it('is told apart by its position when the context is the same', () => {
    const verse = 'Row, row, row your boat, gently down the stream of the river.\n'
    const text = `!${verse.repeat(9)}`
    const start = 1 + 4 * verse.length
    const quote = { exact: 'gently down', ...contextOf(text, start + 25, start + 36) }
    expect(resolved(text, quote)).toBeNull()
    const where = { start: start + 22, end: start + 33 }
    expect(resolved(text, { ...quote, ...where })).toMatchObject({ start: start + 25, how: 'context' })
  })

  it('is not found in a place whose context speaks against it', () => {
    const text = `${letter.replace('4 May', '6 May')}\nTheir daughter was married in Bergen on 4 May of that year.`
    expect(resolved(text, quoteOf(letter, '4 May'))?.words).toBe('6 May')
  })
})

describe('a quote whose words changed', () => {
  it('is found nearby, and told to be other words', () => {
    const text = letter.replace('reached the cape', 'came to the cape')
    const found = resolved(text, quoteOf(letter, 'She reached the cape six days later'))
    expect(found).toMatchObject({ words: 'She came to the cape six days later', how: 'fuzzy' })
    expect(found!.similarity).toBeGreaterThan(0.75)
  })

  it.each([
    ['case', 'THE WHEAT WAS SOLD'],
    ['white space', 'the  wheat\nwas sold'],
    ['soft hyphens', 'the wheat was\u00ad sold'],
  ])('in nothing but %s is nearly the same', (_what, words) => {
    const text = letter.replace('the wheat was sold', words)
    expect(resolved(text, quoteOf(letter, 'the wheat was sold'))).toMatchObject({
      how: 'fuzzy',
      similarity: 0.99,
    })
  })

  it('is found in a text of another normal form', () => {
    const vietnamese = 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.'
    const found = resolved(vietnamese.normalize('NFD'), quoteOf(vietnamese, 'được tự do và bình đẳng'))
    expect(found).toMatchObject({ how: 'fuzzy', similarity: 0.99 })
    expect(found!.words.normalize('NFC')).toBe('được tự do và bình đẳng')
  })

  it('never begins or ends inside a character', () => {
    fc.assert(
      fc.property(fc.constantFrom('🚒', 'e\u0301', '👩‍🚒'), fc.nat(40), (inserted, at) => {
        const text = letter.slice(0, 70 + at) + inserted + letter.slice(70 + at)
        const found = resolved(text, quoteOf(letter, 'She reached the cape six days later'))!
        const characters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
        for (const edge of [found.start, found.end]) expect(characters.containing(edge)?.index).toBe(edge)
      }),
    )
  })

  it('is not guessed', () => {
    expect(resolved(letter, { exact: 'the crew mutinied', prefix: '', suffix: '' })).toBeNull()
    expect(
      resolved(letter, { exact: 'harvour', prefix: 'nothing like this', suffix: 'stands in the text' }),
    ).toBeNull()
    expect(resolved(letter, { exact: '', prefix: 'the', suffix: 'cape' })).toBeNull()
    expect(resolved('', quoteOf(letter, 'six days'))).toBeNull()
  })
})

describe('the selector of any range', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', 'e\u0301', '\u0301', '数', '🚒', '👩‍🚒', 'abab'),
    minLength: 1,
    maxLength: 150,
  })
  const textWithRange = text
    .chain((whole) => fc.tuple(fc.constant(whole), fc.nat(whole.length - 1), fc.nat(whole.length - 1)))
    .map(([whole, a, b]) => ({ whole, start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    .filter(({ whole, start, end }) => !cutsPair(whole, start) && !cutsPair(whole, end))

  it('resolves to the range', () => {
    fc.assert(
      fc.property(textWithRange, ({ whole, start, end }) => {
        const selector = makeSelector(whole, version, start, end)
        expect(createResolver(whole).resolve(selector)).toMatchObject({ start, end, similarity: 1 })
      }),
    )
  })

  it('resolves without its position to the range when its words and context stand together only there', () => {
    fc.assert(
      fc.property(textWithRange, ({ whole, start, end }) => {
        const { exact, prefix, suffix } = makeSelector(whole, version, start, end)
        const all = prefix + exact + suffix
        fc.pre(whole.indexOf(all) === whole.lastIndexOf(all) && prefix.length + suffix.length > 0)
        fc.pre(prefix.length > 0 || whole.indexOf(exact + suffix) === whole.lastIndexOf(exact + suffix))
        fc.pre(suffix.length > 0 || whole.indexOf(prefix + exact) === whole.lastIndexOf(prefix + exact))
        expect(createResolver(whole).resolve({ exact, prefix, suffix })).toMatchObject({
          start,
          end,
          similarity: 1,
        })
      }),
    )
  })

  it('resolves without its position to the same words or to none', () => {
    fc.assert(
      fc.property(textWithRange, ({ whole, start, end }) => {
        const { exact, prefix, suffix } = makeSelector(whole, version, start, end)
        const found = resolved(whole, { exact, prefix, suffix })
        expect([exact, undefined]).toContain(found?.words)
      }),
    )
  })
})
