import { afterEach, beforeEach, expect } from 'vitest'
import type { CaseStore } from '../../db/case-store.js'
import type { Command } from '../../shared/domain/command.js'
import { caseWithSources, instant, refusal } from './case-fixture.js'

/** A case with sources for each test, commands that Ada gives in it, and what must not come of some of them. */
export function actsOnCase() {
  const work = {} as { store: CaseStore }
  beforeEach(() => void (work.store = caseWithSources().store))
  afterEach(() => work.store.close())

  const perform = (command: Command, seconds = 10) => work.store.perform(command, 'Ada', instant(seconds))
  const content = () => [work.store.records(), work.store.verifyLog().entries, work.store.undoState()]

  /** Why a command is refused, and nothing is written by it. */
  function refused(command: Command) {
    const before = content()
    const answer = refusal(() => perform(command))
    expect(content()).toEqual(before)
    return answer
  }

  /** A command that changes nothing is not logged and not an act. */
  function expectNothing(command: Command) {
    const before = content()
    expect(perform(command, 99).changes).toEqual([])
    expect(content()).toEqual(before)
  }

  return { work, perform, refused, expectNothing }
}
