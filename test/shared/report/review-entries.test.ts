import { describe, expect, it } from 'vitest'
import { reportHtml } from '../../../shared/report/html.js'
import { reportMarkdown } from '../../../shared/report/markdown.js'
import { buildReport, type ReportOptions } from '../../../shared/report/report-model.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder } from './case-builder.js'
import { byId, parseReport, wordsIn } from './html-reader.js'

const options = { checker: 'Mercy Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const modelOf = ({ snapshot }: CaseBuilder, more: Partial<ReportOptions> = {}) =>
  buildReport(snapshot, { ...options, ...more })

/** A claim of which a second reader says something else, and which an editor signed, as the case. */
function reviewedCase() {
  const builder = new CaseBuilder()
  const source = builder.source('Days', 'Monday came. Tuesday came.')
  const ada = builder.person('Ada', 'checker')
  const grace = builder.person('Grace <b>', 'second-reader')
  const bob = builder.person('Bob', 'editor')
  const round = builder.round('Second reading')
  const claim = builder.claim(source, 'Monday', { verdict: 'contradicted', status: 'signed-off' })
  const assessment = builder.assess(grace, claim, 'garbled', { comment: 'The *month* is wrong' })
  builder.sign(bob, claim, { roundId: round.id })
  const ofCase = builder.sign(bob, null, { comment: 'Subject to the fixes' })
  return { builder, ada, claim, assessment, ofCase }
}

describe('what a report says of the review', () => {
  it('is who agreed with a claim or differed, and who signed it', () => {
    const { builder } = reviewedCase()
    const [card] = modelOf(builder).cards
    expect(card).toMatchObject({
      assessments: [
        {
          name: 'Grace <b>',
          roleLabel: 'Second reader',
          verdictLabel: 'Garbled',
          standing: 'differs',
          sign: '#',
        },
      ],
      signatures: [{ name: 'Bob', roleLabel: 'Editor', round: 'round 1 (Second reading)', isStale: false }],
    })
  })

  it('follows the verdict: who differed agrees once it is theirs, or was overruled when it was kept', () => {
    const { builder, claim, assessment } = reviewedCase()
    const standing = () => modelOf(builder).cards[0]!.assessments[0]!.standing
    assessment.keptVerdict = 'contradicted'
    expect(standing()).toBe('differed; the verdict was kept')
    claim.verdict = 'garbled'
    expect(standing()).toBe('agrees')
    claim.verdict = null
    expect(standing()).toBe('judged it first')
  })

  it('is who signed the case, and a line for everybody who can and has not', () => {
    const { builder, ofCase } = reviewedCase()
    builder.snapshot.staleSignOffs.push(ofCase.id)
    expect(modelOf(builder).signOff).toMatchObject([
      { role: 'Checker', name: 'Ada', signature: null },
      { role: 'Second reader', name: 'Grace <b>', signature: null },
      {
        role: 'Editor',
        name: 'Bob',
        signature: { isStale: true, round: null, comment: 'Subject to the fixes' },
      },
    ])
    expect(modelOf(new CaseBuilder()).signOff).toEqual([
      { role: 'Checker', name: 'Mercy Okafor', signature: null },
      { role: 'Second reader', name: '', signature: null },
      { role: 'Editor', name: '', signature: null },
    ])
  })

  it('leaves out what colleagues wrote to each other where internal notes are left out', () => {
    const { builder } = reviewedCase()
    const comments = (more: Partial<ReportOptions>) =>
      modelOf(builder, more).cards[0]!.assessments.map(({ comment }) => comment)
    expect(comments({})).toEqual(['The *month* is wrong'])
    expect(comments({ internalNotes: 'leave-out' })).toEqual([null])
  })

  it('stands in HTML and Markdown, with what was typed as text', () => {
    const { builder, ofCase } = reviewedCase()
    builder.snapshot.staleSignOffs.push(ofCase.id)
    const model = modelOf(builder)
    const root = parseReport(wholeOf(reportHtml(model)))
    const card = wordsIn(byId(root, 'claim-1'))
    expect(card).toContain('Grace <b> (Second reader) differs: # Garbled')
    expect(card).toContain('The *month* is wrong')
    expect(card).toMatch(/Bob \(Editor\) signed on .*, round 1 \(Second reading\)/)
    expect(wordsIn(byId(root, 'sign-off'))).toContain(
      'Editor Bob In the case file Changed since Subject to the fixes',
    )
    const markdown = wholeOf(reportMarkdown(model))
    expect(markdown).toContain('- Grace \\<b\\> (Second reader) differs, Garbled, ')
    expect(markdown).toContain(': The \\*month\\* is wrong')
    expect(markdown).toMatch(
      /- Editor: Bob In the case file, .* \(Changed since\): Subject to the fixes, SHA-256 /,
    )
    expect(markdown).toContain('- Checker: Ada — Signature, Date:')
  })
})
