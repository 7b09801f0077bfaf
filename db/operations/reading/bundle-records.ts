import type { BundleChoice, BundleReport } from '../../../shared/domain/bundle.js'
import { caseTitleKey } from '../../../shared/domain/case-title.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import type { RecordKind, RecordOf } from '../../../shared/domain/change.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import { isMergeMark } from '../merge/merge-marks.js'
import { signedClaimHashes } from '../signing/signed-content.js'

/** The records of a bundle by kind, each as it is in the case unless it would lead out of the bundle. */
export interface BundleRecords {
  records: KindRecord[]
  report: BundleReport
}

type Lists = { readonly [K in RecordKind]: RecordOf<K>[] }

/**
 * The chosen part of a case: sources, claims, and what hangs on them. A passage of a source that is not among them becomes a
 * citation with its quote; a relation needs both its claims; a signature goes only where all that was signed goes. Throws
 * 'not-found' when nothing is chosen that is in the case.
 */
export function bundleRecords(all: readonly KindRecord[], choice: BundleChoice): BundleRecords {
  const lists = byKind(all)
  const claims = chosenClaims(lists, choice)
  const claimIds = new Set<string>(claims.map(({ id }) => id))
  const sourceIds = new Set<string>([...choice.sources, ...claims.map(({ sourceId }) => sourceId)])
  const sources = lists.source.filter(({ id, removedAt }) => sourceIds.has(id) && removedAt === null)
  if (sources.length === 0) {
    throw new StetError(
      'not-found',
      'None of the chosen sources and claims is in this case. No bundle was made.',
    )
  }
  const onClaim = <T extends { claimId: string | null }>(list: readonly T[]): T[] =>
    list.filter(({ claimId }) => claimId !== null && claimIds.has(claimId))
  const notes = onClaim(lists.note)
  const shownNotes = notes.filter(({ visibility }) => choice.internalNotes || visibility === 'public')
  const parts = {
    claims,
    notes: shownNotes,
    evidence: onClaim(lists.evidence).map((piece) => withoutSource(piece, sourceIds)),
    relations: lists.relation.filter((one) => claimIds.has(one.fromClaimId) && claimIds.has(one.toClaimId)),
  }
  const preferences = lists.preference.filter(({ key }) => !isMergeMark(key) && key !== caseTitleKey)
  const hashes = signedClaimHashes({ ...parts, sources, decisions: [], preferences })
  const signed = onClaim(lists['sign-off'])
  const signOffs = signed.filter(({ claimId, signedSha256 }) => hashes.get(claimId!) === signedSha256)
  const assessments = choice.internalNotes ? onClaim(lists.assessment) : []
  const people = new Set<string>([
    ...claims.flatMap(({ assigneeId }) => assigneeId ?? []),
    ...[...assessments, ...signOffs].map(({ personId }) => personId),
  ])
  const rounds = new Set(signOffs.map(({ roundId }) => roundId))
  const records: KindRecord[] = [
    ...ofKind('source', sources),
    ...ofKind(
      'person',
      lists.person.filter(({ id }) => people.has(id)),
    ),
    ...ofKind(
      'round',
      lists.round.filter(({ id }) => rounds.has(id)),
    ),
    ...ofKind('claim', claims),
    ...ofKind('note', shownNotes),
    ...ofKind('evidence', parts.evidence),
    ...ofKind('relation', parts.relations),
    ...ofKind('assessment', assessments),
    ...ofKind('sign-off', signOffs),
    ...ofKind<CasePreference>('preference', preferences),
  ]
  return {
    records,
    report: {
      sources: sources.length,
      claims: claims.length,
      notes: shownNotes.length,
      evidence: parts.evidence.length,
      notesLeftOut: notes.length - shownNotes.length,
      signOffsLeftOut: signed.length - signOffs.length,
    },
  }
}

function byKind(all: readonly KindRecord[]): Lists {
  const lists: Record<RecordKind, unknown[]> = {
    source: [],
    claim: [],
    note: [],
    evidence: [],
    relation: [],
    decision: [],
    person: [],
    round: [],
    assessment: [],
    'sign-off': [],
    preference: [],
  }
  for (const { kind, record } of all) lists[kind].push(record)
  return lists as Lists
}

function ofKind<T extends KindRecord['record']>(kind: RecordKind, list: readonly T[]): KindRecord[] {
  return list.map((record) => ({ kind, record }))
}

function chosenClaims({ claim, source }: Lists, { sources, claims }: BundleChoice): Lists['claim'] {
  const live = new Set<string>(source.flatMap(({ id, removedAt }) => (removedAt === null ? [id] : [])))
  const inSources = new Set<string>(sources)
  const chosen = claims && new Set<string>(claims)
  return claim.filter(
    ({ id, sourceId }) => live.has(sourceId) && (chosen ? chosen.has(id) : inSources.has(sourceId)),
  )
}

function withoutSource(piece: RecordOf<'evidence'>, sources: ReadonlySet<string>): RecordOf<'evidence'> {
  if (piece.sourceId === null || sources.has(piece.sourceId)) return piece
  return { ...piece, sourceId: null, selector: null }
}
