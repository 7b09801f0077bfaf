import { standingOf, type AssessmentFields } from '../../../shared/domain/assessment.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { AssessmentId, ClaimId, PersonId, RoundId, SignOffId } from '../../../shared/domain/ids.js'
import {
  personRoles,
  type Person,
  type PersonRole,
  type Round,
  type SignOff,
} from '../../../shared/domain/review.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { labelOf } from '../../../shared/domain/verdicts.js'
import { ask } from '../../bridge/bridge.js'
import { inTurn, perform, takeBack } from '../case/case-actions.js'
import { assessmentsOf, myself, personNamed, presentRound, standingSignOff } from './review.js'
import { keepFocus } from '../focus.js'
import { getState } from '../store.js'
import { tell } from '../toasts.js'
import { showCentre } from '../view-actions.js'
import { setView } from '../view-state.js'
import { verdictName } from '../claims/verdict-scale.js'

const newId = <T extends string>(): T => crypto.randomUUID() as T

export const roleLabel = (role: PersonRole): string => labelOf(personRoles, role)

/** Why a name cannot be given to a person; null when it can. Two people of one name could not be told apart. */
export function refuseName(name: string, ownId?: string): string | null {
  if (!name.trim()) return 'A person needs a name'
  if (name.trim().length > 200) return 'At most 200 characters'
  const other = personNamed(getState().records, name)
  return other && other.id !== ownId ? `${other.name} is in the list already` : null
}

/** Answers with the person's id, or null when they were not added. */
export async function addPerson(name: string, role: PersonRole): Promise<PersonId | null> {
  const id = newId<PersonId>()
  const done = await perform({ do: 'add-person', id, fields: { name: name.trim(), role } })
  return done ? id : null
}

/** Adds whoever sits here to the people of the case. */
export async function addMyself(name: string, role: PersonRole): Promise<void> {
  const id = await addPerson(name, role)
  if (!id) return
  chooseMyself(id)
  keepFocus('pane-text')
}

/** Says who of the people sits here, for this case on this computer; null goes by the author's name. */
export function chooseMyself(personId: string | null): void {
  setView({ personId })
}

/** Answers whether it was kept. */
export async function renamePerson({ id }: Person, name: string): Promise<boolean> {
  return Boolean(await perform({ do: 'edit-person', id, fields: { name: name.trim() } }))
}

export function setRole({ id }: Person, role: PersonRole): void {
  void perform({ do: 'edit-person', id, fields: { role } })
}

export async function removePerson({ id, name }: Person): Promise<void> {
  if (await perform({ do: 'remove-person', id })) tell(`${name} was removed.`, takeBack)
}

export async function openRound(title: string): Promise<boolean> {
  return Boolean(await perform({ do: 'open-round', id: newId<RoundId>(), title: title.trim() }))
}

/** Answers whether it was kept. */
export async function renameRound({ id }: Round, title: string): Promise<boolean> {
  return Boolean(await perform({ do: 'edit-round', id, fields: { title: title.trim() } }))
}

export function setRoundClosed({ id }: Round, closed: boolean): void {
  void perform({ do: 'edit-round', id, fields: { closed } })
}

export async function removeRound({ id, title }: Round): Promise<void> {
  if (await perform({ do: 'remove-round', id })) tell(`The round “${title}” was removed.`, takeBack)
}

/** Names who is to check a claim; null for nobody. */
export function assign({ id }: Claim, personId: string | null): void {
  void perform({ do: 'edit-claim', id, fields: { assigneeId: personId as PersonId | null } })
}

/** Keeps a person's judgement of a claim; answers whether it was kept. */
export async function assess(claim: Claim, person: Person, fields: AssessmentFields): Promise<boolean> {
  const command = {
    do: 'assess-claim',
    id: newId<AssessmentId>(),
    claimId: claim.id,
    personId: person.id,
    fields,
  } as const
  return Boolean(await perform(command))
}

export function takeAssessmentBack(id: AssessmentId): void {
  void perform({ do: 'remove-assessment', id })
}

/** Agrees with the verdict of the claim that is shown; the same again takes the agreement back. */
export function agreeWithActive(): Promise<void> {
  return inTurn(async () => {
    const { claim, person } = active()
    if (!claim) return
    if (!person) return nobodyHere()
    if (claim.assigneeId === person.id) {
      return tell('You check this claim yourself: somebody else reads it after you.')
    }
    if (claim.verdict === null) return tell('The claim has no verdict yet that you could agree with.')
    const own = assessmentsOf(getState().records, claim.id).find(({ personId }) => personId === person.id)
    if (own && standingOf(own, claim) === 'agrees') {
      if (await perform({ do: 'remove-assessment', id: own.id }))
        tell('Your agreement was taken back.', takeBack)
    } else if (await assess(claim, person, { verdict: claim.verdict, comment: own?.comment ?? null })) {
      tell(`You agree: ${verdictName(claim.verdict)}.`, takeBack)
    }
  })
}

/** Signs the claim that is shown, unless the same signature stands under it already. */
export function signActive(): Promise<void> {
  return inTurn(async () => {
    const { claim, person } = active()
    if (!claim) return
    if (!person) return nobodyHere()
    const stale = new Set((await ask('review.stale', { claimId: claim.id })).map(({ id }) => id))
    if (standingSignOff(getState().records, stale, person, claim.id)) {
      return tell('You have signed this claim, and it is as it was signed.')
    }
    await sign(person, claim.id, null)
  })
}

/** Signs a claim, or the whole case (null), in the round that is open; answers whether it was signed. */
export async function sign(
  person: Person,
  claimId: ClaimId | null,
  comment: string | null,
): Promise<boolean> {
  const round = presentRound(getState().records)
  const done = await perform({
    do: 'sign',
    id: newId<SignOffId>(),
    personId: person.id,
    roundId: round?.id ?? null,
    claimId,
    comment: comment?.trim() || null,
  })
  if (done)
    tell(`${claimId ? 'Claim' : 'Case'} signed as ${person.name}, ${roleLabel(person.role)}.`, takeBack)
  return Boolean(done)
}

export async function withdraw({ id, name }: SignOff): Promise<void> {
  if (await perform({ do: 'withdraw-sign-off', id })) tell(`${name}’s signature was withdrawn.`, takeBack)
}

/** Settles a disagreement by giving the claim another verdict; a first one makes it checked, as elsewhere. */
export async function takeVerdict({ id, status }: Claim, verdict: Verdict): Promise<void> {
  const isEarly = status === 'unchecked' || status === 'in-progress'
  const fields = { verdict, ...(isEarly ? { status: 'checked' as const } : {}) }
  if (await perform({ do: 'edit-claim', id, fields })) {
    tell(`The verdict is now: ${verdictName(verdict)}.`, takeBack)
  }
}

/** Settles a disagreement by keeping the verdict in force. */
export async function keepVerdict({ id, verdict }: Claim): Promise<void> {
  if (await perform({ do: 'keep-verdict', claimId: id })) {
    tell(`The verdict is kept: ${verdictName(verdict)}.`, takeBack)
  }
}

function active(): { claim: Claim | null; person: Person | null } {
  const state = getState()
  const { view, records } = state
  return { claim: (view.claimId && records.claim.get(view.claimId)) || null, person: myself(state) }
}

function nobodyHere(): void {
  tell('Say first who you are: add yourself to the people of this case.', {
    label: 'Open review',
    run: () => showCentre('review'),
  })
}
