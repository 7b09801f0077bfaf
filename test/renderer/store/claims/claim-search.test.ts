import { describe, expect, it } from 'vitest'
import '../window.js'
import { claimsLike } from '../../../../renderer/store/claims/claim-search.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

function searched() {
  const builder = new CaseBuilder()
  const courier = builder.source(
    'Hallam Courier',
    'Eleven boats sank. Café closed. The gate was 2 metres high.',
  )
  const board = builder.source('Harbour Board', 'Nine boats sank.')
  const quotes = ['Eleven boats', 'Café closed', '2 metres']
  const claims = [...quotes.map((quote) => builder.claim(courier, quote)), builder.claim(board, 'Nine boats')]
  const records = recordsOf(builder.snapshot)
  const find = (typed: string, except = ''): string[] =>
    claimsLike(records, typed, except).map(({ selector }) => selector.exact)
  return { claims, records, find }
}

describe('looking for a claim', () => {
  it('finds words of its quote and its source, in any order, case and accent', () => {
    const { find } = searched()
    expect(find('BOATS')).toEqual(['Eleven boats', 'Nine boats'])
    expect(find('boats board')).toEqual(['Nine boats'])
    expect(find('cafe')).toEqual(['Café closed'])
    expect(find('submarine')).toEqual([])
  })

  it('finds its number, which comes before others that have it in their words', () => {
    const { find } = searched()
    expect(find('2')).toEqual(['Café closed', '2 metres'])
    expect(find('#4')).toEqual(['Nine boats'])
  })

  it('leaves out the claim that is linked from, and shows all others while nothing is typed', () => {
    const { find, claims } = searched()
    expect(find('', claims[0]!.id)).toEqual(['Café closed', '2 metres', 'Nine boats'])
  })

  it('stops at so many', () => {
    const { records } = searched()
    expect(claimsLike(records, '', '', 2)).toHaveLength(2)
  })
})
