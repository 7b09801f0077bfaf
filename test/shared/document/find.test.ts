import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPassages, type FindQuery } from '../../../shared/document/find.js'

const plain: FindQuery = { text: '', matchCase: false, wholeWord: false, isRegExp: false }
const find = (text: string, query: Partial<FindQuery>, limit = 1000) =>
  findPassages(text, { ...plain, ...query }, limit)
const quotes = (text: string, query: Partial<FindQuery>): string[] =>
  find(text, query).passages.map(({ start, end }) => text.slice(start, end))

describe('findPassages', () => {
  it('finds words in either case, in order and without overlaps', () => {
    expect(find('Anna and ANNA, banana', { text: 'ana' }).passages).toEqual([{ start: 16, end: 19 }])
    expect(quotes('Anna and ANNA', { text: 'anna' })).toEqual(['Anna', 'ANNA'])
    expect(quotes('Anna and ANNA', { text: 'Anna', matchCase: true })).toEqual(['Anna'])
  })

  it('folds case as Unicode does, and keeps its offsets where a letter becomes two', () => {
    const text = 'İİ ß STRASSE Straße Straẞe ΟΔΟΣ οδος ﬁnd'
    expect(quotes(text, { text: 'strasse' })).toEqual(['STRASSE', 'Straße', 'Straẞe'])
    expect(quotes(text, { text: 'Οδός'.normalize('NFD').replace('\u0301', '') })).toEqual(['ΟΔΟΣ', 'οδος'])
    expect(quotes(text, { text: 'find' })).toEqual(['ﬁnd'])
    expect(quotes(text, { text: 'i\u0307' })).toEqual(['İ', 'İ'])
    expect(quotes('ısı ISI', { text: 'ısı' })).toEqual(['ısı'])
  })

  it('never takes half a letter', () => {
    expect(quotes('Straße', { text: 's' })).toEqual(['S'])
    expect(quotes('cafe\u0301 café cafe', { text: 'cafe' })).toEqual(['cafe'])
    expect(quotes('👩‍🚒 👩 👍🏽 👍', { text: '👩' })).toEqual(['👩'])
    expect(quotes('👩‍🚒 🚒 👍🏽 👍', { text: '🚒' })).toEqual(['🚒'])
    expect(quotes('👍🏽 👍', { text: '👍' })).toEqual(['👍'])
    expect(quotes('😀😁', { text: '\ude01' })).toEqual([])
  })

  it('finds a letter however it is composed, also where case matters', () => {
    const text = 'José Jose\u0301 JOSÉ Ångström \u212bngstro\u0308m'
    for (const name of ['José', 'Jose\u0301']) {
      expect(quotes(text, { text: name })).toEqual(['José', 'Jose\u0301', 'JOSÉ'])
      expect(quotes(text, { text: name, matchCase: true })).toEqual(['José', 'Jose\u0301'])
    }
    expect(quotes(text, { text: 'ångström' })).toEqual(['Ångström', '\u212bngstro\u0308m'])
  })

  it('finds what was typed with plain quotation marks and spaces, also over a line break', () => {
    const text = 'He said: “It’s\nover on 3\u00a0March.”'
    expect(quotes(text, { text: '"it\'s over' })).toEqual(['“It’s\nover'])
    expect(quotes(text, { text: '3 March."' })).toEqual(['3\u00a0March.”'])
  })

  it('finds whole words by letters and digits of any script', () => {
    expect(quotes('art, party; Art-house art1 art_', { text: 'art', wholeWord: true })).toEqual([
      'art',
      'Art',
    ])
    expect(quotes('мир мира', { text: 'мир', wholeWord: true })).toEqual(['мир'])
    expect(quotes('naïve naïvety', { text: 'naïve', wholeWord: true })).toEqual(['naïve'])
    expect(quotes('C++ and C', { text: 'C++', wholeWord: true })).toEqual(['C++'])
    expect(quotes('我在北京工作', { text: '北京', wholeWord: true })).toEqual(['北京'])
    expect(quotes('arts art', { text: 'art\\w*', isRegExp: true, wholeWord: true })).toEqual(['arts', 'art'])
  })

  it('takes a pattern line by line for its edges, and leaves empty matches out', () => {
    const text = 'One ship\ntwo ships\nthree'
    expect(quotes(text, { text: '^\\w+', isRegExp: true })).toEqual(['One', 'two', 'three'])
    expect(quotes(text, { text: 'SHIPS?$', isRegExp: true })).toEqual(['ship', 'ships'])
    expect(quotes(text, { text: 'x*|^', isRegExp: true })).toEqual([])
    expect(quotes(text, { text: '.*', isRegExp: true })).toEqual(text.split('\n'))
    expect(quotes('😀x', { text: '.', isRegExp: true })).toEqual(['😀', 'x'])
  })

  it('says what is wrong with a pattern', () => {
    expect(find('text', { text: '(a', isRegExp: true })).toEqual({
      passages: [],
      isComplete: true,
      problem: 'This is not a regular expression: unterminated group.',
    })
  })

  it('stops at the limit and says so', () => {
    expect(find('aaa', { text: 'a' }, 2)).toMatchObject({ isComplete: false, passages: { length: 2 } })
    expect(find('aaa', { text: 'a' }, 3)).toMatchObject({ isComplete: true, passages: { length: 3 } })
    expect(find('aaa', { text: '' })).toEqual({ passages: [], isComplete: true, problem: null })
  })

  it('finds in plain words what a search for the characters finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' '), maxLength: 60 })
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(text, words, fc.boolean(), (within, wanted, matchCase) => {
        const pattern = new RegExp(wanted, matchCase ? 'g' : 'gi')
        const expected = [...within.matchAll(pattern)].map(({ 0: match, index }) => ({
          start: index,
          end: index + match.length,
        }))
        expect(find(within, { text: wanted, matchCase }).passages).toEqual(expected)
      }),
    )
  })

  it('finds any stretch of whole characters of any text, where it stands', () => {
    const units = [
      'a',
      'É',
      'e\u0301',
      'ß',
      'İ',
      'Σ',
      'ς',
      '👩‍🚒',
      '\u1100\u1161',
      '\n',
      ' ',
      '’',
      'ﬁ',
      'クリ',
      'שָׁ',
    ]
    const characters = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(characters, fc.nat(19), fc.nat(19), fc.boolean(), (list, from, size, matchCase) => {
        const start = Math.min(from, list.length - 1)
        const wanted = list.slice(start, start + size + 1).join('')
        const before = list.slice(0, start).join('').length
        const { passages } = find(list.join(''), { text: wanted, matchCase })
        const isCovered = passages.some((one) => one.start <= before + wanted.length && one.end > before)
        expect(isCovered).toBe(true)
        expect(find(wanted, { text: wanted, matchCase }).passages).toEqual([{ start: 0, end: wanted.length }])
      }),
    )
  })
})
