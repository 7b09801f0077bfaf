import { CaseStore, createCase } from '../../../db/case-store.js'
import { openForWriting } from '../../../db/connection.js'
import { applyChanges } from '../../../db/operations/acts/apply-changes.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import { unjudged, type Claim } from '../../../shared/domain/claim.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { defaultScale } from '../../../shared/domain/preset-scales.js'
import { statuses } from '../../../shared/domain/verdicts.js'
import { idOf, idsFrom, importOf, instant } from '../../db/case-data.js'
import { SeededRandom } from '../../faults/seeded-random.js'
import { newClaim } from '../case-file/case-data.js'

/** How much there is to show. */
export interface WorkbenchSize {
  claims: number
  /** Weekdays in the texts that are wrong; each is one finding of the checks. */
  findings: number
}

/** Claims and findings are spread evenly over so many sources. */
const sources = 20
const claimsInAct = 1000
const day = 24 * 60 * 60 * 1000

/** Makes a case file whose texts hold the passages of the claims, and the mistakes that the checks report. */
export function fillWorkbenchCase(path: string, { claims, findings }: WorkbenchSize): void {
  const store = createCase(path, { title: 'Bench', id: idOf(1), at: instant() })
  const texts = Array.from({ length: sources }, (_, number) =>
    importOf(textOf(number, share(claims, number), share(findings, number)), `Source ${number + 1}`),
  )
  store.importSources(texts, idsFrom(100), 'Ada', instant(1))
  const versions = store.records().sources.map(({ id }) => store.text(id))
  store.close()
  const all = versions.flatMap((version, number) => claimsOf(version, number, share(claims, number)))
  const db = openForWriting(path, {}, () => {})
  for (let from = 0; from < all.length; from += claimsInAct) {
    const changes = all.slice(from, from + claimsInAct).map(newClaim)
    applyChanges(db, changes, { at: instant(from), actor: 'Ada', action: 'Add' })
  }
  new CaseStore(db).close()
}

const share = (count: number, number: number): number =>
  Math.floor(((number + 1) * count) / sources) - Math.floor((number * count) / sources)

/** A line for each claim, and a sentence with a wrong weekday behind some of them. */
function textOf(number: number, claims: number, findings: number): string {
  const random = new SeededRandom(number, 'lines')
  return Array.from({ length: claims }, (_, line) => {
    const isWrong = Math.floor(((line + 1) * findings) / claims) > Math.floor((line * findings) / claims)
    return isWrong ? `${lineOf(number, line)} ${wrongWeekday(random)}` : lineOf(number, line)
  }).join('\n')
}

const harbours = ['Aldmouth', 'Brackwater', 'Corran', 'Dunlow', 'Eastferry', 'Fennick', 'Gullhaven']

/** The passage of a claim: its number first, so that no two are the same. */
function lineOf(number: number, line: number): string {
  const random = new SeededRandom(number * 100_000 + line, 'line')
  const harbour = random.pick(harbours)
  return `Entry ${number + 1}/${line + 1}: the harbour of ${harbour} counted ships that the ${random.pick(harbours)} register leaves out.`
}

const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayInFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function wrongWeekday(random: SeededRandom): string {
  const at = Date.UTC(1950, 0, 1) + random.below(25_000) * day
  return `It was ${dayName.format(at + day)}, ${dayInFull.format(at)}.`
}

function claimsOf(version: TextVersion, number: number, count: number): Claim[] {
  const random = new SeededRandom(number, 'claims')
  let start = 0
  return Array.from({ length: count }, (_, line) => {
    const passage = lineOf(number, line)
    const claim = claimAt(version, start, start + passage.length, number * 100_000 + line, random)
    const next = version.text.indexOf('\n', start)
    start = next < 0 ? start : next + 1
    return claim
  })
}

function claimAt(
  { text, id, sourceId }: TextVersion,
  start: number,
  end: number,
  number: number,
  random: SeededRandom,
): Claim {
  const date = new Date(Date.UTC(1950, 0, 1) + random.below(25_000) * day).toISOString().slice(0, 10)
  return {
    ...unjudged,
    id: idOf(0x1000_0000 + number),
    sourceId,
    selector: makeSelector(text, id, start, end),
    type: 'event',
    eventDate: date,
    status: statuses[random.below(3)]!.id,
    verdict: defaultScale.verdicts[random.below(defaultScale.verdicts.length + 1)]?.id ?? null,
    tags: random.below(3) ? [] : [`tag ${random.below(12)}`],
    createdAt: instant(number),
    updatedAt: instant(number),
  }
}
