import { copyFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import { readOtherCopy } from '../../../../db/read-other-copy.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  fileHash,
  idOf,
  importOf,
  instant,
  refusal,
  someText,
  writeNote,
} from '../../case-fixture.js'
import {
  apart,
  commonCase,
  copyOf,
  correct,
  counting,
  judge,
  mergeInto,
  preferMine,
  preferTheirs,
  previewOf,
  saidIn,
  workOn,
} from '../../copies.js'

const claimIn = (store: CaseStore, id: number) =>
  store.records().claims.find((claim) => claim.id === idOf(id))

describe('merging another copy', () => {
  it('takes what only the other did, as one act that can be taken back and merged again', () => {
    const { store, other } = apart(
      (it) => it.perform(addClaim(12, 0, 2), 'Ada', instant(20)),
      (it) => {
        it.perform(addClaim(13, 11, 14), 'Bea', instant(21))
        it.perform(writeNote(21, 10, 'She says no'), 'Bea', instant(22))
        judge(10, 'supported')(it)
      },
    )
    const before = saidIn(store)
    mergeInto(store, other)
    expect(
      store
        .records()
        .claims.map(({ id }) => id)
        .sort(),
    ).toEqual([10, 11, 12, 13].map((id) => idOf(id)))
    expect(store.records().notes.map(({ author }) => author)).toEqual(['Ada', 'Bea'])
    expect(claimIn(store, 10)?.verdict).toBe('supported')
    expect(store.verify().problems).toEqual([])
    const after = saidIn(store)
    store.undo('Ada', instant(950))
    expect(saidIn(store)).toEqual(before)
    mergeInto(store, other, undefined, 960)
    expect(saidIn(store)).toEqual(after)
    expect(store.verify().problems).toEqual([])
  })

  it('a second time changes nothing, and leaves no entry', () => {
    const { store, other } = apart(judge(11, 'garbled'), judge(10, 'supported'))
    mergeInto(store, other)
    const entries = store.verifyLog().entries
    expect(mergeInto(store, other).changes).toEqual([])
    expect(previewOf(store, other)).toMatchObject({ isNothing: true, entries: 0, conflicts: [] })
    expect(store.verifyLog()).toEqual({ problem: null, entries })
  })

  it('names the other copy’s last entry and the entries that were taken', () => {
    const { store, other } = apart(() => {}, judge(10, 'supported'))
    const head = workOn(other, (it) => it.mergeAsk().marks.hashes.at(-1))
    mergeInto(store, other)
    const [entry] = store.history(idOf(10)).slice(-1)
    expect(entry?.action).toBe(
      `Merge another copy: entries 6 to 6 of “Test case”, whose log ended with ${head}`,
    )
  })

  it('asks where both changed the same, and overwrites nothing without an answer', () => {
    const { store, other, path } = apart(judge(10, 'garbled'), (it) => {
      it.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'supported' } }, 'Bea', instant(31))
    })
    const before = saidIn(store)
    expect(previewOf(store, other).conflicts).toMatchObject([
      {
        kind: 'claim',
        label: 'Tuesday',
        field: 'verdict',
        before: null,
        mine: { text: 'Garbled', by: { actor: 'Ada', at: instant(30) } },
        theirs: { text: 'Supported', by: { actor: 'Bea', at: instant(31) } },
        canBoth: false,
      },
    ])
    expect(refusal(() => mergeInto(store, other)).kind).toBe('conflict')
    expect(saidIn(store)).toEqual(before)
    mergeInto(store, other, preferTheirs)
    expect(claimIn(store, 10)?.verdict).toBe('supported')
    expect(path).not.toBe(other)
  })

  it('does not ask again what was answered, and takes a later change of the other', () => {
    const { store, other } = apart(judge(10, 'garbled'), judge(10, 'supported'))
    mergeInto(store, other, preferMine)
    expect(claimIn(store, 10)?.verdict).toBe('garbled')
    expect(previewOf(store, other).isNothing).toBe(true)
    workOn(other, (it) => judge(11, 'supported', 40)(it))
    mergeInto(store, other, undefined, 910)
    expect([claimIn(store, 10)?.verdict, claimIn(store, 11)?.verdict]).toEqual(['garbled', 'supported'])
  })

  it('keeps both texts of a note when that is chosen, by whoever wrote them', () => {
    const { store, other } = apart(
      (it) => it.perform(writeNote(20, 10, 'She agrees'), 'Ada', instant(20)),
      (it) => it.perform(writeNote(20, 10, 'She denies it'), 'Ada', instant(21)),
    )
    const [conflict] = previewOf(store, other).conflicts
    expect(conflict).toMatchObject({ label: 'Tuesday', field: 'note', before: 'Ask her', canBoth: true })
    mergeInto(store, other, { others: null, each: { [conflict!.id]: 'both' } })
    expect(
      store
        .records()
        .notes.map(({ text }) => text)
        .sort(),
    ).toEqual(['She agrees', 'She denies it'])
    expect(mergeInto(store, other).changes).toEqual([])
    expect(store.verify().problems).toEqual([])
  })

  it('asks where one removed a claim that the other went on with; kept, it has all its notes', () => {
    const remove = (it: CaseStore) => it.perform({ do: 'remove-claim', id: idOf(10) }, 'Ada', instant(20))
    const { store, other } = apart(remove, judge(10, 'supported'))
    expect(previewOf(store, other).conflicts).toMatchObject([
      { field: 'removed or kept', mine: { text: 'Removed' }, theirs: { text: 'Kept, and worked on' } },
    ])
    mergeInto(store, other, preferTheirs)
    expect(claimIn(store, 10)?.verdict).toBe('supported')
    expect(store.records().notes).toHaveLength(1)
    store.undo('Ada', instant(950))
    mergeInto(store, other, preferMine, 960)
    expect([claimIn(store, 10), store.records().notes]).toEqual([undefined, []])
    expect(store.verify().problems).toEqual([])
  })

  it('brings sources with their texts and originals, also a source that was removed since', () => {
    const added = (it: CaseStore) =>
      void it.importSources([importOf('A third text.', 'Third')], counting(100), 'Bea', instant(20))
    const { store, other } = apart(() => {}, added)
    mergeInto(store, other)
    const source = store.records().sources.find(({ title }) => title === 'Third')!
    expect(store.text(source.id).text).toBe('A third text.')
    expect(new TextDecoder().decode(store.original(source.originalSha256))).toBe('A third text.')
    store.undo('Ada', instant(950))
    expect(store.records().sources).toHaveLength(2)
    mergeInto(store, other, undefined, 960)
    expect(store.records().sources).toHaveLength(3)
    expect(store.verify().problems).toEqual([])
  })

  it('carries my claims to the text that the other corrected, and keeps both texts where both did', () => {
    const corrected = someText.replace('the mayor', 'our mayor')
    const { store, other } = apart(
      (it) => it.perform(addClaim(12, 31, 40), 'Ada', instant(20)),
      (it) => correct(it, corrected, 21),
    )
    expect(previewOf(store, other)).toMatchObject({
      passages: { unchanged: 1, changed: 0, orphan: 0 },
      conflicts: [],
    })
    mergeInto(store, other)
    const { sources, claims } = store.records()
    const current = sources.find(({ id }) => id === idOf(1))!.currentVersionId
    expect(claims.map(({ selector }) => [selector.textVersionId === current, selector.exact])).toEqual([
      [true, 'Tuesday'],
      [true, 'Wednesday'],
      [true, 'Wednesday'],
    ])
    workOn(other, (it) => correct(it, corrected.replace('denied it', 'denied that'), 22, 310))
    correct(store, corrected.replace('spoke', 'talked'), 905, 320)
    expect(previewOf(store, other).conflicts).toMatchObject([{ kind: 'source', field: 'text' }])
    mergeInto(store, other, preferTheirs, 910)
    expect(store.text(idOf(1)).text).toContain('denied that')
    expect(store.versions(idOf(1)).map(({ number }) => number)).toEqual([4, 3, 2, 1])
    expect(store.verify().problems).toEqual([])
  })

  const sign = (it: CaseStore, id: number, claim: number | null) =>
    it.perform(
      {
        do: 'sign',
        id: idOf(id),
        personId: idOf(60),
        roundId: null,
        claimId: claim === null ? null : idOf(claim),
        comment: null,
      },
      'Ada',
      instant(25),
    )

  it('leaves a signature valid while what was signed is the same, and makes it stale when the merge changes that', () => {
    const { store, other } = apart(
      (it) => judge(10, 'garbled', 20)(it),
      (it) => {
        sign(it, 80, 10)
        sign(it, 81, 11)
      },
    )
    mergeInto(store, other)
    expect(store.records().staleSignOffs).toEqual([idOf(80)])
    expect([claimIn(store, 10)?.status, claimIn(store, 11)?.status]).toEqual(['stale', 'signed-off'])
  })

  it('says alike of a claim that got its signature by the choice between two under one id', () => {
    const { store, other } = apart(
      (it) => {
        it.perform(writeNote(21, 10, 'She said no'), 'Ada', instant(24))
        sign(it, 80, null)
      },
      (it) => sign(it, 80, 10),
    )
    mergeInto(store, other, preferTheirs)
    expect(claimIn(store, 10)?.status).toBe('stale')
    expect(store.records().staleSignOffs).toEqual([idOf(80)])
  })

  it('numbers rounds that both opened, and makes one of two judgements of one person', () => {
    const work = (base: number, verdict: 'supported' | 'garbled', second: number) => (it: CaseStore) => {
      it.perform({ do: 'open-round', id: idOf(base), title: `Round of ${base}` }, 'Ada', instant(second))
      it.perform(
        {
          do: 'assess-claim',
          id: idOf(base + 1),
          claimId: idOf(10),
          personId: idOf(60),
          fields: { verdict, comment: null },
        },
        'Ada',
        instant(second),
      )
    }
    const { store, other } = apart(work(210, 'supported', 22), work(220, 'garbled', 21))
    expect(previewOf(store, other).conflicts).toMatchObject([{ kind: 'assessment', field: 'assessment' }])
    mergeInto(store, other, preferTheirs)
    expect(store.records().rounds.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Round of 220'],
      [2, 'Round of 210'],
    ])
    expect(store.records().assessments.map(({ verdict }) => verdict)).toEqual(['garbled'])
    expect(store.verify().problems).toEqual([])
    store.undo('Ada', instant(950))
    expect(store.verify().problems).toEqual([])
  })

  it('leaves the other file as it is, byte for byte, and takes a note that was still being written there', () => {
    const path = commonCase()
    const other = copyOf(path)
    const writing = openCase(other)
    writing.perform(writeNote(29, 11, 'Half a thought'), 'Bea', instant(20))
    const killed = copyOf(other, 'killed.stet')
    copyFileSync(`${other}-wal`, `${killed}-wal`)
    writing.close()
    const hashes = [fileHash(killed), fileHash(`${killed}-wal`)]
    workOn(path, (store) => {
      mergeInto(store, killed)
      expect(store.records().notes.map(({ text }) => text)).toContain('Half a thought')
      expect(mergeInto(store, other).changes).toEqual([])
    })
    expect([fileHash(killed), fileHash(`${killed}-wal`)]).toEqual(hashes)
  })

  it('lets a search find what is on a claim that the other made anew in another source', () => {
    const fields = {
      stance: 'context',
      title: 'The register',
      url: null,
      archivedUrl: null,
      accessed: null,
    } as const
    const rest = { quote: null, reliability: null, credibility: null } as const
    const proof = { do: 'add-evidence', id: idOf(30), claimId: idOf(11), passage: null } as const
    const { store, other } = apart(
      (it) => it.perform({ ...proof, fields: { ...fields, ...rest } } as never, 'Ada', instant(20)),
      (it) => {
        it.perform({ do: 'remove-claim', id: idOf(11) }, 'Bea', instant(21))
        it.perform(addClaim(11, 3, 10, {}, 3), 'Bea', instant(22))
      },
    )
    mergeInto(store, other)
    expect(claimIn(store, 11)?.sourceId).toBe(idOf(3))
    expect(store.verify().problems).toEqual([])
  })

  it('refuses another case, and says what can be done instead', () => {
    const { store } = apart(
      () => {},
      () => {},
    )
    const { store: stranger, path } = caseWithSources(caseFile('stranger.stet'))
    stranger.setTitle('Quite another', 'Ada', instant(2))
    stranger.close()
    // The same id would make it a copy, whatever its log says.
    expect(previewOf(store, path).entries).toBeGreaterThan(0)
    expect(
      refusal(() =>
        readOtherCopy(path, { ...store.mergeAsk(), marks: { ...store.mergeAsk().marks, caseId: 'x' } }),
      ),
    ).toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('another case') as string,
    })
  })
})
