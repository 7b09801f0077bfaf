import type { ClaimCard } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { paragraphMark, pinpoint } from '../place-name.js'
import type { Place, QuoteInContext } from '../places.js'
import { hasDoubleMarks } from '../quotation-marks.js'
import type { VerdictMark } from '../verdict-marks.js'
import type { Wording } from '../wording.js'
import { isolated, markup, type Html } from './escape.js'

/** Verdicts share five tones, so that colour stays quiet; the sign and the word tell them apart. */
const tones: Record<VerdictMark['means'], string> = {
  supported: 'tone-ok',
  'supported-with-caveat': 'tone-caveat',
  inconsistent: 'tone-open',
  contradicted: 'tone-open',
  garbled: 'tone-open',
  unsupported: 'tone-open',
  unverifiable: 'tone-open',
  'not-factual': 'tone-none',
}

/** What stands for "no verdict yet" where a verdict has its sign and label. */
const unjudged = { sign: '○', label: 'No verdict yet' } as const

export function toneOf(verdict: VerdictMark | null): string {
  if (!verdict) return 'tone-none'
  return verdict.mustFix ? 'tone-fix' : tones[verdict.means]
}

/** The class by which what has a verdict is shown and hidden; `filterRules` counts on it. */
export function filterClass(verdict: VerdictMark | null): string {
  return `v${verdict?.place ?? 0}`
}

/** The sign and the words of a verdict, or of there being none. */
export function signAndLabel(verdict: VerdictMark | null, words: Wording): { sign: string; label: string } {
  return verdict ?? { sign: unjudged.sign, label: words.say(unjudged.label) }
}

/** A verdict as sign and words. */
export function verdictLabel(verdict: VerdictMark | null, words: Wording): Html {
  const { sign, label } = signAndLabel(verdict, words)
  return markup`<span class="verdict ${toneOf(verdict)}"><span class="sign" aria-hidden="true">${sign}</span> ${label}</span>`
}

/** A claim's number with the sign of its verdict, leading to its card. */
export function claimLink({ number, verdict }: ClaimCard, words: Wording): Html {
  return markup`<a class="chip ${toneOf(verdict)}" href="#claim-${number}" ${named(number, verdict, words)}</a>`
}

/** The inside of a claim's chip or reference, and its name in words for those who do not see the sign. */
function named(number: number, verdict: VerdictMark | null, words: Wording): Html {
  const { sign, label } = signAndLabel(verdict, words)
  return markup`aria-label="${words.say('Claim {number}', { number })}, ${label.toLowerCase()}">${number}<span class="sign">${sign}</span>`
}

/** The mark at the end of a highlight; its card leads back to it. */
export function claimReference({ number, verdict }: ClaimCard, words: Wording): Html {
  return markup`<a class="ref ${toneOf(verdict)} ${filterClass(verdict)}" id="text-${number}" href="#claim-${number}" ${named(number, verdict, words)}</a>`
}

export function findingLink({ number, categoryLabel }: FindingEntry, words: Wording): Html {
  return markup`<a class="finding-link" href="#finding-${number}" aria-label="${words.say('Finding {number}', { number })}, ${categoryLabel}">F${number}</a>`
}

/** Where a passage stands, as short as a column needs: "S1 ¶ 4, p. 12", leading to the paragraph. */
export function placeLink(place: Place, words: Wording): Html {
  const { source, paragraphs } = place
  if (!source) return markup`<span class="place">${words.say('not in the case')}</span>`
  if (!paragraphs) return markup`<a class="place" href="#source-${source.number}">S${source.number}</a>`
  const page = pinpoint(place, words)
  return markup`<a class="place" href="#s${source.number}p${paragraphs.first}">S${source.number} ${paragraphMark(place)}${page && `, ${page}`}</a>`
}

/** Where a passage stands, with the source's title. */
export function placeInWords(place: Place, words: Wording): Html {
  return markup`${placeLink(place, words)}${place.source && markup` <cite>${isolated(place.source.title)}</cite>`}`
}

/** A quote between quotation marks, single ones around a text that has its own, isolated from the line around it. */
export function quoted(text: string): Html {
  return markup`<q class="${hasDoubleMarks(text) ? 'single' : 'double'}"><bdi>${text}</bdi></q>`
}

export function quoteInContext(
  { before, quote, after, cutBefore, cutAfter }: QuoteInContext,
  tone: string,
): Html {
  return markup`<blockquote class="context" dir="auto">${cutBefore && '… '}${before}<mark class="l0 ${tone}">${quote}</mark>${after}${cutAfter && ' …'}</blockquote>`
}

export function dateTime(instant: string, words: Wording): Html {
  return markup`<time datetime="${instant}">${words.instant(instant)}</time>`
}
