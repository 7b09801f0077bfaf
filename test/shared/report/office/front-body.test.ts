import { describe, expect, it } from 'vitest'
import { checkableKinds } from '../../../../shared/coverage/checkables.js'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'
import { partNamed, partsOf } from './body-reader.js'

describe('the first pages of a report for a word processor', () => {
  it('list what must be fixed with the passage, the wording and the proof behind it', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Must fix')
    expect(rows[0]).toEqual({
      Claim: '1',
      'As written': 'opened on Tuesday, 14 March 1983',
      Location: 'S1 ¶\u00A02',
      Verdict: '≠ Inconsistent\nHigh priority',
      'Proposed wording': 'opened on Monday, 14 March 1983',
      Evidence:
        'Contradicts: Minutes of the meeting of 21 March 1983\nSupports: Programme of the opening ceremony',
    })
  })

  it('cite the proof in full where they are all that the report has', () => {
    const { rows } = partNamed(partsOf(harbourCase(), { template: 'must-fix' }), 'Must fix')
    expect(rows[0]!.Evidence).toContain(
      'Address: https://archive.example.org/sandmouth/programme-opening.pdf;',
    )
  })

  it('list the errors that nobody has decided on, with every passage', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Open findings')
    expect(rows.map((row) => row['What is wrong'])).toEqual([
      'The parts add up to £40 million, the total says £38 million.',
      'From 8,000 to 20,000 is a growth of 150 per cent, not 250.',
    ])
    expect(rows[1]!['As written']).toBe('“250 per cent, from 8,000 vehicles a day to 20,000” (S1 ¶\u00A07)')
  })

  it('list what waits for an answer', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Open queries')
    expect(rows.map((row) => [row.Claim, row['Proposed wording']])).toEqual([['8', 'None proposed']])
  })

  it('say that a passage is to be left out, and that one is not in the text any more', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells rang', {
      verdict: 'contradicted',
      correction: '',
    })
    claim.selector = { ...claim.selector, exact: 'drums rolled' }
    const [row] = partNamed(partsOf(build), 'Must fix').rows
    expect(row).toMatchObject({
      'As written': 'drums rolled (not in the text)',
      'Proposed wording': 'Leave the passage out',
    })
  })

  it('count the claims by verdict and by status, each of which adds up to all', () => {
    const { lines, rows } = partNamed(partsOf(harbourCase()), 'Overview')
    expect(lines[0]).toMatch(/^14 claims, 5 must fix, 3 open findings, /)
    // The two counts stand side by side in one table whose columns of numbers have one name.
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((row) => row.Verdict)).toContain('≠ Inconsistent')
    expect(rows.map((row) => row.Status)).toContain('Checked')
  })

  it('say what the claims cover of each text', () => {
    const build = harbourCase()
    const coverage = build.snapshot.sources.map(({ id }) => ({
      sourceId: id,
      counts: checkableKinds.map((_, index) => ({ covered: index, total: index * 2 })),
    }))
    const { rows, lines } = partNamed(partsOf(build, { material: { coverage, log: null } }), 'Overview')
    const row = rows.find((one) => one['What the claims cover']?.startsWith('S1 '))!
    expect(Object.values(row)).toEqual([
      'S1 The bridge that took forty years',
      '–',
      ...checkableKinds.slice(1).map((_, index) => `${index + 1} / ${2 * (index + 1)}`),
    ])
    expect(lines.at(-1)).toContain('at least half of it')
  })

  it('have no table where there is nothing to count', () => {
    const parts = partsOf(new CaseBuilder())
    expect(partNamed(parts, 'Overview').rows).toEqual([])
    expect(partNamed(parts, 'Must fix').lines).toEqual(['No claim has a verdict that calls for a change.'])
    expect(partNamed(parts, 'Open queries').lines).toEqual(['No query is open.'])
  })
})
