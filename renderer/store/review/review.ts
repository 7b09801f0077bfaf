import { isDisputed, standingOf, type Assessment } from '../../../shared/domain/assessment.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { personRoles, type Person, type Round, type SignOff } from '../../../shared/domain/review.js'
import { isMustFix } from '../../../shared/domain/case-scale.js'
import { statuses, type Status } from '../../../shared/domain/verdicts.js'
import type { Records } from '../case/records.js'
import { claimsInOrder, openFindings } from '../selections.js'
import { scaleOf } from '../claims/verdict-scale.js'

/** A table is never changed in place: what was made of it holds as long as it is the same. */
function grouped<T>(groupOf: (entry: T) => string) {
  const made = new WeakMap<ReadonlyMap<string, T>, Map<string, T[]>>()
  return (table: ReadonlyMap<string, T>): Map<string, T[]> => {
    const groups = made.get(table) ?? Map.groupBy(table.values(), groupOf)
    made.set(table, groups)
    return groups
  }
}

const assessmentsByClaim = grouped<Assessment>(({ claimId }) => claimId)
/** Those over the whole case stand under no claim's id. */
const signOffsByClaim = grouped<SignOff>(({ claimId }) => claimId ?? '')
const none: never[] = []

export const assessmentsOf = (records: Records, claimId: string): readonly Assessment[] =>
  assessmentsByClaim(records.assessment).get(claimId) ?? none

/** The signatures over a claim, oldest first. */
export const signOffsOf = (records: Records, claimId: string): readonly SignOff[] =>
  signOffsByClaim(records['sign-off']).get(claimId) ?? none

/** The signatures over the whole case, oldest first. */
export const caseSignOffs = (records: Records): readonly SignOff[] => signOffsOf(records, '')

/**
 * The person's newest signature over a claim or the case (null) that stands as they would sign now: in their present role, in
 * the round that is open, over what is unchanged since. `stale` are the ids of signatures over what has changed.
 */
export function standingSignOff(
  records: Records,
  stale: Pick<ReadonlySet<string>, 'has'>,
  { id: me, role: asWhat }: Person,
  claimId: string | null,
): SignOff | null {
  const round = presentRound(records)
  const stands = ({ id, personId, role, roundId }: SignOff): boolean =>
    personId === me && role === asWhat && (!round || roundId === round.id) && !stale.has(id)
  return signOffsOf(records, claimId ?? '').findLast(stands) ?? null
}

/** The people of the case in the order of their work: checkers, second readers, editors; then by name. */
export function peopleInOrder({ person }: Pick<Records, 'person'>): Person[] {
  const place = ({ role }: Person): number => personRoles.findIndex(({ id }) => id === role)
  return [...person.values()].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
}

export interface Signed {
  records: Records
  view: Pick<ViewState, 'personId'>
  preferences: { author: string }
  accountName: string
}

/** The name under which this person's acts go into the log. */
export function authorName({ preferences, accountName }: Omit<Signed, 'records' | 'view'>): string {
  return preferences.author.trim() || accountName.trim()
}

/** Who of the people of the case sits here: who was chosen, else who has the author's name; null for nobody of them. */
export function myself(state: Signed): Person | null {
  const { person } = state.records
  const chosen = state.view.personId === null ? null : person.get(state.view.personId)
  return chosen ?? personNamed(state.records, authorName(state))
}

/** The person with this name, whatever its capitals and spaces; null when there is none. */
export function personNamed({ person }: Pick<Records, 'person'>, name: string): Person | null {
  const wanted = folded(name)
  return [...person.values()].find((one) => folded(one.name) === wanted) ?? null
}

const folded = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The round that was opened last and is not closed; null between rounds. */
export function presentRound({ round }: Pick<Records, 'round'>): Round | null {
  const open = [...round.values()].filter(({ closedAt }) => closedAt === null)
  return open.sort((a, b) => b.number - a.number)[0] ?? null
}

/** A claim of which its readers do not all say the same. */
export interface Disagreement {
  claim: Claim
  /** Oldest first; those who agree with the verdict in force among them. */
  assessments: readonly Assessment[]
}

/** The disagreements that are to be settled, in reading order. */
export function disagreements(records: Records): Disagreement[] {
  if (records.assessment.size === 0) return []
  return claimsInOrder(records)
    .map((claim) => ({ claim, assessments: assessmentsOf(records, claim.id) }))
    .filter(({ claim, assessments }) => isDisputed(claim, assessments))
}

const isDone = ({ status }: Claim): boolean =>
  status === 'checked' || status === 'reviewed' || status === 'signed-off'

/** The claims that a person is to check and has not, in reading order. */
export function toCheck(records: Records, person: Person): Claim[] {
  return claimsInOrder(records).filter((claim) => claim.assigneeId === person.id && !isDone(claim))
}

/**
 * The claims that somebody else has judged and this person has neither judged nor signed, in reading order. Claims that
 * they check themselves are read by others.
 */
export function toRead(records: Records, person: Person): Claim[] {
  if (person.role === 'checker') return []
  const isMine = ({ personId }: { personId: string }): boolean => personId === person.id
  return claimsInOrder(records).filter(
    (claim) =>
      claim.verdict !== null &&
      claim.status !== 'in-progress' &&
      claim.assigneeId !== person.id &&
      !assessmentsOf(records, claim.id).some(isMine) &&
      !signOffsOf(records, claim.id).some(isMine),
  )
}

/** What one person has done of what there is to do. */
export interface PersonProgress {
  person: Person
  /** Claims that they are to check, and how many of these are. */
  assigned: number
  checked: number
  /** Claims that they judged after others, and how many of these judgements differ and are not settled. */
  read: number
  differs: number
  /** Claims that they signed. */
  signed: number
}

export function progressOfPeople(records: Records): PersonProgress[] {
  const entries = peopleInOrder(records).map((person): PersonProgress => ({
    person,
    assigned: 0,
    checked: 0,
    read: 0,
    differs: 0,
    signed: 0,
  }))
  const byPerson = new Map<string, PersonProgress>(entries.map((entry) => [entry.person.id, entry]))
  for (const claim of claimsInOrder(records)) {
    const entry = claim.assigneeId && byPerson.get(claim.assigneeId)
    if (!entry) continue
    entry.assigned++
    if (isDone(claim)) entry.checked++
  }
  for (const assessment of records.assessment.values()) {
    const entry = byPerson.get(assessment.personId)
    const claim = records.claim.get(assessment.claimId)
    if (!entry || !claim) continue
    entry.read++
    if (standingOf(assessment, claim) === 'differs') entry.differs++
  }
  for (const [personId, claims] of claimsSigned(records)) {
    const entry = byPerson.get(personId)
    if (entry) entry.signed = claims.size
  }
  return entries
}

function claimsSigned(records: Records): Map<string, Set<string>> {
  const signed = new Map<string, Set<string>>()
  for (const { personId, claimId } of records['sign-off'].values()) {
    if (claimId !== null) signed.set(personId, (signed.get(personId) ?? new Set()).add(claimId))
  }
  return signed
}

/** How many claims have each status, in the order of the work; a status that none has is left out. */
export function progressByStatus(records: Records): { status: Status; count: number }[] {
  const counts = new Map<Status, number>()
  for (const { status } of claimsInOrder(records)) counts.set(status, (counts.get(status) ?? 0) + 1)
  return statuses.flatMap(({ id }) => (counts.has(id) ? [{ status: id, count: counts.get(id)! }] : []))
}

/** What a signature over the case would cover. */
export interface CaseCoverage {
  sources: number
  claims: number
  /** Claims without a verdict. */
  unjudged: number
  mustFix: number
  /** Must-fix claims for which no other wording is proposed. */
  withoutWording: number
  disputed: number
  stale: number
  openFindings: number
}

export function caseCoverage(records: Records): CaseCoverage {
  const claims = claimsInOrder(records)
  const scale = scaleOf(records)
  const toFix = claims.filter(({ verdict }) => isMustFix(scale, verdict))
  return {
    sources: records.source.size,
    claims: claims.length,
    unjudged: claims.filter(({ verdict }) => verdict === null).length,
    mustFix: toFix.length,
    withoutWording: toFix.filter(({ correction }) => correction === null).length,
    disputed: disagreements(records).length,
    stale: claims.filter(({ status }) => status === 'stale').length,
    openFindings: openFindings(records).length,
  }
}
