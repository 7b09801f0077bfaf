import { CaseStore, createCase } from '../../../db/case-store.js'
import { openForWriting } from '../../../db/connection.js'
import { applyChanges } from '../../../db/operations/acts/apply-changes.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { idOf, idsFrom, importOf, instant } from '../../db/case-data.js'
import { newClaim } from '../case-file/case-data.js'
import { benchClaims, benchText, type BenchClaim, type TextSize } from './text-data.js'

/** The sources of the case: the program opens the first one by itself. */
export const shortTitle = 'A short text'
export const longTitle = 'A long text'

const claimsInAct = 1000

/** Makes a case file with a short source without claims and a long one with them. Answers the long one's id. */
export function fillCase(path: string, { length, claims }: TextSize): string {
  const store = createCase(path, { title: 'Bench', id: idOf(1), at: instant() })
  const texts = [importOf(benchText(3000), shortTitle), importOf(benchText(length), longTitle)]
  store.importSources(texts, idsFrom(100), 'Ada', instant(1))
  const long = store.records().sources.find(({ title }) => title === longTitle)!
  const version = store.text(long.id)
  store.close()
  addClaims(path, version, benchClaims(version.text, claims))
  return long.id
}

function addClaims(path: string, version: TextVersion, claims: readonly BenchClaim[]): void {
  const db = openForWriting(path, {}, () => {})
  for (let from = 0; from < claims.length; from += claimsInAct) {
    const changes = claims
      .slice(from, from + claimsInAct)
      .map((claim, place) => newClaim(claimOf(claim, version, from + place)))
    applyChanges(db, changes, { at: instant(from), actor: 'Ada', action: 'Add' })
  }
  new CaseStore(db).close()
}

function claimOf({ id, start, end, verdict }: BenchClaim, version: TextVersion, number: number): Claim {
  return {
    ...unjudged,
    id: id as Claim['id'],
    sourceId: version.sourceId,
    selector: makeSelector(version.text, version.id, start, end),
    type: 'event',
    verdict,
    createdAt: instant(number),
    updatedAt: instant(number),
  }
}
