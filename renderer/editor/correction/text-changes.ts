import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { offsetsOf } from '../../../shared/document/text-offsets.js'

/** A change of a plain text: [`from`, `to`) became `length` other code units. */
export interface TextChange {
  from: number
  to: number
  length: number
  /** Whether what stands there now is more than line breaks. */
  written: boolean
}

/**
 * What a transform does to the plain text, one change after the other, each in the offsets of the text that the change
 * before has left. A change between blocks reaches over all line breaks there, because a block's own line breaks depend
 * on what stands before it.
 */
export function textChangesOf(transform: Transform): TextChange[] {
  return transform.steps.flatMap((step, place) => {
    const before = transform.docs[place]!
    const after = transform.docs[place + 1] ?? transform.doc
    const stretches: Stretch[] = []
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      addStretch(stretches, stretchOf(before, after, { oldStart, oldEnd, newStart, newEnd }))
    })
    // The last first, so that the offsets of those before it stay as they were.
    return stretches.reverse().flatMap(changeOf)
  })
}

/** A stretch of the text before a step and after it. */
interface Stretch {
  from: number
  to: number
  newFrom: number
  newTo: number
  /** Whether there is text in it, before and after. */
  hadText: boolean
  written: boolean
}

interface Replaced {
  oldStart: number
  oldEnd: number
  newStart: number
  newEnd: number
}

function stretchOf(before: Node, after: Node, { oldStart, oldEnd, newStart, newEnd }: Replaced): Stretch {
  return {
    from: offsetsOf(before).endBefore(oldStart),
    to: offsetsOf(before).startAfter(oldEnd),
    newFrom: offsetsOf(after).endBefore(newStart),
    newTo: offsetsOf(after).startAfter(newEnd),
    hadText: oldStart < oldEnd && before.textBetween(oldStart, oldEnd) !== '',
    written: /[^\n]/.test(after.textBetween(newStart, newEnd)),
  }
}

/** The two ends of what is wrapped share the line breaks around it when there is no text inside. */
function addStretch(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1)
  if (!last || last.to <= stretch.from) {
    stretches.push(stretch)
    return
  }
  last.to = Math.max(last.to, stretch.to)
  last.newTo = Math.max(last.newTo, stretch.newTo)
  last.hadText ||= stretch.hadText
  last.written ||= stretch.written
}

/** Nothing where only the structure around some line breaks is another. */
function changeOf({ from, to, newFrom, newTo, hadText, written }: Stretch): TextChange[] {
  const length = newTo - newFrom
  const isSame = !hadText && !written && length === to - from
  return isSame ? [] : [{ from, to, length, written }]
}
