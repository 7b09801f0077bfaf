import { isOrphan, type Claim } from '../../shared/domain/claim.js'
import type { Evidence } from '../../shared/domain/evidence.js'
import { severities, type Finding } from '../../shared/domain/finding.js'
import type { Note } from '../../shared/domain/note.js'
import type { Relation } from '../../shared/domain/relation.js'
import type { Source } from '../../shared/domain/source.js'
import { numberClaims, type NumberedClaim } from '../../shared/report/claim-numbers.js'
import type { Records } from './case/records.js'

/** Remembers the last answer of a function of one object, which is never changed in place. */
function remembered<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const answers = new WeakMap<K, T>()
  return (key) => {
    if (!answers.has(key)) answers.set(key, compute(key))
    return answers.get(key)!
  }
}

/** The sources in the order of the case. */
export const sourcesInOrder = remembered((table: Records['source']): Source[] =>
  [...table.values()].sort((a, b) => a.position - b.position),
)

const claimsBySource = remembered((table: Records['claim']): Map<string, Claim[]> => {
  const groups = Map.groupBy(table.values(), (claim) => claim.sourceId as string)
  for (const claims of groups.values()) {
    claims.sort((a, b) => a.selector.start - b.selector.start || a.selector.end - b.selector.end)
  }
  return groups
})

const none: never[] = []

/** The claims of a source in the order of its text. */
export function claimsIn(table: Records['claim'], sourceId: string): Claim[] {
  return claimsBySource(table).get(sourceId) ?? none
}

export const claimsOf = (records: Records, sourceId: string): Claim[] => claimsIn(records.claim, sourceId)

const numberedIn = remembered((claims: Records['claim']) =>
  remembered((sources: Records['source']): NumberedClaim[] =>
    numberClaims([...claims.values()], sourcesInOrder(sources)),
  ),
)

/** All claims in reading order, which is that of their numbers: those that are not in the text come last. */
export const claimsInOrder = remembered((records: Records): Claim[] =>
  numberedIn(records.claim)(records.source).map(({ claim }) => claim),
)

const numbersOf = remembered(
  (numbered: NumberedClaim[]): ReadonlyMap<string, number> =>
    new Map(numbered.map(({ claim, number }) => [claim.id, number])),
)

/** The numbers of the claims, which are those that they have in a report. */
export const claimNumbers = (records: Records): ReadonlyMap<string, number> =>
  numbersOf(numberedIn(records.claim)(records.source))

const notesByClaim = remembered((table: Records['note']) =>
  Map.groupBy(table.values(), (note) => note.claimId as string),
)
const evidenceByClaim = remembered((table: Records['evidence']) =>
  Map.groupBy(table.values(), (evidence) => evidence.claimId as string),
)

export const notesOf = (records: Records, claimId: string): Note[] =>
  notesByClaim(records.note).get(claimId) ?? none
export const evidenceOf = (records: Records, claimId: string): Evidence[] =>
  evidenceByClaim(records.evidence).get(claimId) ?? none

/** The relations that a claim has, whichever end it is. */
export function relationsOf(records: Records, claimId: string): Relation[] {
  return [...records.relation.values()].filter(
    (one) => one.fromClaimId === claimId || one.toClaimId === claimId,
  )
}

const graveFirst = severities.map(({ id }) => id)

/** Findings in reading order of their first passage, the graver first where two share a place. */
export const findingsInOrder = remembered((records: Records): Finding[] => {
  const order = new Map(sourcesInOrder(records.source).map((source, index) => [source.id as string, index]))
  const place = ({ spans }: Finding): number => order.get(spans[0]?.source ?? '') ?? Infinity
  return [...records.finding.values()].sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
      graveFirst.indexOf(a.severity) - graveFirst.indexOf(b.severity),
  )
})

/** Findings that nobody has answered yet, in reading order. */
export const openFindings = remembered((records: Records): Finding[] =>
  findingsInOrder(records).filter(({ fingerprint }) => !records.decision.has(fingerprint)),
)

/** Open findings with a passage in a source. */
export function openFindingsOf(records: Records, sourceId: string): Finding[] {
  return openFindings(records).filter(({ spans }) => spans.some(({ source }) => source === sourceId))
}

/** The claims whose passages stand in the current text of a source, in its order. */
export function standingClaimsOf(records: Records, sourceId: string): Claim[] {
  const source = records.source.get(sourceId)
  return source ? claimsOf(records, sourceId).filter((claim) => !isOrphan(claim, source)) : none
}

/** The other claims on exactly the passage of a claim; none for one whose passage is not in the text. */
export function claimsAtPassageOf(records: Records, claim: Claim): Claim[] {
  const { textVersionId, start, end } = claim.selector
  const isThere = ({ id, selector }: Claim): boolean =>
    id !== claim.id &&
    selector.textVersionId === textVersionId &&
    selector.start === start &&
    selector.end === end
  return standingClaimsOf(records, claim.sourceId).filter(isThere)
}

/** Findings whose passages overlap a claim: why the claim may have been made. */
export function findingsAt(records: Records, claim: Claim): Finding[] {
  const source = records.source.get(claim.sourceId)
  if (!source || isOrphan(claim, source)) return none
  const { start, end } = claim.selector
  return findingsInOrder(records).filter(({ spans }) =>
    spans.some((span) => span.source === claim.sourceId && span.start < end && start < span.end),
  )
}

/** Claims that someone has finished with: checked, reviewed or signed off. A verdict alone may still be a query. */
export function checkedCount(claims: Iterable<Claim>): number {
  let count = 0
  for (const { status } of claims) if (finished.has(status)) count += 1
  return count
}

const finished: ReadonlySet<string> = new Set(['checked', 'reviewed', 'signed-off'])
