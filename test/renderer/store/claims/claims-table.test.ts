import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filteredRows,
  groupedRows,
  noFilter,
  sortedRows,
  tableColumns,
  tableRows,
  valueCounts,
  type TableFilter,
} from '../../../../renderer/store/claims/claims-table.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

const text =
  'Élan opened on Monday. The bridge cost £38 million. elan, again. Zinc was used. The board said so.'

function bridgeCase() {
  const builder = new CaseBuilder()
  const first = builder.source('First', text)
  const second = builder.source('Second', text)
  const elan = builder.claim(first, 'Élan', { verdict: 'supported', status: 'checked', tags: ['b', 'a'] })
  const cost = builder.claim(first, '£38 million', { verdict: 'garbled', type: 'quantity', priority: 'high' })
  const again = builder.claim(first, 'elan, again', { eventDate: '2021-03' })
  const zinc = builder.claim(second, 'Zinc', { verdict: 'garbled', confidence: 'low', tags: ['a'] })
  builder.note(cost, 'Ask the mayor')
  builder.note(cost, 'Asked')
  builder.evidence(zinc, 'Minutes')
  const claims = new Map([
    [elan.id, 'elan'],
    [cost.id, 'cost'],
    [again.id, 'again'],
    [zinc.id, 'zinc'],
  ])
  const records = recordsOf(builder.snapshot)
  return { builder, records, first, second, cost, zinc, nameOf: (id: string) => claims.get(id as never) }
}

describe('the rows', () => {
  it('are numbered in reading order, with what hangs on each claim', () => {
    const { records, nameOf } = bridgeCase()
    const rows = tableRows(records)
    expect(
      rows.map(({ claim, number, source, notes, evidence }) => [
        nameOf(claim.id),
        number,
        source,
        notes,
        evidence,
      ]),
    ).toEqual([
      ['elan', 1, 'First', 0, 0],
      ['cost', 2, 'First', 2, 0],
      ['again', 3, 'First', 0, 0],
      ['zinc', 4, 'Second', 0, 1],
    ])
  })

  it('name who is to check a claim, and follow their names', () => {
    const { builder, cost, zinc } = bridgeCase()
    const [grace, ada] = [builder.person('Grace', 'checker'), builder.person('Ada', 'checker')]
    Object.assign(cost, { assigneeId: grace.id })
    Object.assign(zinc, { assigneeId: ada.id })
    const rows = () => tableRows(recordsOf(builder.snapshot))
    expect(rows().map(({ assignee }) => assignee)).toEqual([null, 'Grace', null, 'Ada'])
    const sorted = sortedRows(rows(), { column: 'assignee', direction: 'ascending' })
    expect(sorted.map(({ assignee }) => assignee)).toEqual(['Ada', 'Grace', null, null])
    grace.name = 'Zoë'
    expect(rows().map(({ assignee }) => assignee)).toEqual([null, 'Zoë', null, 'Ada'])
  })

  it('say which claims have no place in the current text of their source', () => {
    const { records, zinc, second } = bridgeCase()
    const moved = { ...second, currentVersionId: 'another version' as never }
    const later = { ...records, source: new Map([...records.source, [second.id as string, moved]]) }
    expect(
      tableRows(later)
        .filter(({ isOrphan }) => isOrphan)
        .map(({ claim }) => claim),
    ).toEqual([zinc])
  })

  it('stay the same objects where nothing changed', () => {
    const { records, cost } = bridgeCase()
    const before = tableRows(records)
    const judged = { ...cost, verdict: 'supported' as const }
    const after = tableRows({ ...records, claim: new Map([...records.claim, [cost.id as string, judged]]) })
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true, true])
  })
})

describe('a filter', () => {
  const shown = (filter: Partial<TableFilter>) => {
    const { records, nameOf } = bridgeCase()
    const rows = filteredRows(tableRows(records), { ...noFilter, ...filter }, records)
    return rows.map(({ claim }) => nameOf(claim.id))
  }

  it('shows all while nothing is asked for', () => {
    expect(shown({})).toEqual(['elan', 'cost', 'again', 'zinc'])
    expect(shown({ query: '  ' })).toEqual(['elan', 'cost', 'again', 'zinc'])
  })

  it('asks for one of several values of a field, and for all fields at once', () => {
    expect(shown({ verdict: ['garbled', 'none'] })).toEqual(['cost', 'again', 'zinc'])
    expect(shown({ verdict: ['garbled'], tag: ['a'] })).toEqual(['zinc'])
    expect(shown({ status: ['checked'] })).toEqual(['elan'])
    expect(shown({ type: ['quantity'], priority: ['high'] })).toEqual(['cost'])
    expect(shown({ tag: ['a', 'b'] })).toEqual(['elan', 'zinc'])
  })

  it('asks for what hangs on a claim, or that nothing does', () => {
    expect(shown({ has: ['note'] })).toEqual(['cost'])
    expect(shown({ has: ['evidence'] })).toEqual(['zinc'])
    expect(shown({ has: ['no-note', 'no-evidence'] })).toEqual(['elan', 'again'])
    expect(shown({ has: ['orphan'] })).toEqual([])
  })

  it('takes the words and fields of the search as well', () => {
    expect(shown({ query: 'elan' })).toEqual(['elan', 'again'])
    expect(shown({ query: 'verdict:garbled has:note' })).toEqual(['cost'])
    expect(shown({ query: 'verdict:garbled', has: ['evidence'] })).toEqual(['zinc'])
  })
})

describe('a sort', () => {
  const sorted = (column: (typeof tableColumns)[number]['id'], direction: 'ascending' | 'descending') => {
    const { records, nameOf } = bridgeCase()
    return sortedRows(tableRows(records), { column, direction }).map(({ claim }) => nameOf(claim.id))
  }

  it('compares texts without case and accents', () => {
    expect(sorted('quote', 'ascending')).toEqual(['elan', 'again', 'zinc', 'cost'])
    expect(sorted('quote', 'descending')).toEqual(['cost', 'zinc', 'again', 'elan'])
  })

  it('follows the scales, not their names, and puts what has no value last either way', () => {
    expect(sorted('verdict', 'ascending')).toEqual(['elan', 'cost', 'zinc', 'again'])
    expect(sorted('verdict', 'descending')).toEqual(['cost', 'zinc', 'elan', 'again'])
    expect(sorted('priority', 'descending')).toEqual(['cost', 'elan', 'again', 'zinc'])
    expect(sorted('eventDate', 'descending')[0]).toBe('again')
    expect(sorted('tags', 'ascending')).toEqual(['zinc', 'elan', 'cost', 'again'])
  })

  it('keeps reading order among equals in both directions, and every row, by any column', () => {
    const { records } = bridgeCase()
    const rows = tableRows(records)
    fc.assert(
      fc.property(
        fc.constantFrom(...tableColumns.map(({ id }) => id)),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (column, direction) => {
          const once = sortedRows(rows, { column, direction })
          expect([...once].sort((a, b) => a.number - b.number)).toEqual(rows)
          expect(sortedRows(once, { column, direction })).toEqual(once)
        },
      ),
    )
    expect(sorted('type', 'descending')).toEqual(['elan', 'again', 'zinc', 'cost'])
    expect(sorted('type', 'ascending')).toEqual(['cost', 'elan', 'again', 'zinc'])
  })
})

describe('groups', () => {
  it('come in the order of their scale, hold every row once, and none is empty', () => {
    const { records, nameOf } = bridgeCase()
    const rows = sortedRows(tableRows(records), { column: 'number', direction: 'descending' })
    const groupsBy = (grouping: 'source' | 'verdict' | 'status' | 'type') =>
      groupedRows(rows, grouping, records).map(({ label, rows }) => [
        label,
        rows.map(({ claim }) => nameOf(claim.id)),
      ])
    expect(groupsBy('verdict')).toEqual([
      ['Supported', ['elan']],
      ['Garbled', ['zinc', 'cost']],
      ['Not judged', ['again']],
    ])
    expect(groupsBy('source')).toEqual([
      ['First', ['again', 'cost', 'elan']],
      ['Second', ['zinc']],
    ])
    expect(groupsBy('status')).toEqual([
      ['Unchecked', ['zinc', 'again', 'cost']],
      ['Checked', ['elan']],
    ])
    expect(groupsBy('type').flatMap(([, names]) => names)).toHaveLength(4)
  })
})

it('the values of the chips are counted', () => {
  const { records, first, second } = bridgeCase()
  const counts = valueCounts(tableRows(records))
  expect(counts.verdict).toEqual(
    new Map([
      ['supported', 1],
      ['garbled', 2],
      ['none', 1],
    ]),
  )
  expect(counts.source).toEqual(
    new Map([
      [first.id, 3],
      [second.id, 1],
    ]),
  )
  expect(counts.tag).toEqual(
    new Map([
      ['b', 1],
      ['a', 2],
    ]),
  )
  expect(counts.has).toEqual(
    new Map([
      ['no-note', 3],
      ['no-evidence', 3],
      ['note', 1],
      ['evidence', 1],
    ]),
  )
})
