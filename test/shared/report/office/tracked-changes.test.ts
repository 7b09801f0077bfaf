import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClaimEdges } from '../../../../shared/report/office/claim-edges.js'
import { proposedChanges, type TextChange } from '../../../../shared/report/office/tracked-changes.js'
import { buildReport } from '../../../../shared/report/report-model.js'
import { leavesOf } from '../../../../shared/report/text-blocks.js'
import { CaseBuilder } from '../case-builder.js'
import { origin } from './body-reader.js'

/** What is proposed to be changed in a text by claims on these quotes, with these wordings. */
function changesIn(
  text: string,
  ...proposals: readonly (readonly [quote: string, wording: string])[]
): TextChange[] {
  const build = new CaseBuilder()
  const source = build.source('Text', text)
  for (const [quote, correction] of proposals) build.claim(source, quote, { correction })
  const { sources, cards } = buildReport(build.snapshot, origin)
  const [{ blocks, claims }] = sources as [(typeof sources)[0]]
  return proposedChanges(claims, cards, new ClaimEdges(leavesOf(blocks)))
}

/** Each change as what goes and what comes. */
function shown(text: string, changes: readonly TextChange[]): string[] {
  return changes.map(({ start, end, insert }) => `${text.slice(start, end)} → ${insert}`)
}

function accepted(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .reverse()
    .reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text)
}

describe('the changes that claims propose', () => {
  it('are of the words that differ, and leave those between them alone', () => {
    const text = 'The bridge opened on Tuesday, 14 March 1983, and cost £38 million in all.'
    const wording = 'The bridge opened on Monday, 14 March 1983, and cost £40 million in all.'
    expect(shown(text, changesIn(text, [text, wording]))).toEqual(['Tuesday → Monday', '38 → 40'])
  })

  it('are of whole words: no change begins or ends within one', () => {
    const text = 'They walked 1200 paces.'
    expect(shown(text, changesIn(text, [text, 'They talked 1300 paces.']))).toEqual([
      'walked 1200 → talked 1300',
    ])
  })

  it('are one where hardly a word stays', () => {
    const text = 'The mayor cut the ribbon with a pair of shears.'
    const wording = 'A minister opened the road; nobody saw any pair.'
    expect(changesIn(text, [text, wording])).toHaveLength(1)
  })

  it('are a deletion where the passage is to be left out, and an insertion where only words are added', () => {
    const text = 'Nobody slept. The bells rang.'
    expect(shown(text, changesIn(text, ['Nobody slept.', '']))).toEqual(['Nobody slept. → '])
    expect(shown(text, changesIn(text, ['The bells rang.', 'The bells rang at noon.']))).toEqual([
      ' →  at noon',
    ])
  })

  it('are those of the first claim where two overlap, with all that it proposes', () => {
    const text = 'One bell rang on Monday and one on Friday.'
    const changes = changesIn(
      text,
      ['One bell rang on Monday and one on Friday.', 'Two bells rang on Monday and one on Sunday.'],
      ['on Friday', 'on Thursday'],
    )
    expect(shown(text, changes)).toEqual(['One bell → Two bells', 'Friday → Sunday'])
  })

  it('are those of both where one lies between the changes of the other, in the order of the text', () => {
    const text = 'The mayor opened the bridge on a Monday in 1990 before a crowd.'
    const changes = changesIn(
      text,
      [text, 'The sheriff opened the bridge on a Monday in 1991 before a crowd.'],
      ['Monday', 'Tuesday'],
    )
    expect(shown(text, changes)).toEqual(['mayor → sheriff', 'Monday → Tuesday', '1990 → 1991'])
  })

  it('never lie over one another and are in the order of the text, whatever the claims are on', () => {
    const text = 'The mayor opened the bridge on a Monday in 1990 before a crowd.'
    const words = text.split(' ')
    const proposal = fc
      .tuple(fc.nat(words.length - 1), fc.nat(words.length - 1), fc.infiniteStream(fc.nat(4)))
      .map(([one, other, dice]) => {
        const quoted = words.slice(Math.min(one, other), Math.max(one, other) + 1)
        const changed = quoted.map(
          (word) => [word, word, 'new', `${word} new`, ''][dice.next().value as number],
        )
        return [quoted.join(' '), changed.join(' ')] as const
      })
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 6 }), (proposals) => {
        let end = 0
        for (const change of changesIn(text, ...proposals)) {
          expect(change.start).toBeGreaterThanOrEqual(end)
          end = change.end
        }
      }),
    )
  })

  it('make the proposed wording of the text when all are accepted', () => {
    const words = fc.array(
      fc.constantFrom('a', 'the mill', 'Mühle', ' ', ', ', '.', '\n', 'noon', '🙂', 'e\u0301'),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(words, words, (quote, wording) => {
        const [before, after] = [quote.join('').trim(), wording.join('')]
        fc.pre(before !== '')
        const text = `Before ${before} after`
        const changes = changesIn(text, [before, after])
        expect(accepted(text, changes)).toBe(`Before ${after} after`)
        const offsets = changes.flatMap(({ start, end }) => [start, end])
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
      }),
    )
  })
})
