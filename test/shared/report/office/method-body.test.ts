import { describe, expect, it } from 'vitest'
import { categories, severities } from '../../../../shared/domain/finding.js'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'
import { partNamed, partsOf } from './body-reader.js'

describe('the method of a report for a word processor', () => {
  it('says what was checked, what the checks can and cannot do, and what the grades mean', () => {
    const parts = partsOf(harbourCase())
    expect(partNamed(parts, 'Method').lines).toEqual([
      'This report is about 2 texts and 14 claims.',
      expect.stringContaining('so that it can be verified by hand') as string,
      expect.stringContaining('never that it is false') as string,
    ])
    expect(partNamed(parts, 'Severity of findings').lines).toEqual([
      expect.stringContaining('Admiralty code') as string,
    ])
  })

  it('has a line for every check, with the fate of what it found', () => {
    const { rows } = partNamed(partsOf(harbourCase()), 'Automatic checks and their findings')
    expect(rows.map(({ Check }) => Check)).toEqual(categories.map(({ label }) => label))
    expect(rows[0]).toEqual({
      Check: 'Weekday mismatch',
      'Looks for': 'A weekday that the date beside it did not fall on',
      Open: '0',
      Accepted: '1',
      Dismissed: '0',
      All: '1',
    })
    const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(sum('Open') + sum('Accepted') + sum('Dismissed')).toBe(sum('All'))
    expect(sum('All')).toBe(harbourCase().snapshot.findings.length)
  })

  it('says what the verdicts and the severities mean', () => {
    const parts = partsOf(new CaseBuilder())
    const { rows } = partNamed(parts, 'Verdicts')
    expect(rows).toContainEqual({
      Verdict: '✗ Contradicted',
      Meaning: 'The evidence says otherwise. Must be fixed.',
    })
    expect(rows).toContainEqual({
      Verdict: '✓ Supported',
      Meaning: 'The evidence confirms the passage as written.',
    })
    expect(partNamed(parts, 'Severity of findings').rows.map(({ Severity }) => Severity)).toEqual(
      severities.map(({ label }) => label),
    )
  })
})
