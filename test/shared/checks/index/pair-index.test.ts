import { describe, expect, it } from 'vitest'
import type { SectionView } from '../../../../shared/checks/check-context.js'
import { findingOf } from '../../../../shared/checks/explain.js'
import { PairIndex } from '../../../../shared/checks/index/pair-index.js'

/** A section whose words are the items: words of one letter beginning and different ends make pairs. */
function sectionOf(source: string, text: string): SectionView {
  return { source, text, title: '', published: null, paragraphs: [], dates: [], datesBySentence: new Map() }
}

function indexOf(mostHolders: number) {
  return new PairIndex<{ section: SectionView; word: string }>({
    itemsOf: (section) =>
      section.text.split(' ').map((word) => ({ item: { section, word }, keys: [word.charAt(0)] })),
    isPair: (a, b) => a.word !== b.word,
    mostHolders,
  })
}

function pairsIn(index: ReturnType<typeof indexOf>): string[] {
  return index
    .findings((rival, item) =>
      findingOf(
        { id: 'event-date-conflict', category: 'event-date-conflict' },
        {
          severity: 'check',
          message: `${rival.word} ${item.word}`,
          spans: [{ section: item.section, start: 0, end: 1 }],
          explanation: { reason: '', settle: '' },
        },
      ),
    )
    .map(({ message }) => message)
    .sort()
}

describe('pairs over sections', () => {
  it('gives each item its earliest rival, in the order of the sections', () => {
    const index = indexOf(9)
    const [a, b, c] = [sectionOf('a', 'ab'), sectionOf('b', 'ac ad'), sectionOf('c', 'bb')]
    index.update([a, b, c])
    expect(pairsIn(index)).toEqual(['ab ac', 'ab ad'])
    index.update([b, a, c])
    expect(pairsIn(index)).toEqual(['ac ab', 'ac ad'])
  })

  it('forgets what has gone', () => {
    const index = indexOf(9)
    const [a, b] = [sectionOf('a', 'ab'), sectionOf('b', 'ac ad')]
    index.update([a, b])
    index.update([b])
    expect(pairsIn(index)).toEqual(['ac ad'])
  })

  it('passes over a key that too many have, and takes it up when they have gone', () => {
    const index = indexOf(3)
    const [a, b] = [sectionOf('a', 'ab ac'), sectionOf('b', 'ad ae')]
    index.update([a, b])
    expect(pairsIn(index)).toEqual([])
    index.update([b])
    expect(pairsIn(index)).toEqual(['ad ae'])
    index.update([a, b])
    expect(pairsIn(index)).toEqual([])
  })
})
