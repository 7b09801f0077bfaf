import '../../store/window.js'
import { afterEach, describe, expect, it } from 'vitest'
import { entriesFor } from '../../../../renderer/panels/context-menu/menu-entries.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import { setTextPlace, type TextPlace } from '../../../../renderer/store/texts/text-place.js'
import type { TextVersionId } from '../../../../shared/domain/ids.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'
import { selecting } from '../../store/selecting.js'

const text = 'The mill burned in 1921. It was rebuilt in 1923.'

afterEach(() => setTextPlace('first', null))

/**
 * What the menu of the text offers while words of it are selected and the claim on “in 1921” is the open one, with a claim
 * and a finding within it; `isEarlier` says that the open claim is on an earlier version of the text.
 */
function offeredOn(words: string, isEarlier = false): string[] {
  const builder = new CaseBuilder()
  const source = builder.source('Mill', text)
  const claim = builder.claim(source, 'in 1921')
  const inner = builder.claim(source, '1921')
  const finding = builder.finding([[source, '1921']])
  if (isEarlier) claim.selector.textVersionId = '4b4fa2e6-0c5b-4d2c-9f4e-1f6f3f1a9c11' as TextVersionId
  const start = text.indexOf(words)
  const view = selecting(start, start + words.length)
  const reading = {
    selectedText: () => words,
    claimsAtCaret: () => [inner.id, claim.id],
    findingsAtCaret: () => [finding.fingerprint],
  }
  setTextPlace('first', {
    sourceId: source.id,
    view: { ...view, ...reading } as unknown as TextPlace['view'],
  })
  setState({
    records: recordsOf(builder.snapshot),
    view: { ...getState().view, sourceId: source.id, claimId: claim.id },
  })
  return entriesFor({ kind: 'text', id: '' })
    .flat()
    .map(({ id }) =>
      id.replace(inner.id, 'inner').replace(claim.id, 'open').replace(finding.fingerprint, 'found'),
    )
}

describe('the menu of the text', () => {
  it('offers what can be done with the open claim where its passage is what is selected', () => {
    const offered = offeredOn('in 1921')
    expect(offered).toEqual(expect.arrayContaining(['focus-note', 'add-evidence', 'remove-claim', 'copy']))
    expect(offered).not.toContain('highlight')
  })

  it('goes on offering the other claims and the findings there', () => {
    const offered = offeredOn('in 1921')
    expect(offered).toEqual(expect.arrayContaining(['claim-inner', 'finding-found']))
    expect(offered).not.toContain('claim-open')
  })

  it('takes no claim on an earlier version of the text for what is selected', () => {
    const offered = offeredOn('in 1921', true)
    expect(offered).toContain('highlight')
    expect(offered).not.toContain('remove-claim')
  })

  it('offers to highlight any other selection, and nothing that would remove the claim', () => {
    const offered = offeredOn('burned in 1921')
    expect(offered).toEqual(expect.arrayContaining(['highlight', 'copy']))
    expect(offered).not.toContain('remove-claim')
  })
})
