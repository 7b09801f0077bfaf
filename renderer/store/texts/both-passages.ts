import { isOrphan, type Claim } from '../../../shared/domain/claim.js'
import type { Finding } from '../../../shared/domain/finding.js'
import type { Relation } from '../../../shared/domain/relation.js'
import { inspecting, isHeld, tellHeldBack } from '../claims/held-claim.js'
import { relationsOf } from '../selections.js'
import { jumpToBoth } from './shown-texts.js'
import { getState, setState, type Passage } from '../store.js'
import { announce } from '../toasts.js'
import { triageNow } from '../findings/triage-session.js'
import { hasInspector, setView } from '../view-state.js'

/** Two passages that are read against each other: the one for the first text, and the one for the text beside it. */
type Pair = readonly [Passage, Passage]

/** How far apart passages of one text may begin and end and still be read in one view of it, in UTF-16 code units. */
const withinOneView = 400

/** What opening the passages of a finding beside each other is called; null when one view of the text shows them all. */
export function sideBySideLabel(spans: readonly Passage[]): string | null {
  const from = Math.min(...spans.map(({ start }) => start))
  const to = Math.max(...spans.map(({ end }) => end))
  const isInOneText = spans.every(({ source }) => source === spans[0]?.source)
  if (spans.length < 2 || (isInOneText && to - from <= withinOneView)) return null
  return spans.length === 2 ? 'Open both side by side' : 'Open the passages side by side'
}

/** Whether what is open has two passages to be read against each other. */
export const hasBothPassages = (): boolean => pairsOfOpen().length > 0

/**
 * Shows both passages of the open finding, or of the open claim and one that it is linked to, side by side in their texts.
 * Where there are more than two, asking again goes on to the next pair.
 */
export function showBothPassages(): void {
  const pairs = pairsOfOpen()
  const next = pairs[(pairs.findIndex(isShown) + 1) % pairs.length]
  if (!next) return
  const finding = openFinding()
  showPair(next)
  if (finding) inspectBeside(finding)
}

/** Shows the passages of a finding side by side, and the finding in the inspector. */
export function showBothPassagesOf(finding: Finding): void {
  const [pair] = pairsOfFinding(finding)
  if (!pair) return
  showPair(pair)
  inspectBeside(finding)
}

/** Shows the passages of two claims side by side; the claim that is open stays so. */
export function showClaimsSideBySide(claim: Claim, other: Claim): void {
  if (standsInText(claim) && standsInText(other)) showPair([passageOf(claim), passageOf(other)])
}

/** Whether a claim's passage can be shown: it is in the text that its source has now. */
export function standsInText(claim: Claim): boolean {
  const source = getState().records.source.get(claim.sourceId)
  return source !== undefined && !isOrphan(claim, source)
}

function showPair([first, second]: Pair): void {
  jumpToBoth(first, second)
  const titleOf = ({ source }: Passage): string => getState().records.source.get(source)?.title ?? ''
  announce(`Side by side: ${titleOf(first)}, and ${titleOf(second)}`)
}

function inspectBeside(finding: Finding): void {
  const { fingerprint } = finding
  setState({ lastFingerprint: fingerprint })
  if (isHeld()) return tellHeldBack(() => showBothPassagesOf(finding))
  setView(inspecting({ fingerprint, claimId: null }))
}

function openFinding(): Finding | undefined {
  const { view, records } = getState()
  if (view.centre === 'triage') return triageNow().shown ?? undefined
  return hasInspector(view.centre) ? records.finding.get(view.fingerprint ?? '') : undefined
}

function pairsOfOpen(): Pair[] {
  const finding = openFinding()
  if (finding) return pairsOfFinding(finding)
  const { view, records } = getState()
  const claim = hasInspector(view.centre) ? records.claim.get(view.claimId ?? '') : undefined
  return claim ? pairsOfClaim(claim) : []
}

/** The first passage with each of the others; those in other sources come first, being the harder to look up. */
function pairsOfFinding({ spans: [first, ...others] }: Finding): Pair[] {
  if (!first) return []
  const isElsewhere = ({ source }: Passage): number => (source === first.source ? 1 : 0)
  return others.toSorted((a, b) => isElsewhere(a) - isElsewhere(b)).map((other) => [first, other])
}

/** A claim with each that it is linked to and that has a place in a text; what contradicts it comes first. */
function pairsOfClaim(claim: Claim): Pair[] {
  if (!standsInText(claim)) return []
  const { records } = getState()
  const isPeaceful = ({ type }: Relation): number => (type === 'contradicts' ? 0 : 1)
  return relationsOf(records, claim.id)
    .toSorted((a, b) => isPeaceful(a) - isPeaceful(b))
    .map(({ fromClaimId, toClaimId }) =>
      records.claim.get(fromClaimId === claim.id ? toClaimId : fromClaimId),
    )
    .filter((other) => other !== undefined && standsInText(other))
    .map((other) => [passageOf(claim), passageOf(other!)])
}

const passageOf = ({ sourceId, selector: { start, end } }: Claim): Passage => ({
  source: sourceId,
  start,
  end,
})

/** Whether a pair is what was gone to last, in two texts that are still beside each other. */
function isShown([first, second]: Pair): boolean {
  const { view, jump } = getState()
  if (view.centre !== 'text' || view.beside === null || !jump?.beside) return false
  return isSame(jump, first) && isSame(jump.beside, second)
}

const isSame = (one: Passage, other: Passage): boolean =>
  one.source === other.source && one.start === other.start && one.end === other.end
