import type { CommandEntry, CommandId } from '../../../shared/commands/command-list.js'
import {
  caseScaleKey,
  caseScaleOf,
  shownVerdict,
  verdictLabel,
  type CaseScale,
  type ShownVerdict,
} from '../../../shared/domain/case-scale.js'
import type { ScaleVerdict, Verdict } from '../../../shared/domain/verdict-scale.js'
import type { Records } from '../case/records.js'
import { getState, useStore } from '../store.js'

/** The scale that a case is judged by; the same object as long as nobody changes it. */
export function scaleOf({ preference }: Pick<Records, 'preference'>): CaseScale {
  const own = preference.get(caseScaleKey)
  return caseScaleOf(own ? [own] : [])
}

export const caseScale = (): CaseScale => scaleOf(getState().records)

export const useCaseScale = (): CaseScale => useStore((state) => scaleOf(state.records))

/** What a verdict is called in the open case. */
export const verdictName = (verdict: Verdict | null): string => verdictLabel(caseScale(), verdict)

/** The verdict at a place of the scale, from 1. */
export const verdictAt = (place: number): ScaleVerdict | undefined => caseScale().verdicts[place - 1]

/** The command that sets the verdict at a place of the scale, from 0. */
export const verdictCommand = (index: number): CommandId => `verdict-${index + 1}` as CommandId

/** The place, from 1, of the verdict that a command sets; null for any other command. */
export function placeOfCommand(id: string): number | null {
  const digit = /^verdict-(\d)$/.exec(id)?.[1]
  return digit === undefined ? null : Number(digit)
}

/** What a command is called now: those that set a verdict have its name. */
export function commandLabel({ id, label }: Pick<CommandEntry, 'id' | 'label'>): string {
  const place = placeOfCommand(id)
  if (place === null) return label
  const verdict = verdictAt(place)
  return verdict ? `Verdict: ${verdict.label}` : `Verdict ${place} (not in this scale)`
}

/** The verdicts of the scale, then those from outside it that some of these claims still have. */
export function verdictsAmong(
  scale: CaseScale,
  claims: Iterable<{ verdict: Verdict | null }>,
): ShownVerdict[] {
  const ids = new Set<Verdict>(scale.verdicts.map(({ id }) => id))
  for (const { verdict } of claims) if (verdict !== null) ids.add(verdict)
  return [...ids].map((id) => shownVerdict(scale, id))
}
