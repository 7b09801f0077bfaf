import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { keepCopy } from '../../db/save-copy.js'
import { presetScales } from '../../shared/domain/preset-scales.js'
import type { BundleChoice } from '../../shared/domain/bundle.js'
import { addClaim, caseFile, idOf, instant, refusal, someText, writeNote } from './case-fixture.js'
import { findingsOfActs } from './any-act.js'
import { commonCase, copyOf, mergeInto, preferMine, previewOf, saidIn, workOn } from './copies.js'

const everything: BundleChoice = { sources: [idOf(1)], claims: null, internalNotes: true, originals: true }

function bundleOf(store: CaseStore, choice: Partial<BundleChoice> = {}): string {
  const path = caseFile('bundle.stet')
  const act = { id: idOf(500), actor: 'Ada', at: instant(50) }
  keepCopy(store.fillBundle(path, { ...everything, ...choice }, act).temporary, path, true)
  return path
}

/** The common case with a public note, evidence from the other source, a relation and a signature. */
function fullCase(): string {
  const path = commonCase()
  workOn(path, (store) => {
    store.perform(
      { ...writeNote(21, 10, 'For all to read'), visibility: 'public' } as never,
      'Ada',
      instant(10),
    )
    const fields = {
      stance: 'supports',
      title: 'The other',
      url: null,
      archivedUrl: null,
      accessed: null,
      quote: null,
      reliability: null,
      credibility: null,
    } as const
    store.perform(
      {
        do: 'add-evidence',
        id: idOf(30),
        claimId: idOf(10),
        fields,
        passage: { sourceId: idOf(3), start: 3, end: 10 },
      },
      'Ada',
      instant(11),
    )
    store.perform(
      { do: 'add-relation', id: idOf(40), fromClaimId: idOf(10), toClaimId: idOf(11), type: 'contradicts' },
      'Ada',
      instant(12),
    )
    const by = { personId: idOf<never>(60), roundId: null, comment: null }
    store.perform({ do: 'sign', id: idOf(70), claimId: idOf(11), ...by }, 'Ada', instant(13))
  })
  return path
}

it('is a sound case of its own with the chosen source and what hangs on its claims', () => {
  workOn(fullCase(), (store) => {
    const path = bundleOf(store)
    workOn(path, (bundle) => {
      expect(bundle.verify().problems).toEqual([])
      const { sources, claims, notes, evidence, relations, signOffs, staleSignOffs } = bundle.records()
      expect([sources, claims, notes, evidence, relations, signOffs].map((list) => list.length)).toEqual([
        1, 2, 2, 1, 1, 1,
      ])
      expect(staleSignOffs).toEqual([])
      expect(evidence[0]).toMatchObject({ sourceId: null, selector: null, quote: 'Tuesday' })
      expect(bundle.search('mayor', { limit: 5, offset: 0 }).total).toBeGreaterThan(0)
    })
    expect(readdirSync(dirname(path))).toEqual(['bundle.stet'])
  })
})

it('without internal notes holds none of their words, nor a signature that would not be over what is left', () => {
  const path = fullCase()
  workOn(path, (store) => {
    const by = { personId: idOf<never>(60), roundId: null, comment: null }
    store.perform({ do: 'sign', id: idOf(71), claimId: idOf(10), ...by }, 'Ada', instant(14))
    const bundle = bundleOf(store, { internalNotes: false, originals: false })
    expect(readFileSync(bundle).includes('Ask her')).toBe(false)
    workOn(bundle, (it) => {
      expect(it.records().notes.map(({ text }) => text)).toEqual(['For all to read'])
      expect(it.records().signOffs.map(({ id }) => id)).toEqual([idOf(70)])
      const [source] = it.records().sources
      expect(new TextDecoder().decode(it.original(source!.originalSha256))).toBe(someText)
    })
  })
})

it('holds chosen claims with their source, and no relation that would lead out of it', () => {
  workOn(fullCase(), (store) => {
    const path = bundleOf(store, { sources: [], claims: [idOf(11)] })
    workOn(path, (bundle) => {
      const { sources, claims, relations } = bundle.records()
      expect([sources.length, claims.map(({ id }) => id), relations]).toEqual([1, [idOf(11)], []])
    })
  })
})

it('can be answered: what was done in it is merged back, and nothing that was left out goes or changes', () => {
  const path = fullCase()
  const bundle = workOn(path, (store) => bundleOf(store, { internalNotes: false, originals: false }))
  workOn(bundle, (it) => {
    it.perform(addClaim(15, 0, 2), 'Bea', instant(60))
    it.perform(writeNote(25, 10, 'Found in the archive'), 'Bea', instant(61))
    it.perform({ do: 'edit-claim', id: idOf(11), fields: { verdict: 'garbled' } }, 'Bea', instant(62))
    it.perform({ do: 'edit-evidence', id: idOf(30), fields: { stance: 'contradicts' } }, 'Bea', instant(63))
  })
  workOn(path, (store) => {
    store.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'supported' } }, 'Ada', instant(64))
    const before = store.records()
    expect(previewOf(store, bundle)).toMatchObject({ conflicts: [], people: [{ actor: 'Bea', entries: 4 }] })
    mergeInto(store, bundle)
    const { sources, claims, notes, evidence } = store.records()
    expect(sources).toEqual(before.sources)
    expect(claims.map(({ verdict }) => verdict).sort()).toEqual(['garbled', null, 'supported'])
    expect(notes.map(({ text }) => text)).toEqual(['Ask her', 'For all to read', 'Found in the archive'])
    expect(evidence[0]).toMatchObject({ stance: 'contradicts', sourceId: idOf(3) })
    expect(mergeInto(store, bundle).changes).toEqual([])
    expect(store.verify().problems).toEqual([])
  })
  workOn(bundle, (it) => it.perform({ do: 'remove-claim', id: idOf(11) }, 'Bea', instant(70)))
  workOn(path, (store) => {
    expect(previewOf(store, bundle)).toMatchObject({ entries: 1, conflicts: [] })
    mergeInto(store, bundle, undefined, 920)
    expect(store.records().claims.map(({ id }) => id)).not.toContain(idOf(11))
    expect(store.verify().problems).toEqual([])
  })
})

it('that is answered is taken back wholly, and merged again with the same result', () => {
  const path = fullCase()
  const bundle = workOn(path, (store) => bundleOf(store, { internalNotes: false, originals: false }))
  workOn(bundle, (it) => {
    it.setTitle('My part of it', 'Bea', instant(59))
    it.perform(addClaim(15, 0, 2), 'Bea', instant(60))
    it.perform({ do: 'edit-claim', id: idOf(11), fields: { verdict: 'garbled' } }, 'Bea', instant(62))
  })
  workOn(path, (store) => {
    const [before, title] = [saidIn(store), store.info().title]
    mergeInto(store, bundle)
    const after = saidIn(store)
    expect(after.claims).toHaveLength(before.claims.length + 1)
    // Neither what was left out nor the bundle’s own name has anything to say about the case.
    expect([after.sources, after.notes, after.evidence]).toEqual([
      before.sources,
      before.notes,
      before.evidence,
    ])
    expect(store.info().title).toBe(title)
    for (const second of [950, 960]) {
      store.undo('Ada', instant(second))
      expect(saidIn(store)).toEqual(before)
      store.redo('Ada', instant(second + 1))
      expect(saidIn(store)).toEqual(after)
    }
    store.undo('Ada', instant(970))
    mergeInto(store, bundle, undefined, 980)
    expect(saidIn(store)).toEqual(after)
    expect(store.verify().problems).toEqual([])
  })
})

it('asks where a finding was answered in it that the case had answered before, without telling the bundle', () => {
  const path = commonCase()
  const dismissal = (reason: string) => ({
    do: 'dismiss-finding' as const,
    fingerprint: 'findingone',
    reason,
  })
  const bundle = workOn(path, (store) => {
    store.storeFindings(findingsOfActs)
    store.perform(dismissal('Checked by telephone'), 'Ada', instant(40))
    return bundleOf(store)
  })
  workOn(bundle, (it) => {
    expect(it.records().decisions).toEqual([])
    it.storeFindings(findingsOfActs)
    it.perform(dismissal('It is a quotation'), 'Bea', instant(60))
  })
  workOn(path, (store) => {
    expect(previewOf(store, bundle).conflicts).toMatchObject([
      {
        kind: 'decision',
        mine: { text: 'dismissed: Checked by telephone' },
        theirs: { text: 'dismissed: It is a quotation', by: { actor: 'Bea' } },
      },
    ])
    mergeInto(store, bundle, preferMine)
    expect(store.records().decisions).toMatchObject([{ reason: 'Checked by telephone' }])
  })
})

it('brings another scale back, by which the whole case is judged then', () => {
  const path = fullCase()
  const bundle = workOn(path, (store) => bundleOf(store, { sources: [], claims: [idOf(11)] }))
  const scale = presetScales.at(-1)!
  const mapped = scale.verdicts.find(({ means }) => means === 'supported')
  workOn(bundle, (it) => it.perform({ do: 'set-verdict-scale', scale, mapping: {} }, 'Bea', instant(60)))
  workOn(path, (store) => {
    store.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'supported' } }, 'Ada', instant(61))
    mergeInto(store, bundle)
    expect(store.records().claims.find(({ id }) => id === idOf(10))?.verdict).toBe(mapped!.id)
    expect(store.verify().problems).toEqual([])
  })
})

it('goes back only into a case that has in its log what the bundle was made from, and not the other way round', () => {
  const path = commonCase()
  const older = copyOf(path)
  const bundle = workOn(path, (store) => {
    store.perform(addClaim(14, 0, 2), 'Ada', instant(30))
    return bundleOf(store)
  })
  workOn(older, (store) => {
    expect(refusal(() => mergeInto(store, bundle))).toMatchObject({ kind: 'unsupported' })
  })
  workOn(bundle, (store) => {
    expect(refusal(() => mergeInto(store, path)).message).toContain('merge the bundle into it')
  })
})

it('is not written over the case, and leaves nothing behind when it is refused', () => {
  const path = commonCase()
  const store = openCase(path)
  const act = { id: idOf(500), actor: 'Ada', at: instant(50) }
  expect(refusal(() => store.fillBundle(path, everything, act)).kind).toBe('conflict')
  const other = caseFile('bundle.stet')
  expect(refusal(() => store.fillBundle(other, { ...everything, sources: [idOf(2)] }, act)).kind).toBe(
    'not-found',
  )
  expect(existsSync(other)).toBe(false)
  store.close()
})
