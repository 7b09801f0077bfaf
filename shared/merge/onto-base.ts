import { sameValues, type Merging, type MergeState } from './merge-state.js'

/**
 * What was done with a part of a case, done to the whole: `base` with every difference between the part as it was `given` and
 * as it is `now`. What was left out of the part, or given in another form, stays as it is in the whole.
 */
export function ontoBase(base: MergeState, given: MergeState, now: MergeState): MergeState {
  const state = new Map(base)
  for (const name of given.keys()) if (!now.has(name)) state.delete(name)
  for (const [name, record] of now) {
    const was = given.get(name)
    const whole = base.get(name)
    if (!was) state.set(name, record)
    else if (whole) state.set(name, withDifference(whole, was, record))
    else if (!isSame(was, record)) state.set(name, record)
  }
  return state
}

/**
 * The whole without what was left out of a part and made there anew: who made that did not go on from what the whole has, so that
 * the two stand side by side.
 */
export function withoutMadeAnew(base: MergeState, given: MergeState, now: MergeState): MergeState {
  const anew = [...now.keys()].filter((name) => base.has(name) && !given.has(name))
  if (anew.length === 0) return base
  const state = new Map(base)
  for (const name of anew) state.delete(name)
  return state
}

function withDifference(whole: Merging, was: Merging, now: Merging): Merging {
  const fields = new Map(whole.fields)
  for (const field of new Set([...was.fields.keys(), ...now.fields.keys()])) {
    const values = now.fields.get(field)
    if (sameValues(was.fields.get(field) ?? [], values ?? [])) continue
    if (values) fields.set(field, values)
    else fields.delete(field)
  }
  return { ...whole, presence: was.presence === now.presence ? whole.presence : now.presence, fields }
}

function isSame(one: Merging, other: Merging): boolean {
  const names = new Set([...one.fields.keys(), ...other.fields.keys()])
  return (
    one.presence === other.presence &&
    [...names].every((name) => sameValues(one.fields.get(name) ?? [], other.fields.get(name) ?? []))
  )
}
