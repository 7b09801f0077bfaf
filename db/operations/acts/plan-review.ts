import type { Change } from '../../../shared/domain/change.js'
import type { Command } from '../../../shared/domain/command.js'
import { personRoles, type Person, type Round, type SignOff } from '../../../shared/domain/review.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { hasAssessed } from '../../tables/assessments.js'
import { claimsAssignedTo } from '../../tables/claims.js'
import { people } from '../../tables/people.js'
import { nextRoundNumber, rounds } from '../../tables/rounds.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { hasSigned, isSignedIn, signOffs } from '../../tables/sign-offs.js'
import { claimParts } from '../reading/claim-parts.js'
import { liveClaim, missingError, takenError } from '../reading/live-records.js'
import { changedFields, patched, type Plan, type Planning } from './plan.js'
import { assessorError } from './plan-assessment.js'
import { withAssignee } from './plan-claim.js'
import { signableRecords } from '../reading/read-case.js'
import { signedCaseHash, signedClaimHash } from '../signing/signed-content.js'

export function planAddPerson({ db, at }: Planning, { id, fields }: Command & { do: 'add-person' }): Plan {
  if (people.find(db, id)) throw takenError('person', id)
  const after: Person = { ...fields, id, createdAt: at, updatedAt: at }
  return { label: 'Add person', changes: [{ kind: 'person', key: id, before: null, after }] }
}

export function planEditPerson({ db, at }: Planning, { id, fields }: Command & { do: 'edit-person' }): Plan {
  const before = personOf(db, id)
  const after = patched(before, fields)
  if (after === before) return { label: 'Edit person', changes: [] }
  const label = `Edit person: ${changedFields(before, after)}`
  return { label, changes: [{ kind: 'person', key: id, before, after: { ...after, updatedAt: at } }] }
}

/** The claims that they were to check have no assignee any more. */
export function planRemovePerson({ db, at }: Planning, { id }: Command & { do: 'remove-person' }): Plan {
  const before = personOf(db, id)
  if (hasSigned(db, id)) {
    const why = `${before.name} has signed, and a signature keeps its person.`
    throw new StetError('conflict', `${why} Nothing was changed. Withdraw the sign-off first.`)
  }
  if (hasAssessed(db, id)) throw assessorError(before.name)
  const unassigned = claimsAssignedTo(db, id).map((claim): Change => ({
    kind: 'claim',
    key: claim.id,
    before: claim,
    after: { ...withAssignee(claim, null), updatedAt: at },
  }))
  return {
    label: 'Remove person',
    changes: [...unassigned, { kind: 'person', key: id, before, after: null }],
  }
}

export function planOpenRound({ db, at }: Planning, { id, title }: Command & { do: 'open-round' }): Plan {
  if (rounds.find(db, id)) throw takenError('round', id)
  const after: Round = { id, number: nextRoundNumber(db), title, openedAt: at, closedAt: null }
  return { label: 'Open round', changes: [{ kind: 'round', key: id, before: null, after }] }
}

export function planEditRound({ db, at }: Planning, { id, fields }: Command & { do: 'edit-round' }): Plan {
  const before = roundOf(db, id)
  const closes = fields.closed === undefined || fields.closed === (before.closedAt !== null)
  const closedAt = closes ? before.closedAt : fields.closed ? at : null
  const after = patched(before, { title: fields.title, closedAt })
  if (after === before) return { label: 'Edit round', changes: [] }
  return { label: 'Edit round', changes: [{ kind: 'round', key: id, before, after }] }
}

export function planRemoveRound({ db }: Planning, { id }: Command & { do: 'remove-round' }): Plan {
  const before = roundOf(db, id)
  if (isSignedIn(db, id)) {
    const why = `Somebody signed in “${before.title}”, and a signature keeps its round.`
    throw new StetError('conflict', `${why} Nothing was changed. Withdraw the sign-off first.`)
  }
  return { label: 'Remove round', changes: [{ kind: 'round', key: id, before, after: null }] }
}

/** The signature, and the status that it gives to the claim. */
export function planSign({ db, at }: Planning, command: Command & { do: 'sign' }): Plan {
  const { id, personId, roundId, claimId, comment } = command
  if (signOffs.find(db, id)) throw takenError('sign-off', id)
  const { name, role } = personOf(db, personId)
  if (roundId && roundOf(db, roundId).closedAt !== null) {
    throw new StetError('conflict', 'This round is closed. Nothing was signed. Open it again, or a new one.')
  }
  const claim = claimId && liveClaim(db, claimId)
  const signedSha256 = claim
    ? signedClaimHash(claim, claimParts(db, claim.id), scaleOfCase(db))
    : signedCaseHash(signableRecords(db))
  const after: SignOff = { id, personId, name, role, roundId, claimId, signedSha256, comment, signedAt: at }
  const changes: Change[] = [{ kind: 'sign-off', key: id, before: null, after }]
  const status = personRoles.find((it) => it.id === role)?.signs
  if (claim && status && claim.status !== status) {
    changes.push({ kind: 'claim', key: claim.id, before: claim, after: { ...claim, status, updatedAt: at } })
  }
  return { label: claim ? 'Sign claim' : 'Sign case', changes }
}

export function planWithdrawSignOff({ db }: Planning, { id }: Command & { do: 'withdraw-sign-off' }): Plan {
  const before = signOffs.find(db, id)
  if (!before) throw missingError('sign-off', id)
  return { label: 'Withdraw sign-off', changes: [{ kind: 'sign-off', key: id, before, after: null }] }
}

function personOf(db: ReadableDb, id: string): Person {
  const person = people.find(db, id)
  if (!person) throw missingError('person', id)
  return person
}

function roundOf(db: ReadableDb, id: string): Round {
  const round = rounds.find(db, id)
  if (!round) throw missingError('round', id)
  return round
}
