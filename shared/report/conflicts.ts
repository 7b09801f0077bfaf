import type { Relation } from '../domain/relation.js'
import type { ClaimCard } from './claim-cards.js'
import { compare } from './claim-numbers.js'
import type { FindingEntry } from './finding-entries.js'
import type { Place, Places } from './places.js'
import type { Label } from './wording.js'

/** One passage of a conflict; `claim` is its claim's number, null for a passage that only a finding names. */
export interface ConflictSide {
  claim: number | null
  quote: string
  place: Place
}

/**
 * Passages that do not go together, or that say the same: a relation that a person drew or accepted, or an open finding
 * about two or more passages. `finding` is the finding that it is or was accepted from.
 */
export interface Conflict {
  kind: 'contradicts' | 'same-as' | 'finding'
  sides: ConflictSide[]
  finding: FindingEntry | null
}

export const conflictNames: Record<Conflict['kind'], Label> = {
  contradicts: 'Contradicts',
  'same-as': 'Same as',
  finding: 'Open finding',
}

/** The conflicts of a case: those between claims in the order of their first claim, then the open findings. */
export function conflictsOf(
  relations: readonly Relation[],
  cards: readonly ClaimCard[],
  findings: readonly FindingEntry[],
  places: Places,
): Conflict[] {
  const drawn = relations.flatMap((relation) => {
    const conflict = conflictBetween(relation, cards, findings, places)
    return conflict ? [{ conflict, key: relation.id }] : []
  })
  drawn.sort((a, b) => order(a.conflict, b.conflict) || compare(a.key, b.key))
  const open = findings.filter(({ state, passages }) => state === 'open' && passages.length > 1)
  return [...drawn.map(({ conflict }) => conflict), ...open.map(openConflict)]
}

function conflictBetween(
  { type, fromClaimId, toClaimId, fingerprint }: Relation,
  cards: readonly ClaimCard[],
  findings: readonly FindingEntry[],
  places: Places,
): Conflict | null {
  if (type !== 'contradicts' && type !== 'same-as') return null
  const numbers = [places.numberOf(fromClaimId), places.numberOf(toClaimId)]
  const sides = numbers.flatMap((number) => sideOf(number === undefined ? undefined : cards[number - 1]))
  if (sides.length < 2) return null
  sides.sort((a, b) => a.claim - b.claim)
  return {
    kind: type,
    sides,
    finding: findings.find((finding) => finding.fingerprint === fingerprint) ?? null,
  }
}

function sideOf(card: ClaimCard | undefined): (ConflictSide & { claim: number })[] {
  return card ? [{ claim: card.number, quote: card.context.quote, place: card.place }] : []
}

function openConflict(finding: FindingEntry): Conflict {
  const sides = finding.passages.map(({ quote, place }) => ({ claim: null, quote, place }))
  return { kind: 'finding', sides, finding }
}

function order(a: Conflict, b: Conflict): number {
  const [first, second] = [a.sides, b.sides]
  return first[0]!.claim! - second[0]!.claim! || first[1]!.claim! - second[1]!.claim!
}
