import type { TextRange } from '../../document/paragraphs.js'
import type { AnnotatedParagraph } from './annotate.js'
import { speechVerbs } from './en/title-words.js'
import type { NameMention } from './names.js'
import type { Token } from './tokens.js'

/** How far from a quotation its speech verb may stand, and from the verb its subject, in tokens. */
const reach = { verb: 8, subject: 4 }

/**
 * The name beside the speech verb nearest to a quotation: `"…," said Anna Berg`, `Anna Berg said: "…"`. Pronouns and roles
 * say nothing sure, so they give null.
 */
export function speakerOf(paragraph: AnnotatedParagraph, quote: TextRange): NameMention | null {
  const { tokens, names } = paragraph
  const after = tokens.findIndex(({ start }) => start >= quote.end)
  const behind =
    after < 0 || endsSentence(paragraph, quote)
      ? null
      : speakerAround(paragraph, after, Math.min(tokens.length, after + reach.verb), names)
  if (behind) return behind
  const firstInside = tokens.findIndex(({ start }) => start >= quote.start)
  const lead = tokens.slice(Math.max(0, firstInside - reach.verb), Math.max(0, firstInside))
  const from =
    firstInside - lead.length + lead.findLastIndex(({ lower }) => lower === '.' || lower === ';') + 1
  return firstInside <= 0 ? null : speakerAround(paragraph, from, firstInside, names)
}

/** Whether a quotation is a sentence of its own: what follows `“We won.”` speaks of something else. */
function endsSentence({ text }: AnnotatedParagraph, { end }: TextRange): boolean {
  return /[^.]\.["”»“]$/.test(text.slice(Math.max(0, end - 3), end))
}

function speakerAround(
  { tokens }: AnnotatedParagraph,
  from: number,
  to: number,
  names: readonly NameMention[],
): NameMention | null {
  const cited = citedBefore(tokens, from, to, names)
  if (cited) return cited
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (word === '.' || word === ';') return null
    const habit = habitAt(tokens, at)
    if (habit) return names.find(({ next }) => next === at) ?? null
    if (!speechVerbs.has(word)) continue
    const isRelative = tokens[at - 1]?.lower === 'who'
    const relative = isRelative ? (tokens[at - 2]?.lower === ',' ? at - 2 : at - 1) : null
    if (relative !== null) return names.find(({ next }) => next === relative) ?? null
    if (pronouns.has(tokens[at - 1]?.lower ?? '') || pronouns.has(tokens[at + 1]?.lower ?? '')) return null
    const apposed = appositionBefore(tokens, at)
    const before = names.find(({ next }) => next === apposed || (next <= at && at - next <= 1))
    const next = names.find(({ first }) => first > at && first - at <= reach.subject)
    if (before && before.first >= from - reach.subject) return before
    if (next && isDirect(tokens.slice(at + 1, next.first).map(({ lower }) => lower))) return next
    return null
  }
  return null
}

/** "liked to say", "used to say": the verb of speech behind another, at the first word of it. */
function habitAt(tokens: readonly Token[], at: number): boolean {
  const [verb, to, say] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower, tokens[at + 2]?.lower]
  return /^(liked|loved|used)$/.test(verb) && to === 'to' && say === 'say'
}

/** How long what stands between the commas of "Manuel Teixeira, the bishop, told" may be, in tokens. */
const longestApposition = 8

/** The comma that opens an apposition which ends right before the verb; -1 when there is none. */
function appositionBefore(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.lower !== ',') return -1
  for (let comma = at - 2; comma >= Math.max(0, at - longestApposition); comma--) {
    const word = tokens[comma]?.lower
    if (word === ',') return comma
    if (word === '.' || word === ';') return -1
  }
  return -1
}

/** "According to Anna Berg, “…”". */
function citedBefore(
  tokens: readonly Token[],
  from: number,
  to: number,
  names: readonly NameMention[],
): NameMention | null {
  for (let at = Math.max(0, from - 2); at < to; at++) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') continue
    const name = names.find(({ first }) => first >= at + 2 && first - at <= 4)
    return name && name.next <= to ? name : null
  }
  return null
}

const pronouns = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you', 'who'])

/** Only titles and roles may stand between the verb and the name: "said the mayor, Anna Berg". */
function isDirect(between: readonly string[]): boolean {
  return (
    between[0] !== ',' &&
    between.every(
      (word) =>
        word !== 'and' &&
        word !== 'that' &&
        word !== 'to' &&
        word !== 'of' &&
        word !== 'in' &&
        word !== 'on' &&
        word !== 'a',
    )
  )
}
