import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { caseCheckKey } from '../../../../shared/domain/check-settings.js'
import { categories } from '../../../../shared/domain/finding.js'
import { reportMarkdown } from '../../../../shared/report/markdown.js'
import { wholeOf } from '../../../../shared/report/pieces.js'
import { buildReport } from '../../../../shared/report/report-model.js'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const reader = new MarkdownIt()

/** What a reader of the Markdown sees under each heading: its paragraphs and lines, without marks. */
function shown(build: CaseBuilder): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  const tokens = reader.parse(wholeOf(reportMarkdown(buildReport(build.snapshot, options))), {})
  let lines: string[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    const text = token.children!.map(({ content }) => content).join('')
    if (tokens[index - 1]!.type === 'heading_open') parts.set(text, (lines = []))
    else lines.push(text)
  })
  return parts
}

describe('the method in Markdown', () => {
  it('says what was checked, and that a finding is never a verdict', () => {
    const [scope, can, cannot] = shown(harbourCase()).get('Method')!
    expect(scope).toBe('This report is about 2 texts and 14 claims.')
    expect(can).toContain('shows the reckoning')
    expect(cannot).toContain('a text without findings is not thereby true')
  })

  it('has a line for every check, with the fate of what it found', () => {
    const lines = shown(harbourCase()).get('Automatic checks and their findings')!
    expect(lines.map((line) => line.split(':')[0])).toEqual(categories.map(({ label }) => label))
    expect(lines[0]).toBe(
      'Weekday mismatch: A weekday that the date beside it did not fall on (open 0, accepted 1, dismissed 0)',
    )
  })

  it('says of a check that the case has switched off that it is', () => {
    const build = new CaseBuilder()
    build.snapshot.preferences.push({ key: caseCheckKey, value: { off: ['weekday-mismatch'] } })
    const parts = shown(build)
    expect(parts.get('Method')).toContain('Checks switched off in this case: Weekday mismatch.')
    expect(parts.get('Automatic checks and their findings')![0]).toMatch(/^Weekday mismatch \(off\): /)
  })

  it('says what the verdicts and the grades mean', () => {
    const parts = shown(new CaseBuilder())
    expect(parts.get('Verdicts')).toContain('✗ Contradicted: The evidence says otherwise. Must be fixed.')
    expect(parts.get('Severity of findings')!.at(-1)).toContain('Admiralty code')
  })
})

describe('findings in Markdown', () => {
  it('can be verified by hand: why, reckoning, what was assumed and what would settle it', () => {
    const lines = shown(harbourCase()).get('Findings of the automatic checks')!
    const total = lines.findIndex((line) => line.startsWith('F3 Total mismatch'))
    expect(lines.slice(total, total + 6)).toEqual([
      expect.stringMatching(/^F3 Total mismatch \(Error, open\): The parts add up to £40 million/) as string,
      'Why: A total and its parts are given in one sentence and differ by £2 million.',
      'Read as: “£38 million” = £38,000,000 (the total)',
      'Reckoning: 14 + 19 + 7 = 40; 40 − 38 = 2',
      'Assumed: The three payments are all there were',
      'What would settle it: The final account.',
    ])
  })
})
