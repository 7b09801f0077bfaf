import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { claimTypes, type ClaimFields } from '../../shared/domain/claim.js'
import { stances } from '../../shared/domain/evidence.js'
import { categories, severities } from '../../shared/domain/finding.js'
import { relationTypes } from '../../shared/domain/relation.js'
import { credibilityGrades, mediaTypes, reliabilityGrades, sourceKinds } from '../../shared/domain/source.js'
import { defaultScale } from '../../shared/domain/preset-scales.js'
import { confidences, statuses } from '../../shared/domain/verdicts.js'
import { addClaim, caseWithSources, findingOf, idOf, idsFrom, importOf, instant } from './case-fixture.js'

let store: CaseStore
let path: string
beforeEach(() => {
  ;({ store, path } = caseWithSources())
  store.perform(addClaim(10), 'Ada', instant(1))
  store.perform(addClaim(11, 31, 40), 'Ada', instant(1))
})
afterEach(() => store.close())

it('the file takes every value of every scale of a claim', () => {
  const edits: Partial<ClaimFields>[] = [
    ...claimTypes.map(({ id }) => ({ type: id })),
    ...statuses.map(({ id }) => ({ status: id })),
    ...defaultScale.verdicts.map(({ id }) => ({ verdict: id })),
    ...confidences.map(({ id }) => ({ confidence: id })),
    ...(['low', 'normal', 'high'] as const).map((priority) => ({ priority })),
  ]
  for (const fields of edits) {
    store.perform({ do: 'edit-claim', id: idOf(10), fields }, 'Ada', instant(2))
    expect(store.records().claims[0]).toMatchObject(fields)
  }
})

it('and of sources, evidence and relations', () => {
  const edits = [
    ...sourceKinds.map((kind) => ({ kind })),
    ...reliabilityGrades.map((reliability) => ({ reliability })),
    ...credibilityGrades.map((credibility) => ({ credibility })),
  ]
  for (const fields of edits) {
    store.perform({ do: 'edit-source', id: idOf(1), fields }, 'Ada', instant(2))
    expect(store.records().sources[0]).toMatchObject(fields)
  }
  stances.forEach(({ id: stance }, index) => {
    const fields = { stance, title: 'T', url: null, archivedUrl: null, accessed: null, quote: null }
    const grades = { reliability: reliabilityGrades[index]!, credibility: credibilityGrades[index]! }
    const id = idOf<never>(50 + index)
    const command = {
      do: 'add-evidence',
      id,
      claimId: idOf<never>(10),
      fields: { ...fields, ...grades },
    } as const
    store.perform({ ...command, passage: null }, 'Ada', instant(3 + index))
  })
  relationTypes.forEach(({ id: type }, index) => {
    const ends = { fromClaimId: idOf<never>(10), toClaimId: idOf<never>(11) }
    store.perform({ do: 'add-relation', id: idOf(60 + index), ...ends, type }, 'Ada', instant(3 + index))
  })
  const { evidence, relations } = store.records()
  expect(evidence.map(({ stance }) => stance)).toEqual(stances.map(({ id }) => id))
  expect(relations.map(({ type }) => type)).toEqual(relationTypes.map(({ id }) => id))
})

it('and of findings and imports', () => {
  const findings = categories.flatMap(({ id: category }, index) =>
    severities.map(({ id: severity }) => ({
      ...findingOf(`finding${index}${severity}`, idOf(1), [3, 10]),
      category,
      severity,
      suggests: ([null, 'contradicts', 'same-as'] as const)[index % 3]!,
    })),
  )
  store.storeFindings(findings)
  expect(store.records().findings).toEqual(findings)
  const imports = mediaTypes.map((mediaType) => ({ ...importOf('Text'), mediaType }))
  store.importSources(imports, idsFrom(70), 'Ada', instant(5))
  expect(store.records().sources).toHaveLength(2 + mediaTypes.length)
})

it('a case opens with the binary that it is told to load', () => {
  store.close()
  const packaged = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'))
  const binaries = join(packaged, 'prebuilds')
  const own = readdirSync(binaries, { recursive: true, encoding: 'utf8' }).find(
    (file) => file.includes(`${process.platform}-${process.arch}`) && file.endsWith('.node'),
  )
  store = openCase(path, { nativeBinding: join(binaries, own ?? 'none for this platform') })
  expect(store.records().claims).toHaveLength(2)
})
