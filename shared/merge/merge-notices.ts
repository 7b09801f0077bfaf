import { caseScaleKey, caseScaleOf, verdictLabel, type CaseScale } from '../domain/case-scale.js'
import { caseTitleIn, caseTitleKey } from '../domain/case-title.js'
import type { Change } from '../domain/change.js'
import type { Claim } from '../domain/claim.js'
import type { TextDraft } from '../domain/text-draft.js'
import type { Verdict } from '../domain/verdict-scale.js'
import type { OpenConflict } from './conflicts.js'
import type { KindRecord } from './record-fields.js'
import { shortLine } from './short-line.js'
import { verdictIn } from './told-verdicts.js'

/** What a merge would do, as far as its notices tell of it. */
export interface NoticeMaterial {
  changes: readonly Change[]
  conflicts: readonly OpenConflict[]
  drafts: {
    coming: readonly TextDraft[]
    staying: readonly { sourceId: string; why: 'own-draft' | 'other-text' | 'no-source' }[]
    /** The sources of which a correction is under way in the own case. */
    own: readonly string[]
  }
  /** The quotes of passages on which a claim that comes stands beside an own one. */
  sharedPassages: readonly string[]
  /** The records of the own case, of which the claims are looked at. */
  claims: readonly KindRecord[]
  /** The scale of the own case now. */
  scale: CaseScale
  /** Where a scale is to be chosen, the verdicts by each. */
  scales: { mine: JudgedClaims; theirs: JudgedClaims } | null
  sourceTitle: (sourceId: string) => string
}

/** The verdicts of claims, by their ids, and the scale that they are of. */
export interface JudgedClaims {
  scale: CaseScale
  verdicts: ReadonlyMap<string, Verdict | null>
}

/** What a person should know of a merge beside counts and conflicts, each a sentence. */
export function mergeNotices(material: NoticeMaterial): string[] {
  return [
    ...titleNotices(material),
    ...scaleNotices(material),
    ...passageNotices(material),
    ...draftNotices(material),
  ]
}

/** Of shared passages these many are quoted, each up to so many UTF-16 code units. */
const mostQuoted = 3
const longestQuote = 60

function passageNotices({ sharedPassages: quotes }: NoticeMaterial): string[] {
  if (quotes.length === 0) return []
  const quoted = quotes
    .slice(0, mostQuoted)
    .map((quote) => `“${shortLine(quote, longestQuote).replace(/[.,;:]$/, '')}”`)
  const rest = quotes.length > mostQuoted ? ', …' : ''
  const many = quotes.length === 1 ? 'One passage carries' : `${quotes.length} passages carry`
  return [
    `${many} a claim in both copies: ${quoted.join(', ')}${rest}. All claims are kept; each shows the other, to be joined with it ` +
      'where both say the same.',
  ]
}

function titleNotices({ changes }: NoticeMaterial): string[] {
  const change = preferenceChange(changes, caseTitleKey)
  if (!change) return []
  const title = change.after ? caseTitleIn([change.after]) : null
  return [title === null ? 'The case gets its first title back.' : `The case will be called “${title}”.`]
}

function preferenceChange(
  changes: readonly Change[],
  wanted: string,
): (Change & { kind: 'preference' }) | null {
  for (const change of changes) if (change.kind === 'preference' && change.key === wanted) return change
  return null
}

function scaleNotices({ changes, claims, scale, scales }: NoticeMaterial): string[] {
  if (scales) {
    const lines = readByEither(scales)
    const either = lines.length ? ` By yours or by theirs, the verdicts will be: ${lines.join(', ')}.` : ''
    return [`Both copies were given another scale of verdicts, of which one is to be chosen.${either}`]
  }
  const change = preferenceChange(changes, caseScaleKey)
  if (!change) return []
  const next = caseScaleOf(change.after ? [change.after] : [])
  if (next.name === scale.name && next.verdicts.length === scale.verdicts.length && movesNothing(scale, next))
    return [`The scale of verdicts “${next.name}” is changed.`]
  return [`The case will be judged by the scale “${next.name}”.${mapped(claims, scale, next)}`]
}

/** How the verdicts are called by the one scale and by the other: “Mostly false or Misleading (2)”. */
function readByEither({ mine, theirs }: { mine: JudgedClaims; theirs: JudgedClaims }): string[] {
  const counts = new Map<string, number>()
  for (const [id, verdict] of mine.verdicts) {
    const other = theirs.verdicts.get(id) ?? null
    if (verdict === null && other === null) continue
    const [one, two] = [verdictLabel(mine.scale, verdict), verdictLabel(theirs.scale, other)]
    const line = one === two ? `“${one}” by both` : `“${one}” or “${two}”`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, count]) => `${line} (${count})`)
}

const movesNothing = (scale: CaseScale, next: CaseScale): boolean =>
  scale.verdicts.every(({ id }) => next.verdicts.some((one) => one.id === id))

/** What becomes of the verdicts that claims of the own case have: “Supported → True (3), Garbled stays (1)”. */
function mapped(records: readonly KindRecord[], from: CaseScale, to: CaseScale): string {
  const counts = new Map<string, number>()
  for (const { kind, record } of records) {
    const { verdict } = record as Claim
    if (kind !== 'claim' || verdict === null) continue
    const next = verdictIn(verdict, from, to)
    const isThere = to.verdicts.some(({ id }) => id === next)
    const words = isThere ? `→ ${verdictLabel(to, next)}` : 'stays'
    const line = `${verdictLabel(from, verdict)} ${words}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].map(([line, count]) => `${line} (${count})`)
  return lines.length ? ` Your verdicts: ${lines.join(', ')}.` : ''
}

const whyStaying = {
  'own-draft': 'you are correcting the same text yourself, and yours is kept',
  'other-text': 'it was begun on another text than the one here',
  'no-source': 'its source was removed',
} as const

function draftNotices({ drafts, conflicts, sourceTitle }: NoticeMaterial): string[] {
  const { coming, staying, own } = drafts
  const isOpen = (sourceId: string, fields: readonly string[] = ['currentVersionId']) =>
    conflicts.some(({ name, field }) => name === `source ${sourceId}` && fields.includes(field))
  return [
    ...own
      .filter((sourceId) => isOpen(sourceId, ['currentVersionId', 'presence']))
      .map(
        (sourceId) =>
          `You are correcting “${sourceTitle(sourceId)}”. If you choose theirs for it below, your unfinished correction is set ` +
          'aside: it can be read among the text versions, and is there again when the merge is taken back.',
      ),
    ...coming.map(
      ({ sourceId }) =>
        `An unfinished correction of “${sourceTitle(sourceId)}” comes along, for you to go on with or to discard.`,
    ),
    ...staying.map(({ sourceId, why }) => {
      const source = sourceTitle(sourceId)
      if (why === 'other-text' && isOpen(sourceId))
        return `An unfinished correction of “${source}” in the other copy comes along only with their text of it.`
      return `An unfinished correction of “${source}” stays in the other copy: ${whyStaying[why]}.`
    }),
  ]
}
