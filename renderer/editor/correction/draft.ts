import { closeHistory, redo, undo } from 'prosemirror-history'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { sourceSchema } from '../../../shared/document/schema.js'
import type { Act } from './record.js'

/** The steps that editing makes. Others change what no key can change, as a mere attribute. */
const knownSteps: ReadonlySet<unknown> = new Set(['replace', 'replaceAround', 'addMark', 'removeMark'])

/** On a transaction that plays back a draft: nothing is to be drawn or put right until all of it is done. */
export const playback = 'correction-playback'

/** An act as JSON: "undo", "redo", or its steps, with `joined` where they continue the act before. */
export function actToJson(act: Act): unknown {
  if (typeof act === 'string') return act
  const steps = act.steps.map((step): unknown => step.toJSON())
  return act.joined ? { steps, joined: true } : { steps }
}

/**
 * The state after all acts of a draft, with the history that they had. Throws a RangeError when they are no acts, do not
 * fit the document, or leave one that the schema does not allow.
 */
export function playedBack(state: EditorState, draft: readonly unknown[]): EditorState {
  try {
    const played = undoableSteps(draft).reduce(withAct, state)
    played.doc.check()
    return played
  } catch (thrown) {
    throw new RangeError('The draft does not fit the text', { cause: thrown })
  }
}

type Undoable = 'undo' | 'redo' | Step[]

/** The acts of a draft, each with those that are joined to it. */
function undoableSteps(draft: readonly unknown[]): Undoable[] {
  const acts: Undoable[] = []
  for (const json of draft) {
    if (json === 'undo' || json === 'redo') {
      acts.push(json)
      continue
    }
    const { steps, joined } = (json ?? {}) as { steps?: unknown; joined?: unknown }
    if (!Array.isArray(steps)) throw new RangeError('An act must be "undo", "redo" or a list of steps')
    const parsed = steps.map(stepFromJson)
    const last = acts.at(-1)
    if (joined === true && Array.isArray(last)) last.push(...parsed)
    else acts.push(parsed)
  }
  return acts
}

function stepFromJson(json: unknown): Step {
  const { stepType } = (json ?? {}) as { stepType?: unknown }
  if (!knownSteps.has(stepType)) throw new RangeError(`No such step: ${String(stepType)}`)
  return Step.fromJSON(sourceSchema, json)
}

function withAct(state: EditorState, act: Undoable): EditorState {
  let after = state
  const dispatch = (transaction: Transaction): void => {
    after = state.apply(transaction.setMeta(playback, true))
  }
  if (!Array.isArray(act)) {
    if (!(act === 'undo' ? undo : redo)(state, dispatch)) throw new RangeError(`There is nothing to ${act}`)
  } else if (act.length) {
    dispatch(closeHistory(act.reduce((transaction, step) => transaction.step(step), state.tr)))
  }
  return after
}
