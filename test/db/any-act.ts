import fc from 'fast-check'
import type { CaseStore } from '../../db/case-store.js'
import type { Command } from '../../shared/domain/command.js'
import { defaultCaseScale, proposedMapping } from '../../shared/domain/case-scale.js'
import { presetScales } from '../../shared/domain/preset-scales.js'
import type { Finding } from '../../shared/domain/finding.js'
import { StetError } from '../../shared/ipc/result.js'
import { addClaim, findingOf, idOf, instant, writeNote } from './case-data.js'

const sourceNumber = fc.constantFrom(1, 3)
const claim = fc.integer({ min: 10, max: 14 })
const note = fc.integer({ min: 20, max: 22 })
const proof = fc.integer({ min: 30, max: 32 })
const relation = fc.integer({ min: 40, max: 43 })
const range = fc.constantFrom([3, 10], [31, 40], [0, 2], [11, 14]) as fc.Arbitrary<[number, number]>
const fingerprint = fc.constantFrom('findingone', 'findingtwo')
const verdict = fc.constantFrom('supported', 'garbled', null)

const evidenceFields = {
  stance: 'context',
  title: 'A paper',
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: null,
  reliability: null,
  credibility: null,
} as const

const person = fc.integer({ min: 60, max: 61 })
const signOff = fc.integer({ min: 70, max: 72 })
const assessment = fc.integer({ min: 80, max: 81 })
const reviewing: fc.Arbitrary<Command>[] = [
  person.map((id): Command => ({ do: 'add-person', id: idOf(id), fields: { name: 'Ada', role: 'editor' } })),
  person.map((id): Command => ({ do: 'edit-person', id: idOf(id), fields: { role: 'checker' } })),
  person.map((id): Command => ({ do: 'remove-person', id: idOf(id) })),
  fc.tuple(signOff, person, fc.option(claim)).map(([id, by, on]): Command => ({
    do: 'sign',
    id: idOf(id),
    personId: idOf(by),
    roundId: null,
    claimId: on === null ? null : idOf(on),
    comment: null,
  })),
  signOff.map((id): Command => ({ do: 'withdraw-sign-off', id: idOf(id) })),
  fc.tuple(fc.array(claim, { minLength: 1, maxLength: 3 }), fc.option(person)).map(([ids, who]): Command => ({
    do: 'edit-claims',
    ids: ids.map((id) => idOf(id)),
    fields: { assigneeId: who === null ? null : idOf(who) },
  })),
  fc.tuple(assessment, claim, person).map(([id, on, by]): Command => ({
    do: 'assess-claim',
    id: idOf(id),
    claimId: idOf(on),
    personId: idOf(by),
    fields: { verdict: by % 2 ? 'garbled' : 'supported', comment: null },
  })),
  claim.map((claimId): Command => ({ do: 'keep-verdict', claimId: idOf(claimId) })),
  assessment.map((id): Command => ({ do: 'remove-assessment', id: idOf(id) })),
  fc.constantFrom(null, 1, 'a').map((value): Command => ({ do: 'set-preference', key: 'some.thing', value })),
  fc
    .tuple(claim, fc.integer({ min: 1, max: 30 }))
    .map(([id, sequence]): Command => ({ do: 'restore-claim', id: idOf(id), sequence })),
]

/** Commands over so few records that they meet again and again; many are refused or change nothing. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(claim, range, sourceNumber)
    .map(([id, [start, end], source]) => addClaim(id, start, end, {}, source)),
  fc
    .tuple(note, claim, fc.constantFrom('', 'a', 'ab', 'abc'))
    .map(([id, on, text]) => writeNote(id, on, text)),
  fc
    .tuple(claim, verdict)
    .map(([id, value]): Command => ({ do: 'edit-claim', id: idOf(id), fields: { verdict: value } })),
  fc
    .tuple(fc.array(claim, { minLength: 1, maxLength: 4 }), verdict, fc.boolean())
    .map(([ids, value, marksChecked]): Command => ({
      do: 'edit-claims',
      ids: ids.map((id) => idOf(id)),
      fields: { verdict: value },
      addTags: value ? ['seen'] : [],
      removeTags: value ? [] : ['seen'],
      marksChecked,
    })),
  fc.tuple(proof, claim, fc.option(range)).map(([id, on, passage]): Command => ({
    do: 'add-evidence',
    id: idOf(id),
    claimId: idOf(on),
    fields: evidenceFields,
    passage: passage && { sourceId: idOf(3), start: passage[0], end: passage[1] },
  })),
  fc.tuple(relation, claim, claim).map(([id, from, to]): Command => ({
    do: 'add-relation',
    id: idOf(id),
    fromClaimId: idOf(from),
    toClaimId: idOf(to),
    type: 'contradicts',
  })),
  fc
    .tuple(
      fingerprint,
      fc.shuffledSubarray([10, 11, 12, 13, 14]),
      fc.shuffledSubarray([40, 41, 42]),
      fc.constantFrom(undefined, null, 'same-as' as const),
    )
    .map(([found, claims, relations, relation]): Command => ({
      do: 'accept-finding',
      fingerprint: found,
      claimIds: claims.map((id) => idOf(id)),
      relationIds: relations.map((id) => idOf(id)),
      relation,
    })),
  fingerprint.map((found): Command => ({ do: 'dismiss-finding', fingerprint: found, reason: 'No' })),
  fingerprint.map((found): Command => ({ do: 'reopen-finding', fingerprint: found })),
  sourceNumber.map((id): Command => ({ do: 'remove-source', id: idOf(id) })),
  sourceNumber.map((id): Command => ({ do: 'edit-source', id: idOf(id), fields: { author: 'Someone' } })),
  claim.map((id): Command => ({ do: 'remove-claim', id: idOf(id) })),
  fc
    .tuple(claim, range)
    .map(([id, [start, end]]): Command => ({ do: 'move-claim', id: idOf(id), start, end })),
  fc
    .tuple(claim, claim, fc.integer({ min: 0, max: 45 }))
    .map(([id, newId, at]): Command => ({ do: 'split-claim', id: idOf(id), newId: idOf(newId), at })),
  fc.tuple(claim, fc.array(claim, { minLength: 1, maxLength: 3 })).map(([id, others]): Command => ({
    do: 'merge-claims',
    id: idOf(id),
    others: others.map((it) => idOf(it)),
  })),
  note.map((id): Command => ({ do: 'remove-note', id: idOf(id) })),
  proof.map((id): Command => ({ do: 'edit-evidence', id: idOf(id), fields: { stance: 'supports' } })),
  proof.map((id): Command => ({ do: 'remove-evidence', id: idOf(id) })),
  relation.map((id): Command => ({ do: 'remove-relation', id: idOf(id) })),
  ...reviewing,
)

/** Another scale for the case; what the mapping does not name keeps its verdict. */
export const anyScaleChange: fc.Arbitrary<Command> = fc
  .tuple(fc.constantFrom(...presetScales), fc.boolean())
  .map(([scale, isMapped]): Command => ({
    do: 'set-verdict-scale',
    scale,
    mapping: isMapped ? proposedMapping(defaultCaseScale, scale, ['supported', 'garbled']) : {},
  }))

/** Another title for the case. */
export const anyRenaming: fc.Arbitrary<Command> = fc
  .constantFrom('One case', 'Two cases', null)
  .map((value): Command => ({ do: 'set-preference', key: 'case.title', value }))

export type Act = Command | 'undo' | 'redo'

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: anyCommand as fc.Arbitrary<Act> },
  fc.constantFrom<Act>('undo', 'redo'),
)

/** Whether an error says that an act was refused, which then changed nothing. */
export const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof StetError && ['not-found', 'conflict', 'invalid'].includes(thrown.kind)

/** Does an act at a second; one that is refused changes nothing, which the rest of a test would notice. */
export function play(store: CaseStore, act: Act, second: number): void {
  try {
    if (act === 'undo') store.undo('Ada', instant(second))
    else if (act === 'redo') store.redo('Ada', instant(second))
    else store.perform(act, 'Ada', instant(second))
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
  }
}

/** The findings that acts accept and dismiss. */
export const findingsOfActs: readonly Finding[] = [
  findingOf('findingone', idOf(1), [3, 10], [31, 40]),
  findingOf('findingtwo', idOf(3), [3, 10], [0, 2]),
]
