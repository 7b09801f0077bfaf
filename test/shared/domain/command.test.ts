import { describe, expect, it } from 'vitest'
import { commandSchema, type Command } from '../../../shared/domain/command.js'
import { presetScales } from '../../../shared/domain/preset-scales.js'

const id = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`

/** One well-made command of each kind. */
const commands: { [N in Command['do']]: { do: N } & Record<string, unknown> } = {
  'edit-source': { do: 'edit-source', id: id(1), fields: { published: '2022-02', kind: 'primary' } },
  'remove-source': { do: 'remove-source', id: id(1) },
  'add-claim': { do: 'add-claim', id: id(2), sourceId: id(1), start: 0, end: 5, fields: { type: 'date' } },
  'edit-claim': { do: 'edit-claim', id: id(2), fields: { verdict: 'supported', eventDate: '1987-03' } },
  'edit-claims': { do: 'edit-claims', ids: [id(2), id(7)], fields: { status: 'query' } },
  'remove-claim': { do: 'remove-claim', id: id(2) },
  'write-note': { do: 'write-note', id: id(3), claimId: id(2), body: { type: 'doc' }, visibility: 'public' },
  'remove-note': { do: 'remove-note', id: id(3) },
  'move-claim': { do: 'move-claim', id: id(2), start: 3, end: 8 },
  'split-claim': { do: 'split-claim', id: id(2), newId: id(7), at: 12 },
  'merge-claims': { do: 'merge-claims', id: id(2), others: [id(7)] },
  'add-evidence': {
    do: 'add-evidence',
    id: id(4),
    claimId: id(2),
    fields: {
      stance: 'supports',
      title: 'Minutes',
      url: null,
      archivedUrl: null,
      accessed: null,
      quote: null,
      reliability: 'B',
      credibility: '2',
    },
    passage: { sourceId: id(1), start: 0, end: 5 },
  },
  'edit-evidence': { do: 'edit-evidence', id: id(4), fields: { stance: 'context' } },
  'remove-evidence': { do: 'remove-evidence', id: id(4) },
  'add-relation': { do: 'add-relation', id: id(5), fromClaimId: id(2), toClaimId: id(6), type: 'corrects' },
  'remove-relation': { do: 'remove-relation', id: id(5) },
  'accept-finding': {
    do: 'accept-finding',
    fingerprint: '0123456789abcdef',
    claimIds: [id(2)],
    relationIds: [],
  },
  'dismiss-finding': { do: 'dismiss-finding', fingerprint: '0123456789abcdef', reason: 'A quotation' },
  'reopen-finding': { do: 'reopen-finding', fingerprint: '0123456789abcdef' },
  'add-person': { do: 'add-person', id: id(7), fields: { name: 'Ada Lovelace', role: 'checker' } },
  'edit-person': { do: 'edit-person', id: id(7), fields: { role: 'editor' } },
  'remove-person': { do: 'remove-person', id: id(7) },
  'open-round': { do: 'open-round', id: id(8), title: 'First reading' },
  'edit-round': { do: 'edit-round', id: id(8), fields: { closed: true } },
  'remove-round': { do: 'remove-round', id: id(8) },
  'assess-claim': {
    do: 'assess-claim',
    id: id(8),
    claimId: id(2),
    personId: id(7),
    fields: { verdict: 'garbled', comment: null },
  },
  'keep-verdict': { do: 'keep-verdict', claimId: id(2) },
  'remove-assessment': { do: 'remove-assessment', id: id(8) },
  sign: { do: 'sign', id: id(9), personId: id(7), roundId: null, claimId: id(2), comment: null },
  'withdraw-sign-off': { do: 'withdraw-sign-off', id: id(9) },
  'set-verdict-scale': {
    do: 'set-verdict-scale',
    scale: presetScales[1],
    mapping: { supported: 'confirmed', garbled: null },
  },
  'set-preference': { do: 'set-preference', key: 'report.sections', value: ['must-fix', 'sources'] },
  'restore-claim': { do: 'restore-claim', id: id(2), sequence: 3 },
}

const isCommand = (value: unknown): boolean => commandSchema.safeParse(value).success
const all = Object.entries(commands)

function without(command: object, name: string): object {
  return Object.fromEntries(Object.entries(command).filter(([key]) => key !== name))
}

describe('a command', () => {
  it.each(all)('%s is taken as it is', (_name, command) => {
    expect(commandSchema.parse(command)).toEqual(command)
  })

  it.each<[string, object]>([
    [
      'with tags',
      { ...commands['edit-claims'], addTags: ['to do'], removeTags: ['done'], marksChecked: true },
    ],
    ['with a relation', { ...commands['accept-finding'], relation: 'same-as' }],
    ['without one', { ...commands['accept-finding'], relation: null }],
  ])('%s is taken as it is', (_name, command) => {
    expect(commandSchema.parse(command)).toEqual(command)
  })

  it.each(all)('%s is refused with a field that it does not have', (_name, command) => {
    expect(isCommand({ ...command, sql: 'delete from claims' })).toBe(false)
  })

  it.each(all)('%s is refused without any one of its fields', (_name, command) => {
    // A note's body is read by the note's own schema, where it is stored.
    const names = Object.keys(command).filter((name) => name !== 'body')
    expect(names.filter((name) => isCommand(without(command, name)))).toEqual([])
  })

  it.each(all)('%s is refused with fields inside that nobody knows', (_name, command) => {
    const inner = Object.entries(command).filter(([name]) => name === 'fields' || name === 'passage')
    const extended = inner.map(([name, value]) => ({
      ...command,
      [name]: { ...(value as object), id: id(9) },
    }))
    expect(extended.filter(isCommand)).toEqual([])
  })

  it.each<[string, unknown]>([
    ['that nobody knows', { do: 'drop-case' }],
    ['named like a property of every object', { do: '__proto__' }],
    ['with an identifier in capitals', { do: 'remove-claim', id: '00000000-0000-4000-8000-00000000000A' }],
    ['with an identifier that is a path', { do: 'remove-claim', id: '../../etc/passwd' }],
    ['with a range that begins before the text', { ...commands['add-claim'], start: -1 }],
    ['with a range of half characters', { ...commands['add-claim'], end: 4.5 }],
    ['with a verdict that is no name', { do: 'edit-claim', id: id(2), fields: { verdict: 'True!' } }],
    ['with a date that is none', { do: 'edit-claim', id: id(2), fields: { eventDate: 'in spring' } }],
    ['without a reason for a dismissal', { ...commands['dismiss-finding'], reason: '   ' }],
    [
      'with more claims than a finding can have',
      { ...commands['accept-finding'], claimIds: Array(51).fill(id(1)) },
    ],
    ['for no claim of many', { ...commands['edit-claims'], ids: [] }],
    [
      'for more claims than one act may change',
      { ...commands['edit-claims'], ids: Array(10_001).fill(id(2)) },
    ],
    ['with a tag that is nothing', { ...commands['edit-claims'], addTags: [''] }],
    ['with a relation that no finding stands for', { ...commands['accept-finding'], relation: 'corrects' }],
    ['that is a list', []],
    ['that is nothing', null],
  ])('%s is refused', (_name, command) => {
    expect(isCommand(command)).toBe(false)
  })
})
