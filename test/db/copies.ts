import { copyFileSync } from 'node:fs'
import { expect, onTestFinished } from 'vitest'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { ownSideAsk } from '../../db/operations/merge/own-side.js'
import { previewing } from '../../db/operations/merge/preview-merge.js'
import { readOtherCopy } from '../../db/read-other-copy.js'
import type { CaseRecords, Outcome } from '../../shared/domain/case.js'
import type { MergeChoices, MergePreview } from '../../shared/domain/merge.js'
import { finished } from '../../shared/merge/steps.js'
import { addClaim, caseFile, caseWithSources, idOf, importOf, instant, writeNote } from './case-fixture.js'

export const undecided: MergeChoices = { others: null, each: {} }
export const preferMine: MergeChoices = { others: 'mine', each: {} }
export const preferTheirs: MergeChoices = { others: 'theirs', each: {} }

/** A closed case with two sources, the claims 10 and 11, a note (20) on the first and a person (60). */
export function commonCase(): string {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(addClaim(11, 31, 40), 'Ada', instant(3))
  store.perform(writeNote(20, 10, 'Ask her'), 'Ada', instant(4))
  const fields = { name: 'Ada', role: 'editor' } as const
  store.perform({ do: 'add-person', id: idOf(60), fields }, 'Ada', instant(5))
  store.close()
  return path
}

/** A copy of a closed case file. */
export function copyOf(path: string, name = 'copy.stet'): string {
  const copy = caseFile(name)
  copyFileSync(path, copy)
  return copy
}

/** Works on a case file and closes it again. */
export function workOn<T>(path: string, work: (store: CaseStore) => T): T {
  const store = openCase(path)
  try {
    return work(store)
  } finally {
    store.close()
  }
}

/** Merges the copy at a path, which nobody has open, into a case. */
export function mergeInto(store: CaseStore, other: string, choices = undecided, second = 900): Outcome {
  return store.merge(readOtherCopy(other, store.mergeAsk()), choices, 'Ada', instant(second))
}

export function previewOf(store: CaseStore, other: string): MergePreview {
  const copy = readOtherCopy(other, store.mergeAsk())
  return finished(previewing(store.ownSide(ownSideAsk(copy)), copy, instant(900)))
}

/** What a case says, without the marks that tell which copies it has in it. */
export function saidIn(store: CaseStore): Omit<CaseRecords, 'findings' | 'damaged'> {
  const { findings: _findings, damaged: _damaged, preferences, ...records } = store.records()
  const sorted = Object.fromEntries(
    Object.entries(records).map(([kind, list]) => [kind, [...(list as object[])].map((one) => one)]),
  ) as typeof records
  return { ...sorted, preferences: preferences.filter(({ key }) => !key.startsWith('merged.')) }
}

export type Work = (store: CaseStore) => unknown

/** A case that the test has open, and a closed copy of it in which something else was done. */
export function apart(mine: Work, theirs: Work, before: Work = () => {}) {
  const path = commonCase()
  workOn(path, before)
  const other = copyOf(path)
  workOn(other, theirs)
  const store = openCase(path)
  onTestFinished(() => store.close())
  mine(store)
  return { store, other, path }
}

/** Ada gives a claim a verdict. */
export const judge =
  (id: number, verdict: string, second = 30): Work =>
  (store) =>
    store.perform({ do: 'edit-claim', id: idOf(id), fields: { verdict } }, 'Ada', instant(second))

/** What a case says, once it was verified from end to end. */
export function sound(store: CaseStore) {
  expect(store.verify().problems).toEqual([])
  return saidIn(store)
}

/** Makes ids from a number upwards. */
export const counting = (first: number) => () => idOf<string>(first++)

/** Gives the first source another text; claims whose words are in it go along. */
export function correct(store: CaseStore, text: string, second: number, ids = 300): void {
  const source = store.records().sources.find(({ id }) => id === idOf(1))!
  const passages = store.records().claims.filter(({ sourceId }) => sourceId === idOf(1))
  const ranges = Object.fromEntries(
    passages.flatMap(({ id, selector }) => {
      const start = text.indexOf(selector.exact)
      return start < 0 ? [] : [[id, { start, end: start + selector.exact.length }]]
    }),
  )
  const { document } = importOf(text)
  store.replaceText(
    {
      sourceId: source.id,
      baseVersionId: source.currentVersionId,
      document,
      reason: 'Typing',
      ranges,
      file: null,
    },
    counting(ids),
    'Ada',
    instant(second),
  )
}

/** How a claim is judged in a case. */
export const verdictOf = (store: CaseStore, id: number) =>
  store.records().claims.find((claim) => claim.id === idOf(id))?.verdict
