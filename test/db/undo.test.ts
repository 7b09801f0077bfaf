import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../db/case-store.js'
import type { Command } from '../../shared/domain/command.js'
import { StetError } from '../../shared/ipc/result.js'
import {
  addClaim,
  caseFile,
  findingOf,
  idOf,
  idsFrom,
  importOf,
  instant,
  someText,
  writeNote,
} from './case-fixture.js'

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
  fc.constantFrom(null, 1, 'a').map((value): Command => ({ do: 'set-preference', key: 'some.thing', value })),
  fc
    .tuple(claim, fc.integer({ min: 1, max: 30 }))
    .map(([id, sequence]): Command => ({ do: 'restore-claim', id: idOf(id), sequence })),
]

/** Commands over so few records that they meet again and again; many are refused or change nothing. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(claim, range, sourceNumber)
    .map(([id, [start, end], source]) => addClaim(id, start, end, {}, source)),
  fc
    .tuple(note, claim, fc.constantFrom('', 'a', 'ab', 'abc'))
    .map(([id, on, text]) => writeNote(id, on, text)),
  fc
    .tuple(claim, verdict)
    .map(([id, value]): Command => ({ do: 'edit-claim', id: idOf(id), fields: { verdict: value } })),
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
    .tuple(fingerprint, fc.shuffledSubarray([10, 11, 12, 13, 14]), fc.shuffledSubarray([40, 41, 42]))
    .map(([found, claims, relations]): Command => ({
      do: 'accept-finding',
      fingerprint: found,
      claimIds: claims.map((id) => idOf(id)),
      relationIds: relations.map((id) => idOf(id)),
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

type Act = Command | 'undo' | 'redo'
const acts = fc.array(
  fc.oneof({ weight: 8, arbitrary: command as fc.Arbitrary<Act> }, fc.constantFrom<Act>('undo', 'redo')),
  {
    minLength: 5,
    maxLength: 40,
  },
)

/** Does the acts one a second; those that are refused change nothing, which the rest of the test would notice. */
function play(store: CaseStore, list: readonly Act[]): number {
  let clock = 10
  for (const act of list) {
    clock++
    try {
      if (act === 'undo') store.undo('Ada', instant(clock))
      else if (act === 'redo') store.redo('Ada', instant(clock))
      else store.perform(act, 'Ada', instant(clock))
    } catch (thrown) {
      if (!(thrown instanceof StetError) || !['not-found', 'conflict', 'invalid'].includes(thrown.kind))
        throw thrown
    }
  }
  return clock
}

it('any acts, all taken back, leave what was there before; all done again, what was there after', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const store = createCase(caseFile(), { title: 'Test', id: idOf(999), at: instant() })
      try {
        const before = store.records()
        store.importSources([importOf(someText), importOf(someText, 'Other')], idsFrom(1), 'Ada', instant(1))
        const findings = [
          findingOf('findingone', idOf(1), [3, 10], [31, 40]),
          findingOf('findingtwo', idOf(3), [3, 10], [0, 2]),
        ]
        store.storeFindings(findings)
        let clock = play(store, list)
        while (store.redo('Ada', instant(++clock)));
        const after = store.records()
        let steps = 0
        while (store.undo('Ada', instant(++clock))) steps++
        expect(store.records()).toEqual(before)
        while (store.redo('Ada', instant(++clock))) steps--
        expect(store.records()).toEqual(after)
        expect(steps).toBe(0)
        expect(store.verify().problems).toEqual([])
      } finally {
        store.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
