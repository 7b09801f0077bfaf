import type { ClaimCard, VerdictMark } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import type { Place, QuoteInContext } from '../places.js'
import { readableInstant } from '../readable-date.js'
import { isolated, markup, type Html } from './escape.js'

/** Verdicts share five tones, so that colour stays quiet; the sign and the word tell them apart. */
const tones: Record<VerdictMark['id'], string> = {
  supported: 'tone-ok',
  'supported-with-caveat': 'tone-caveat',
  inconsistent: 'tone-fix',
  contradicted: 'tone-fix',
  garbled: 'tone-fix',
  unsupported: 'tone-fix',
  unverifiable: 'tone-open',
  'not-factual': 'tone-none',
}

/** What stands for "no verdict yet" where a verdict has its sign and label. */
const unjudged = { sign: '○', label: 'No verdict yet' }

export function toneOf(verdict: VerdictMark | null): string {
  return verdict ? tones[verdict.id] : 'tone-none'
}

/** A verdict as sign and words. */
export function verdictLabel(verdict: VerdictMark | null): Html {
  const { sign, label } = verdict ?? unjudged
  return markup`<span class="verdict ${toneOf(verdict)}"><span class="sign" aria-hidden="true">${sign}</span> ${label}</span>`
}

/** A claim's number with the sign of its verdict, leading to its card. */
export function claimLink({ number, verdict }: ClaimCard): Html {
  return markup`<a class="chip ${toneOf(verdict)}" href="#claim-${number}" ${named(number, verdict)}</a>`
}

/** The inside of a claim's chip or reference, and its name in words for those who do not see the sign. */
function named(number: number, verdict: VerdictMark | null): Html {
  const { sign, label } = verdict ?? unjudged
  return markup`aria-label="Claim ${number}, ${label.toLowerCase()}">${number}<span class="sign">${sign}</span>`
}

/** The mark at the end of a highlight; its card leads back to it. */
export function claimReference({ number, verdict }: ClaimCard): Html {
  return markup`<a class="ref ${toneOf(verdict)}" id="text-${number}" href="#claim-${number}" ${named(number, verdict)}</a>`
}

export function findingLink({ number, categoryLabel }: FindingEntry): Html {
  return markup`<a class="finding-link" href="#finding-${number}" aria-label="Finding ${number}, ${categoryLabel}">F${number}</a>`
}

/** Where a passage stands, as short as a column needs: "S1 ¶ 4", leading to the paragraph. */
export function placeLink({ source, paragraphs }: Place): Html {
  if (!source) return markup`<span class="place">not in the case</span>`
  if (!paragraphs) return markup`<a class="place" href="#source-${source.number}">S${source.number}</a>`
  return markup`<a class="place" href="#s${source.number}p${paragraphs.first}">S${source.number} ${paragraphMark(paragraphs)}</a>`
}

/** Where a passage stands, with the source's title. */
export function placeInWords(place: Place): Html {
  return markup`${placeLink(place)}${place.source && markup` <cite>${isolated(place.source.title)}</cite>`}`
}

function paragraphMark({ first, last }: NonNullable<Place['paragraphs']>): string {
  return first === last ? `¶\u00A0${first}` : `¶¶\u00A0${first}–${last}`
}

/** A quote between quotation marks, single ones around a text that has its own, isolated from the line around it. */
export function quoted(text: string): Html {
  const single = /^["“”„«»]|["“”„«»]$/.test(text)
  return markup`<q class="${single ? 'single' : 'double'}"><bdi>${text}</bdi></q>`
}

export function quoteInContext(
  { before, quote, after, cutBefore, cutAfter }: QuoteInContext,
  tone: string,
): Html {
  return markup`<blockquote class="context" dir="auto">${cutBefore && '… '}${before}<mark class="l0 ${tone}">${quote}</mark>${after}${cutAfter && ' …'}</blockquote>`
}

export function dateTime(instant: string): Html {
  return markup`<time datetime="${instant}">${readableInstant(instant)}</time>`
}

/** "1 claim", "2 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
