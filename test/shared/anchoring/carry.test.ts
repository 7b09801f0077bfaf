import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryRanges } from '../../../shared/anchoring/carry.js'
import { edited, type EditedText } from '../../bench/anchoring/edited-text.js'
import { fatesOf, judged } from '../../bench/anchoring/judge.js'
import { below, prose, randomFrom, type Random } from '../../bench/anchoring/prose.js'

const report = [
  'The fire broke out on 4 May and burned for six days and six nights before the rain came.',
  'Captain Ilse Brandt commanded the Meridian, which carried 1,240 tonnes of wheat to the harbour.',
  'Nobody was hurt. The harbour board met on Tuesday and heard that costs had risen since March.',
].join('\n')

/** Carries one quote of a text to another text: what stands there now, how, and how alike it is. */
function carried(before: string, quote: string, after: string) {
  const start = before.indexOf(quote)
  const [found] = carryRanges(before, after, [{ start, end: start + quote.length }])
  return found ? { ...found, words: after.slice(found.start, found.end) } : null
}

describe('a claim whose words stand', () => {
  it('is found behind text that came in before it', () => {
    const after = report.replace('Nobody', 'By a miracle nobody').replace('six days', 'nearly six days')
    expect(carried(report, 'commanded the Meridian', after)).toMatchObject({
      words: 'commanded the Meridian',
      outcome: 'unchanged',
      similarity: 1,
    })
  })

  it('keeps out what came in right beside it', () => {
    const after = report
      .replace('burned for six', 'burned fiercely for six')
      .replace('before the', 'long before the')
    expect(carried(report, 'for six days and six nights', after)?.words).toBe('for six days and six nights')
  })

  it('follows its paragraph to another place', () => {
    const after = report.split('\n').reverse().join('\n')
    expect(carried(report, 'Nobody was hurt.', after)).toMatchObject({ start: 0, outcome: 'unchanged' })
    expect(carried(report, 'six days', after)?.outcome).toBe('unchanged')
  })

  it('follows its sentence into another paragraph', () => {
    const sentence = ' The harbour board met on Tuesday and heard that costs had risen since March.'
    const after = report.replace(sentence, '').replace('rain came.', `rain came.${sentence}`)
    expect(carried(report, 'costs had risen since March', after)?.outcome).toBe('unchanged')
  })

  it('is found when the lines are broken in other places', () => {
    const after = report.replaceAll(' ', '\n')
    expect(carried(report, 'Meridian', after)?.outcome).toBe('unchanged')
    expect(carried(report, 'six days and six nights', after)).toMatchObject({
      words: 'six\ndays\nand\nsix\nnights',
      outcome: 'changed',
      similarity: 0.99,
    })
  })
})

describe('a claim whose words changed', () => {
  it.each([
    ['a letter', 'commanded', 'comanded', 'commanded the Meridian', 'comanded the Meridian'],
    ['a figure', '1,240', '1,420', '1,240 tonnes', '1,420 tonnes'],
    ['nothing but a figure', '1,240', '980', '1,240', '980'],
    ['its first word', 'six days and', 'seven days and', 'six days', 'seven days'],
    ['its last word', 'on Tuesday', 'on Wednesday', 'board met on Tuesday', 'board met on Wednesday'],
    ['a word in its midst', 'six days and', 'six long days and', 'six days and six', 'six long days and six'],
  ])('in %s is found and reported', (_what, from, to, quote, words) => {
    const found = carried(report, quote, report.replace(from, to))
    expect(found).toMatchObject({ words, outcome: 'changed' })
    expect(found!.similarity).toBeLessThan(1)
  })

  it('is nearly the same where only the normal form or the marks are others', () => {
    const before = 'Elle dit : « Le café réservé à l’été est fermé », et s’en alla vers la forêt.'
    const after = before.normalize('NFD').replaceAll('’', "'")
    expect(carried(before, 'Le café réservé à l’été', after)).toMatchObject({
      words: "Le café réservé à l'été".normalize('NFD'),
      outcome: 'changed',
      similarity: 0.99,
    })
  })

  it('never begins or ends inside a character', () => {
    const before = 'The crew 👩‍🚒👩‍🚒 stayed for a day near the quay.'
    const after = 'The crew 👩🏽‍🚒👨‍🚒 stayed for a day near the quay.'
    expect(carried(before, '👩‍🚒👩‍🚒 stayed', after)?.words).toBe('👩🏽‍🚒👨‍🚒 stayed')
  })
})

describe('a claim whose words are gone', () => {
  it('is an orphan', () => {
    expect(carried(report, 'Nobody was hurt.', report.replace('Nobody was hurt. ', ''))).toBeNull()
    expect(carried(report, 'Nobody was hurt.', '')).toBeNull()
  })

  it('is no neighbour of what took the place of its sentence', () => {
    const after = report.replace(
      /The harbour board.*March\./,
      'Later that year two more ships were lost near the cape.',
    )
    expect(
      carried(report, 'The harbour board met on Tuesday and heard that costs had risen', after),
    ).toBeNull()
  })

  it('does not take the same words elsewhere, which were other words before', () => {
    const before = 'The first ship had six boats.\nA quarrel began.\nThe second ship had six boats too.'
    const after = 'The first ship was lost.\nA quarrel began.\nThe second ship had six boats too.'
    expect(carried(before, 'six boats', after)).toBeNull()
  })
})

describe('repeated text', () => {
  it('keeps its order', () => {
    const line = 'The gate was shut.'
    const before = [line, 'Rain.', line, 'Wind.', line].join('\n')
    const starts = [0, before.indexOf(line, 1), before.lastIndexOf(line)]
    const after = ['At noon it began.', line, 'Much rain.', line, 'Little wind.', line].join('\n')
    const found = carryRanges(
      before,
      after,
      starts.map((start) => ({ start, end: start + line.length })),
    )
    const expected = [after.indexOf(line), after.indexOf(line, 20), after.lastIndexOf(line)]
    expect(found.map((one) => one?.start)).toEqual(expected)
  })

  it('is told apart by its neighbours where one of two equal paragraphs was edited', () => {
    const line = 'The gate was shut at nine and nobody saw the watchman leave.'
    const before = `${line}\n${line}`
    const after = `${line.replace('nine', 'ten')}\n${line}`
    const second = line.length + 1
    const [one, two] = carryRanges(before, after, [
      { start: 0, end: 30 },
      { start: second, end: second + 30 },
    ])
    expect(one).toMatchObject({ start: 0, outcome: 'changed' })
    expect(two).toMatchObject({ start: second - 1, outcome: 'unchanged' })
  })
})

describe('long claims', () => {
  it('reach across paragraphs that were edited, and across one that moved away', () => {
    const before = `${report}\nThe end.`
    const range = { start: before.indexOf('burned'), end: before.indexOf('hurt') }
    const [first, captain, ...rest] = before.replace('six nights', 'five nights').split('\n')
    const [edited] = carryRanges(before, [first, captain, ...rest].join('\n'), [range])
    expect(edited).toMatchObject({ start: range.start, end: range.end + 1, outcome: 'changed' })
    const after = [first, ...rest, captain].join('\n')
    const [moved] = carryRanges(before, after, [{ start: 0, end: before.length - 9 }])
    expect(after.slice(0, moved?.end)).toMatch(/^The fire broke.*\nNobody was hurt.*since March\.$/s)
  })
})

it('gives a range that is empty or lies outside the text back to its caller', () => {
  expect(() => carryRanges('abc', 'abc', [{ start: 1, end: 1 }])).toThrow(RangeError)
  expect(() => carryRanges('abc', 'abc', [{ start: 1, end: 4 }])).toThrow(RangeError)
  expect(() => carryRanges('abc', 'abc', [{ start: Number.NaN, end: 2 }])).toThrow(RangeError)
})

/** Quotes from word to word, in one paragraph, of at least twelve characters. */
function quotesOf(random: Random, text: string, count: number): { start: number; end: number }[] {
  const words = /\S+(?: +\S+){1,20}/y
  const quotes: { start: number; end: number }[] = []
  while (quotes.length < count) {
    words.lastIndex = text.lastIndexOf(' ', below(random, text.length)) + 1
    const start = words.lastIndex
    const found = words.exec(text)?.[0].slice(0, 12 + below(random, 120))
    const whole = found?.slice(0, found.lastIndexOf(' '))
    if (whole && whole.length >= 12) quotes.push({ start, end: start + whole.length })
  }
  return quotes
}

/** What a quote must be carried to when nothing came into it and nothing went; null for any other quote. */
function untouched({ origins }: EditedText, { start, end }: { start: number; end: number }) {
  const place = origins.indexOf(start)
  const isWhole = origins.subarray(place, place + end - start).every((origin, at) => origin === start + at)
  if (place < 0 || !isWhole) return null
  return { start: place, end: place + end - start, outcome: 'unchanged' as const, similarity: 1 }
}

describe('after any edits', () => {
  const noRepeats = { sentences: 0, paragraphs: 0 }
  const cases = fc.record({
    seed: fc.nat(1_000_000),
    length: fc.integer({ min: 500, max: 6000 }),
    changed: fc.constantFrom(0.002, 0.01, 0.03, 0.06),
    moved: fc.constantFrom(0, 0.05),
  })

  it('a claim whose words still stand together is where they stand, and none is in a wrong place', () => {
    fc.assert(
      fc.property(cases, ({ seed, length, changed, moved }) => {
        const random = randomFrom(seed)
        const before = prose(random, length, noRepeats)
        const quotes = quotesOf(random, before, 30)
        const version = edited(random, before, changed, moved)
        const found = carryRanges(before, version.text, quotes)
        const fates = fatesOf(version, quotes)
        const standing = quotes.map((quote) => untouched(version, quote))
        const expected = standing.map((place, at) => place ?? found[at])
        expect(found).toEqual(expected)
        const isTouched = (_: unknown, at: number) => standing[at] === null
        expect(judged(fates.filter(isTouched), found.filter(isTouched)).wrong).toBe(0)
      }),
      { numRuns: 150, seed: 20_260 },
    )
  })

  it('what is said to be unchanged is so, and every range is inside the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'é', 'e\u0301', '🚒', '数'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, one, other) => {
        fc.pre(before.length > 0)
        const start = one % before.length
        const end = start + 1 + (other % (before.length - start))
        const [found] = carryRanges(before, after, [{ start, end }])
        fc.pre(found !== null && found !== undefined)
        expect(found.start >= 0 && found.start < found.end && found.end <= after.length).toBe(true)
        const isSame = after.slice(found.start, found.end) === before.slice(start, end)
        expect(found.outcome).toBe(isSame ? 'unchanged' : 'changed')
        expect(found.similarity === 1).toBe(isSame)
      }),
    )
  })

  it('a text that stayed as it is has all its claims where they were', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '🚒'), minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(text, fc.nat(), (same, one) => {
        const start = one % same.length
        expect(carryRanges(same, same, [{ start, end: same.length }])).toEqual([
          { start, end: same.length, outcome: 'unchanged', similarity: 1 },
        ])
      }),
    )
  })
})
