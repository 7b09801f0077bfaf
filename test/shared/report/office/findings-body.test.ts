import { describe, expect, it } from 'vitest'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'
import { partNamed, partsOf } from './body-reader.js'

describe('findings in a report for a word processor', () => {
  it('can be verified by hand: passages, why, reckoning, what was assumed and what would settle it', () => {
    const { lines } = partNamed(partsOf(harbourCase()), 'F3 Total mismatch: Error, open')
    expect(lines).toEqual([
      'What is wrong: The parts add up to £40 million, the total says £38 million.',
      'As written: “£38 million, of which the county paid £14 million, the ministry £19 million and the port authority £7 million” (S1 ¶\u00A03)',
      'Why: A total and its parts are given in one sentence and differ by £2 million.',
      'Read as: “£38 million” = £38,000,000 (the total)',
      'Reckoning: 14 + 19 + 7 = 40\n40 − 38 = 2',
      'Assumed: The three payments are all there were',
      'What would settle it: The final account.',
    ])
  })

  it('say who accepted them, and leave out what has nothing to say', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang.')
    build.decide(build.finding([[source, 'bells']], { message: 'Too many bells.' }), 'accepted')
    const { lines } = partNamed(partsOf(build), 'F1 Weekday mismatch: Error, accepted')
    expect(lines).toEqual([
      'What is wrong: Too many bells.',
      'As written: “bells” (S1 ¶\u00A01)',
      'Why: One of the two is wrong.',
      'Accepted: M. Okafor, 3 February 2026',
    ])
  })

  it('that were dismissed are told with who did it and why', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Dismissed findings')
    expect(rows).toEqual([
      {
        Finding: expect.stringMatching(/^F\d Undated relative$/) as string,
        'What was reported':
          'No date to count from within this sentence.\n“on the eve of the opening” (S1 ¶\u00A05)',
        'Reason for dismissing': 'The opening is dated in the first paragraph.\nM. Okafor, 3 February 2026',
      },
    ])
  })

  it('stand beside the claims that contradict each other', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Conflicts and repetitions')
    const lives = rows.find(({ Passage }) => Passage?.includes('Lives lost'))!
    expect(lives['Link']).toBe('Contradicts')
    expect(lives.Passage).toMatch(/^Claim 11 “Lives lost in the building: none” \(S1 ¶\u00A0\d+\)$/)
    expect(lives['Other passage']).toMatch(/^Claim \d+ “the deaths of two men, /)
    expect(rows.map(({ Link }) => Link).filter((link) => link?.startsWith('Open finding'))).toContain(
      'Open finding (F4 Name variant)',
    )
  })

  it('say so where there are none', () => {
    const parts = partsOf(new CaseBuilder())
    expect(partNamed(parts, 'Findings of the automatic checks').lines).toEqual([
      'The automatic checks reported nothing that is open or was accepted.',
    ])
    expect(partNamed(parts, 'Dismissed findings').lines).toEqual(['No finding was dismissed.'])
    expect(partNamed(parts, 'Timeline').lines).toEqual(['Nothing in this report has a date.'])
  })
})

describe('the timeline of a report for a word processor', () => {
  it('tells in the order of time what the picture shows elsewhere', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang in March. They had been cast before.')
    build.claim(source, 'bells rang in March', { eventDate: '1983-03', eventDateInferred: true })
    build.claim(source, 'cast before', { eventDate: '1979' })
    const { rows } = partNamed(partsOf(build), 'Timeline')
    expect(rows).toEqual([
      { When: '1979', Passage: '“cast before”', 'Claim or finding': 'Claim 2', Source: 'S1' },
      {
        When: 'March 1983, inferred',
        Passage: '“bells rang in March”',
        'Claim or finding': 'Claim 1',
        Source: 'S1',
      },
    ])
  })
})
