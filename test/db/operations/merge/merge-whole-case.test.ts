import { describe, expect, it } from 'vitest'
import { type CaseStore } from '../../../../db/case-store.js'
import { readOtherCopy } from '../../../../db/read-other-copy.js'
import { findingsOfActs } from '../../any-act.js'
import { idOf, importOf, instant, refusal, someText } from '../../case-fixture.js'
import {
  apart,
  commonCase,
  copyOf,
  judge,
  mergeInto,
  preferMine,
  preferTheirs,
  previewOf,
  verdictOf,
  workOn,
  type Work,
} from '../../copies.js'

describe('the title of the case', () => {
  const call =
    (title: string, actor = 'Ada'): Work =>
    (store) =>
      store.setTitle(title, actor, instant(40))

  it('is taken over where only the other changed it, and goes back with the merge', () => {
    const { store, other } = apart(() => {}, call('The mill fire', 'Bea'))
    expect(previewOf(store, other).notices).toEqual(['The case will be called “The mill fire”.'])
    expect(mergeInto(store, other)).toMatchObject({ title: 'The mill fire' })
    expect(store.info().title).toBe('The mill fire')
    expect(store.undo('Ada', instant(950))).toMatchObject({ title: 'Test case' })
    expect(store.redo('Ada', instant(951))).toMatchObject({ title: 'The mill fire' })
    expect(store.verify().problems).toEqual([])
  })

  it('stays where only this one changed it', () => {
    const { store, other } = apart(call('The mill fire'), judge(10, 'supported'))
    mergeInto(store, other)
    expect(store.info().title).toBe('The mill fire')
  })

  it('is asked for where both changed it', () => {
    const { store, other } = apart(call('The mill fire'), call('The fire at the mill', 'Bea'))
    expect(previewOf(store, other).conflicts).toMatchObject([
      {
        label: 'The case',
        field: 'title',
        before: 'Test case',
        mine: { text: 'The mill fire', by: { actor: 'Ada' } },
        theirs: { text: 'The fire at the mill', by: { actor: 'Bea' } },
      },
    ])
    mergeInto(store, other, preferTheirs)
    expect(store.info().title).toBe('The fire at the mill')
  })
})

describe('answers to findings', () => {
  const found: Work = (it) => it.storeFindings(findingsOfActs)
  const dismiss =
    (reason: string): Work =>
    (it) =>
      it.perform({ do: 'dismiss-finding', fingerprint: 'findingone', reason }, 'Bea', instant(26))
  const accept: Work = (it) =>
    it.perform(
      {
        do: 'accept-finding',
        fingerprint: 'findingone',
        claimIds: [idOf(50), idOf(51)],
        relationIds: [idOf(52)],
        relation: null,
      },
      'Ada',
      instant(27),
    )

  it('arrive with their reasons', () => {
    const { store, other } = apart(() => {}, dismiss('The mill says so'), found)
    expect(previewOf(store, other).counts).toEqual({ decision: { added: 1, changed: 0, removed: 0 } })
    mergeInto(store, other)
    expect(store.records().decisions).toMatchObject([
      { state: 'dismissed', reason: 'The mill says so', decidedBy: 'Bea' },
    ])
  })

  it('are asked for where they differ, under what the finding says', () => {
    const { store, other } = apart(accept, dismiss('The mill says so'), found)
    expect(previewOf(store, other).conflicts).toMatchObject([
      {
        label: findingsOfActs[0]!.message,
        field: 'answer to the finding',
        mine: { text: 'accepted', by: { actor: 'Ada' } },
        theirs: { text: 'dismissed: The mill says so', by: { actor: 'Bea' } },
      },
    ])
    mergeInto(store, other, preferTheirs)
    expect(store.records().decisions).toMatchObject([{ state: 'dismissed', decidedBy: 'Bea' }])
    expect(store.verify().problems).toEqual([])
  })

  it('are one where both answered alike', () => {
    const { store, other } = apart(dismiss('No'), dismiss('No'), found)
    expect(previewOf(store, other).isNothing).toBe(true)
  })
})

describe('corrections that are not finished', () => {
  const correctionOf =
    (sourceId: number, words: string): Work =>
    (it) => {
      const { id: textVersionId } = it.text(idOf(sourceId))
      it.saveDraft({ sourceId: idOf(sourceId), textVersionId, number: 0, steps: [{ insert: words }] })
      it.saveDraft({ sourceId: idOf(sourceId), textVersionId, number: 1, steps: [{ insert: 'more' }] })
    }
  const replaceText =
    (text: string): Work =>
    (it) => {
      const { id: baseVersionId } = it.text(idOf(1))
      const { document } = importOf(text)
      const replacement = {
        sourceId: idOf<never>(1),
        baseVersionId,
        document,
        reason: 'Typing',
        ranges: {},
        file: null,
      }
      let next = 300
      it.replaceText(replacement, () => idOf(next++), 'Bea', instant(28))
    }
  const wordsOf = (it: CaseStore, sourceId: number) => it.draft(idOf(sourceId))?.steps

  it('come along where nobody corrects the text here, and go again with the merge', () => {
    const { store, other } = apart(() => {}, correctionOf(1, 'theirs'))
    const preview = previewOf(store, other)
    expect(preview).toMatchObject({
      isNothing: false,
      notices: [expect.stringContaining('comes along') as string],
    })
    expect(mergeInto(store, other).drafts).toEqual([idOf(1)])
    expect(wordsOf(store, 1)).toEqual([{ insert: 'theirs' }, { insert: 'more' }])
    expect(previewOf(store, other)).toMatchObject({ isNothing: true, notices: [] })
    expect(store.undo('Ada', instant(950))?.drafts).toEqual([])
    expect(wordsOf(store, 1)).toBeUndefined()
    expect(store.redo('Ada', instant(951))?.drafts).toEqual([idOf(1)])
    expect(wordsOf(store, 1)).toHaveLength(2)
    expect(store.verify().problems).toEqual([])
  })

  it('that were gone on with after the merge stay when it is taken back', () => {
    const { store, other } = apart(() => {}, correctionOf(1, 'theirs'))
    mergeInto(store, other)
    correctionOf(1, 'mine after all')(store)
    store.undo('Ada', instant(950))
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'mine after all' })
  })

  it('stay in the other copy where one is under way here, and are named', () => {
    const { store, other } = apart(correctionOf(1, 'mine'), correctionOf(1, 'theirs'))
    expect(previewOf(store, other).notices).toEqual([
      expect.stringMatching(/stays in the other copy: .*yours is kept/) as string,
    ])
    mergeInto(store, other)
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'mine' })
  })

  it('stay there where the text is another here by now', () => {
    const { store, other } = apart(
      replaceText(someText.replace('the mayor', 'our mayor')),
      correctionOf(1, 'x'),
    )
    expect(previewOf(store, other).notices).toEqual([expect.stringContaining('another text') as string])
    mergeInto(store, other)
    expect(wordsOf(store, 1)).toBeUndefined()
  })

  it('of this case are not passed over: a text that the other replaced is to be chosen', () => {
    const corrected = someText.replace('the mayor', 'our mayor')
    const { store, other } = apart(correctionOf(1, 'mine'), replaceText(corrected))
    const { conflicts, notices } = previewOf(store, other)
    expect(conflicts).toMatchObject([
      { field: 'text', mine: { text: expect.stringContaining('which you are correcting') as string } },
    ])
    expect(notices).toEqual([expect.stringContaining('You are correcting') as string])
    expect(refusal(() => mergeInto(store, other)).kind).toBe('conflict')
    mergeInto(store, other, preferMine)
    expect([store.text(idOf(1)).text, wordsOf(store, 1)?.length]).toEqual([someText, 2])
    store.undo('Ada', instant(950))
    mergeInto(store, other, preferTheirs, 960)
    expect([store.text(idOf(1)).text, store.drafts()]).toEqual([corrected, []])
    expect(store.undo('Ada', instant(970))?.drafts).toEqual([idOf(1)])
    expect(wordsOf(store, 1)).toHaveLength(2)
  })

  it('of both are kept where the other’s text of it is chosen, each with its text', () => {
    const corrected = someText.replace('the mayor', 'our mayor')
    const { store, other } = apart(correctionOf(1, 'mine'), (it) => {
      replaceText(corrected)(it)
      correctionOf(1, 'theirs')(it)
    })
    mergeInto(store, other, preferTheirs)
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'theirs' })
    store.undo('Ada', instant(950))
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'mine' })
    store.redo('Ada', instant(951))
    correctionOf(1, 'anew')(store)
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'anew' })
    store.undo('Ada', instant(952))
    expect(wordsOf(store, 1)?.[0]).toEqual({ insert: 'mine' })
    expect(store.verify().problems).toEqual([])
  })

  it('of this case are not passed over where the other removed the source', () => {
    const remove: Work = (it) => it.perform({ do: 'remove-source', id: idOf(1) }, 'Bea', instant(28))
    const { store, other } = apart(correctionOf(1, 'mine'), remove)
    expect(previewOf(store, other).conflicts).toMatchObject([{ kind: 'source', field: 'removed or kept' }])
    mergeInto(store, other, preferMine)
    expect(wordsOf(store, 1)).toHaveLength(2)
  })
})

describe('what is agreed for the checks', () => {
  const switchOff =
    (rule: string, actor: string): Work =>
    (it) =>
      it.perform({ do: 'set-preference', key: 'checks', value: { off: [rule] } }, actor, instant(29))

  it('is asked for in words where both changed it', () => {
    const { store, other } = apart(switchOff('name-variant', 'Ada'), switchOff('weekday-mismatch', 'Bea'))
    expect(previewOf(store, other).conflicts).toMatchObject([
      {
        label: 'The case',
        field: 'checks',
        before: 'all rules on',
        mine: { text: 'off: name variant' },
        theirs: { text: 'off: weekday mismatch' },
      },
    ])
  })
})

describe('undo of a merge', () => {
  it('is one step of the session: after the case was closed, the merge stays', () => {
    const path = commonCase()
    const other = copyOf(path)
    workOn(other, judge(10, 'supported'))
    workOn(path, (store) => {
      mergeInto(store, other)
      expect(store.undoState()).toEqual({ undo: 'Merge another copy', redo: null })
    })
    workOn(path, (store) => {
      expect(store.undoState()).toEqual({ undo: null, redo: null })
      expect(verdictOf(store, 10)).toBe('supported')
      expect(previewOf(store, other).isNothing).toBe(true)
      expect(readOtherCopy(other, store.mergeAsk()).entries).toEqual([])
    })
  })
})
