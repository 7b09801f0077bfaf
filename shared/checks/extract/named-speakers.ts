import { quotingVerbs, sayings } from './en/speech-words.js'
import { auxiliaries, irregularVerbs } from './en/verb-words.js'
import type { NameMention } from './names.js'
import type { Token } from './tokens.js'

/**
 * Where a quotation stands among the tokens: its first one, the first behind it, and the same when the sentence goes on
 * there; -1 when there is none, or it does not.
 */
interface QuotePlace {
  inside: number
  end: number
  after: number
}

/** The name that has the words without a verb of speech beside them; null when there is none. */
export function speakerBeside(
  tokens: readonly Token[],
  names: readonly NameMention[],
  { inside, end, after }: QuotePlace,
): NameMention | null {
  const behind = after < 0 ? null : (ownerBehind(tokens, names, after) ?? putBy(tokens, names, after))
  return (
    behind ??
    ownerBefore(tokens, names, inside) ??
    wordsOf(tokens, names, inside) ??
    callerOf(tokens, names, inside) ??
    subjectOfLead(tokens, names, inside) ??
    spokenBy(tokens, names, end)
  )
}

/** `"…," was Anna Berg's` and `"…" is Anna Berg's`. */
function ownerBehind(
  tokens: readonly Token[],
  names: readonly NameMention[],
  after: number,
): NameMention | null {
  const at = tokens[after]?.lower === ',' ? after + 1 : after
  if (!/^(is|was|were)$/.test(tokens[at]?.lower ?? '')) return null
  const name = names.find(({ first }) => first > at && first - at <= 3)
  return name && isPossessive(tokens, name) ? name : null
}

/** How far behind "as" the verb may stand, in tokens. */
const putReach = 8

/** `as Anna Berg put it`, `as Anna Berg has it`. */
function putBy(tokens: readonly Token[], names: readonly NameMention[], after: number): NameMention | null {
  const as = tokens[after]?.lower === ',' ? after + 1 : after
  if (tokens[as]?.lower !== 'as') return null
  for (let at = as + 1; at < Math.min(tokens.length, as + putReach); at++) {
    const isPut =
      /^(put|puts|has|had|have|described|called|phrased|expressed)$/.test(tokens[at]?.lower ?? '') &&
      tokens[at + 1]?.lower === 'it'
    if (isPut) return names.find(({ first, next }) => next === at && first > as) ?? null
  }
  return null
}

/** `as he puts it`. */
export function isPutByPronoun(tokens: readonly Token[], after: number): boolean {
  if (after < 0) return false
  const as = tokens[after]?.lower === ',' ? after + 1 : after
  const [first, pronoun, verb] = [as, as + 1, as + 2].map((at) => tokens[at]?.lower ?? '')
  return first === 'as' && /^s?he$/.test(pronoun ?? '') && /^(put|puts|has|had)$/.test(verb ?? '')
}

/** How far behind a quotation "by" may stand, in tokens. */
const byReach = 6

/** `"…." It was spoken by Anna Berg`, in the sentence behind. */
function spokenBy(tokens: readonly Token[], names: readonly NameMention[], end: number): NameMention | null {
  if (end < 0 || !/^(it|this|that|the|these|those)$/.test(tokens[end]?.lower ?? '')) return null
  for (let at = end + 1; at < Math.min(tokens.length, end + byReach); at++) {
    const isBy = tokens[at]?.lower === 'by' && speaking.test(tokens[at - 1]?.lower ?? '')
    if (isBy) return names.find(({ first }) => first > at && first - at <= 3) ?? null
    if (tokens[at]?.kind === 'mark') return null
  }
  return null
}

/** How many tokens a role may take between "by" and the name: "made by the co-defendant, Roy Babbage". */
const roleReach = 9

const speaking = /^(spoken|said|written|uttered|coined|made|given)$/

/** `Anna Berg's "…"`, with a word between: `Anna Berg's famous "…"`. */
function ownerBefore(
  tokens: readonly Token[],
  names: readonly NameMention[],
  inside: number,
): NameMention | null {
  const name = names.findLast(({ next }) => next <= inside)
  if (!name || !isPossessive(tokens, name)) return null
  const between = tokens.slice(name.next, inside).filter(({ lower }) => lower !== "'s" && lower !== "'")
  const words = between.filter(({ kind }) => kind === 'word').map(({ lower }) => lower)
  const isPlain = between.every(({ kind, lower }) => kind === 'word' || isOpening(lower))
  // "Anna Berg's lawyer: …": somebody else speaks.
  const isOwn =
    words.length === 0 || sayings.has(words.at(-1) ?? '') || !between.some(({ lower }) => lower === ':')
  return isPlain && isOwn && words.length <= 2 && !words.some(isVerb) ? name : null
}

/** `Anna Berg called it "…"`, `Anna Berg described her as "…"`. */
function callerOf(
  tokens: readonly Token[],
  names: readonly NameMention[],
  inside: number,
): NameMention | null {
  let at = inside
  while (isOpening(tokens[at - 1]?.lower ?? '')) at--
  if (tokens[at - 1]?.lower === 'as') at--
  const isSaid =
    /^(it|him|her|them|this)$/.test(tokens[at - 1]?.lower ?? '') &&
    /^(called|described|dubbed)$/.test(tokens[at - 2]?.lower ?? '')
  return (isSaid && names.find(({ next }) => next === at - 2)) || null
}

/** `in the words of Anna Berg: "…"`, `the words belong to Anna Berg: "…"`. */
function wordsOf(
  tokens: readonly Token[],
  names: readonly NameMention[],
  inside: number,
): NameMention | null {
  const name = names.findLast(({ next }) => next <= inside)
  if (!name) return null
  const between = tokens.slice(name.next, inside)
  if (!between.every(({ lower }) => lower === ',' || lower === ':' || isOpening(lower))) return null
  const lead = tokens.slice(Math.max(0, name.first - 4), name.first).map(({ lower }) => lower)
  const of = lead.lastIndexOf('of')
  if (of > 0 && sayings.has(lead[of - 1] ?? '')) return name
  const by = tokens.slice(Math.max(0, name.first - roleReach), name.first).map(({ lower }) => lower)
  const isBy = by.some(
    (word, at) => word === 'by' && (speaking.test(by[at - 1] ?? '') || sayings.has(by[at - 1] ?? '')),
  )
  if (isBy && !by.some((word) => quotingVerbs.has(word))) return name
  const to = lead.lastIndexOf('to')
  return to > 0 && /^(belongs?|belonged|attributed|ascribed|credited|given)$/.test(lead[to - 1] ?? '')
    ? name
    : null
}

/** How long a lead with a colon may be, in tokens. */
const longestLead = 40

/**
 * `Anna Berg explained the turnaround: "…"`: the subject of a sentence that ends in a colon before the words. It is the
 * first name with a verb of speech behind it and none before.
 */
function subjectOfLead(
  tokens: readonly Token[],
  names: readonly NameMention[],
  inside: number,
): NameMention | null {
  const colon = tokens.slice(Math.max(0, inside - 2), inside + 1).findIndex(({ lower }) => lower === ':')
  if (colon < 0) return null
  const end = Math.max(0, inside - 2) + colon
  let from = end
  while (from > 0 && end - from < longestLead && !/^[.;?!]$/.test(tokens[from - 1]?.lower ?? '')) from--
  const verb = tokens.findIndex(
    ({ lower, capital }, at) => at >= from && at < end && !capital && isVerb(lower),
  )
  if (verb < 0 || !quotingVerbs.has(tokens[verb]?.lower ?? '')) return null
  const own = names.filter(({ first, next }) => first >= from && next <= verb)
  const [name] = own
  return own.length === 1 && name && name.next === verb ? name : null
}

function isVerb(word: string): boolean {
  return (
    quotingVerbs.has(word) ||
    auxiliaries.has(word) ||
    irregularVerbs.has(word) ||
    (word.length > 4 && word.endsWith('ed'))
  )
}

function isPossessive(tokens: readonly Token[], { next }: NameMention): boolean {
  return /^(['’]s?|s['’])$/.test(tokens[next]?.lower ?? '') || /['’]s?$/.test(tokens[next - 1]?.lower ?? '')
}

function isOpening(mark: string): boolean {
  return /^["“„«‘:]$/.test(mark)
}
