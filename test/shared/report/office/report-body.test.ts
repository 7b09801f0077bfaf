import { describe, expect, it } from 'vitest'
import type { BodyBlock } from '../../../../shared/report/office/body-blocks.js'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'
import { blocksOf, partNamed, partsOf } from './body-reader.js'

const log = { entries: [], total: 12, head: 'c'.repeat(64) }

describe('a report for a word processor', () => {
  it('says at its head who checked what, in which state and of which version of the case', () => {
    const [head] = partsOf(harbourCase(), { material: { coverage: null, log } })
    expect(head).toMatchObject({
      heading: 'Fact-check report: The bridge that took forty years',
      lines: [
        'Checked by: M. Okafor',
        'State: In work, not signed off',
        'Work recorded: 3 February 2026',
        'Report made: 5 February 2026, 16:20 UTC, Stet 0.1.0',
        `Version of the case: log entry 12, ${'c'.repeat(64)}`,
      ],
    })
  })

  it('says at its head what it leaves out', () => {
    const build = harbourCase()
    const [head] = partsOf(build, {
      internalNotes: 'leave-out',
      claimsLeftOut: 2,
      withheld: { claimants: true, sources: false },
    })
    expect(head!.lines.at(-1)).toBe(
      'Left out: The names of claimants are withheld from this report.\nClaims left out of this report: 2. Those in it are numbered anew.\nInternal notes left out of this report: 1.',
    )
  })

  it('has a card a claim, with its judgement, notes, evidence and what goes with it', () => {
    const { lines } = partNamed(partsOf(harbourCase()), 'Claim 1: ≠ Inconsistent')
    expect(lines[0]).toBe('opened on Tuesday, 14 March 1983')
    expect(lines).toContain('Location: S1 ¶\u00A02, The bridge that took forty years')
    expect(lines).toContain('Status: Checked · Date or time · Confidence: High · High priority')
    expect(lines).toContain('Proposed wording: opened on Monday, 14 March 1983')
    expect(lines).toContain('Flagged: F1 Weekday mismatch: 14 March 1983 was a Monday, not a Tuesday.')
    const said = (start: string): string => lines.find((line) => line.startsWith(start))!
    expect(said('Note: ')).toMatch(/“Monday”, no date \(M\. Okafor, 3 February 2026, 09:\d\d UTC\)$/)
    expect(said('Internal note: ')).toMatch(/Ask for it in writing\. \(J\. Lindqvist, /)
    expect(said('Supports: ')).toBe(
      'Supports: Programme of the opening ceremony, “The Mayor will cut the ribbon at noon on Monday.”; Address: https://archive.example.org/sandmouth/programme-opening.pdf; Archived copy: https://web.archive.example/20260203/https://archive.example.org/sandmouth/programme-opening.pdf; Accessed: 3 February 2026; Grade: B2',
    )
    expect(said('Other claims: ')).toMatch(/^Other claims: Contradicts Claim \d+$/)
  })

  it('says what a claim lacks, and that nothing was proposed for one that must be fixed', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang. Nobody slept.')
    build.claim(source, 'bells rang', { verdict: 'unsupported' })
    build.note(build.claim(source, 'Nobody slept', { verdict: 'supported' }), 'So they say.')
    const parts = partsOf(build)
    const bare = partNamed(parts, 'Claim 1: ∅ Unsupported').lines
    expect(bare).toContain('Proposed wording: None proposed')
    expect(bare.at(-1)).toBe('Evidence: No note and no evidence recorded.')
    const noted = partNamed(parts, 'Claim 2: ✓ Supported').lines
    expect(noted.at(-1)).toBe('Evidence: No evidence recorded.')
    expect(noted.join('\n')).not.toContain('Proposed wording')
  })

  it('tells what others said of a claim and who signed it', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells', { verdict: 'supported' })
    const reader = build.person('Grace', 'second-reader')
    build.assess(reader, claim, 'contradicted', { comment: 'It was a drum.' })
    build.sign(reader, claim, { comment: 'With reservations' })
    const { lines } = partNamed(partsOf(build), 'Claim 1: ✓ Supported')
    const said = lines.filter((line) => line.startsWith('Review: '))
    expect(said[0]).toMatch(
      /^Review: Grace \(Second reader\) differs: ✗ Contradicted, 3 February 2026, .*: It was a drum\.$/,
    )
    expect(said[1]).toMatch(
      /^Review: Grace \(Second reader\) signed on 3 February 2026, .*: With reservations$/,
    )
  })

  it('keeps the head of a card with how it was judged, and leaves the rest to break over pages', () => {
    const blocks = blocksOf(harbourCase())
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('Claim 1:'))
    const staysWithNext = (block: BodyBlock): boolean =>
      block.kind === 'heading' ||
      block.kind === 'passage' ||
      ('keepsNext' in block && block.keepsNext === true)
    expect(blocks.slice(at, at + 4).map(staysWithNext)).toEqual([true, true, true, true])
    const next = blocks.findIndex((block, index) => index > at && block.kind === 'heading')
    expect(blocks.slice(at + 4, next).map(staysWithNext)).toContain(false)
    expect(staysWithNext(blocks[next - 2]!), 'no last line alone on a page').toBe(true)
    expect(staysWithNext(blocks[next - 1]!)).toBe(false)
  })
})
