import type { Command } from '../../../shared/domain/command.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import { isSymmetric, type Relation, type RelationType } from '../../../shared/domain/relation.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { relationBetween, relations } from '../../tables/relations.js'
import { liveClaim, missingError, takenError } from '../reading/live-records.js'
import type { Plan, Planning } from './plan.js'

/** Whether two claims are already related so; for a symmetric type, in either direction. */
export function isRelated(db: ReadableDb, from: ClaimId, to: ClaimId, type: RelationType): boolean {
  if (relationBetween(db, from, to, type)) return true
  return isSymmetric(type) && relationBetween(db, to, from, type) !== null
}

/** No change when the claims are already related so. */
export function planAddRelation({ db, at }: Planning, command: Command & { do: 'add-relation' }): Plan {
  const { id, fromClaimId, toClaimId, type } = command
  liveClaim(db, fromClaimId)
  liveClaim(db, toClaimId)
  if (fromClaimId === toClaimId)
    throw new StetError('invalid', 'A claim cannot be related to itself. Choose another.')
  if (relations.find(db, id)) throw takenError('relation', id)
  if (isRelated(db, fromClaimId, toClaimId, type)) return { label: 'Add relation', changes: [] }
  const after: Relation = { id, fromClaimId, toClaimId, type, fingerprint: null, createdAt: at }
  return { label: 'Add relation', changes: [{ kind: 'relation', key: id, before: null, after }] }
}

export function planRemoveRelation({ db }: Planning, command: Command & { do: 'remove-relation' }): Plan {
  const before = relations.find(db, command.id)
  if (!before) throw missingError('relation', command.id)
  liveClaim(db, before.fromClaimId)
  liveClaim(db, before.toClaimId)
  return { label: 'Remove relation', changes: [{ kind: 'relation', key: before.id, before, after: null }] }
}
