import { diffArrays, diffWordsWithSpace } from 'diff'

export interface ChangedPart {
  text: string
  change: 'added' | 'removed' | null
}

export type ChangeKind = 'changed' | 'equal' | 'gap'

/** A paragraph as a difference shows it; a gap stands for equal paragraphs that are left out. */
export interface ChangedParagraph {
  kind: ChangeKind
  parts: ChangedPart[]
}

/** What is searched for differences and shown of them at most: more than anyone reads, and quick. */
const mostEdits = 4000
const mostShown = 600
const longestCompared = 20_000

/**
 * The paragraphs (lines) in which two texts differ, with the words that came and went, each with its equal neighbours.
 * `isComplete` is false when there is more than is shown.
 */
export function changesBetween(
  before: string,
  after: string,
): { paragraphs: ChangedParagraph[]; isComplete: boolean } {
  const runs = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: mostEdits })
  if (!runs) return { paragraphs: [wholly(before, 'removed'), wholly(after, 'added')], isComplete: false }
  const paragraphs: ChangedParagraph[] = []
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!
    const next = runs[index + 1]
    if (run.removed && next?.added) {
      paragraphs.push(...replaced(run.value, next.value))
      index++
    } else if (run.removed || run.added) {
      paragraphs.push(...run.value.map((text) => wholly(text, run.added ? 'added' : 'removed')))
    } else paragraphs.push(...neighbours(run.value, index === 0, index === runs.length - 1))
  }
  return { paragraphs: paragraphs.slice(0, mostShown), isComplete: paragraphs.length <= mostShown }
}

function wholly(text: string, change: 'added' | 'removed'): ChangedParagraph {
  return { kind: 'changed', parts: [{ text: text.slice(0, longestCompared) || '¶', change }] }
}

/** Paragraphs in the place of others: compared by words one to one, the rest whole. */
function replaced(before: readonly string[], after: readonly string[]): ChangedParagraph[] {
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, index): ChangedParagraph => {
    const [old, now] = [before[index], after[index]]
    if (old === undefined) return wholly(now ?? '', 'added')
    if (now === undefined) return wholly(old, 'removed')
    return { kind: 'changed', parts: wordChanges(old, now) }
  })
}

function wordChanges(old: string, now: string): ChangedPart[] {
  const isShort = Math.max(old.length, now.length) <= longestCompared
  const words = isShort ? diffWordsWithSpace(old, now, { maxEditLength: mostEdits }) : undefined
  if (!words) return [...wholly(old, 'removed').parts, ...wholly(now, 'added').parts]
  return words.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : null,
  }))
}

function neighbours(lines: readonly string[], isFirst: boolean, isLast: boolean): ChangedParagraph[] {
  if (isFirst && isLast) return []
  const filled = lines.filter((line) => line.trim())
  const ends = [
    isFirst ? undefined : filled[0],
    isLast || (filled.length < 2 && !isFirst) ? undefined : filled.at(-1),
  ]
  const [start, end] = ends.map((text) => (text === undefined ? [] : [equal(text)]))
  const left = filled.length - start!.length - end!.length
  return [...start!, ...(left > 0 ? [gap] : []), ...end!]
}

const gap: ChangedParagraph = { kind: 'gap', parts: [] }
const equal = (text: string): ChangedParagraph => ({ kind: 'equal', parts: [{ text, change: null }] })
