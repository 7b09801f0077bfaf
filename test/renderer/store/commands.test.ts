import './window.js'
import { describe, expect, it } from 'vitest'
import { commandNamed } from '../../../renderer/store/commands.js'
import { recordsOf } from '../../../renderer/store/case/records.js'
import { getState, setState } from '../../../renderer/store/store.js'
import type { CommandId } from '../../../shared/commands/command-list.js'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { CaseBuilder } from '../../shared/report/case-builder.js'

const whyNot = (id: CommandId): string | null => commandNamed(id)!.whyNot()

/** A window whose open claim or finding stands behind a view. */
function showing(centre: ViewState['centre'], open: 'claim' | 'finding'): void {
  const builder = new CaseBuilder()
  const source = builder.source('Bridge', 'One two three')
  const claim = builder.claim(source, 'One')
  const finding = builder.finding([[source, 'two']])
  setState({
    records: recordsOf(builder.snapshot),
    view: {
      ...getState().view,
      centre,
      claimId: open === 'claim' ? claim.id : null,
      fingerprint: open === 'finding' ? finding.fingerprint : null,
    },
  })
}

describe('what acts on the open claim or finding', () => {
  it.each(['text', 'claims', 'timeline', 'review'] as const)('can be done while “%s” shows it', (centre) => {
    showing(centre, 'claim')
    expect(whyNot('remove-claim')).toBe(null)
    showing(centre, 'finding')
    expect(whyNot('dismiss-finding')).toBe(null)
  })

  it('cannot be done while the report has its place', () => {
    showing('report', 'claim')
    expect(whyNot('verdict-1')).toBe('No claim is open')
    expect(whyNot('remove-claim')).toBe('No claim is open')
    showing('report', 'finding')
    expect(whyNot('dismiss-finding')).toBe('No unanswered finding is shown')
  })
})
