import type { TextRange } from '../../document/paragraphs.js'
import type { AnnotatedParagraph } from './annotate.js'
import { functionWords } from './en/function-words.js'
import { quotingVerbs } from './en/speech-words.js'
import { titles } from './en/title-words.js'
import { isPutByPronoun, speakerBeside } from './named-speakers.js'
import type { NameMention } from './names.js'
import { isQuoted } from './quotations.js'
import type { Token } from './tokens.js'

/** How far from a quotation its speech verb may stand, and from the verb its subject, in tokens. */
const reach = { verb: 12, subject: 6, role: 9 }

/** Who is said to have spoken; `byPronoun` when the name stands in the sentence before and only "he said" beside. */
export interface Speaker {
  name: NameMention
  byPronoun: boolean
}

/**
 * The name beside the speech verb nearest to a quotation: `"…," said Anna Berg`, `Anna Berg said: "…"`; or a name that has
 * the words without such a verb: `as Anna Berg put it`, `Anna Berg's "…"`. A pronoun speaks for the only person of the
 * sentence before. Roles say nothing sure, so they give null.
 */
export function speakerOf(paragraph: AnnotatedParagraph, quote: TextRange): Speaker | null {
  const { tokens, names } = paragraph
  const end = tokens.findIndex(({ start }) => start >= quote.end)
  const after = end < 0 || endsSentence(paragraph, quote) ? -1 : end
  const verbs: SpeechVerb = { pronoun: false }
  const behind =
    after < 0 ? null : speakerAround(paragraph, after, Math.min(tokens.length, after + reach.verb), verbs)
  if (behind) return { name: behind, byPronoun: false }
  const inside = tokens.findIndex(({ start }) => start >= quote.start)
  if (inside < 0) return null
  const lead = tokens.slice(Math.max(0, inside - reach.verb), inside)
  const from = inside - lead.length + lead.findLastIndex(({ lower }) => lower === '.' || lower === ';') + 1
  const before = speakerAround(paragraph, from, inside, verbs)
  if (before) return { name: before, byPronoun: false }
  if (verbs.pronoun || isPutByPronoun(tokens, after)) {
    const name = personBefore(paragraph, inside)
    return name && { name, byPronoun: true }
  }
  const beside = speakerBeside(tokens, names, { inside, end, after })
  return beside && { name: beside, byPronoun: false }
}

/** What was met on the way to a name. */
interface SpeechVerb {
  /** Whether the verb of speech has a pronoun for its subject. */
  pronoun: boolean
}

/** Whether a quotation is a sentence of its own: what follows `“We won.”` speaks of something else. */
function endsSentence({ text }: AnnotatedParagraph, { end }: TextRange): boolean {
  return /[^.]\.["”»“]$/.test(text.slice(Math.max(0, end - 3), end))
}

function speakerAround(
  { tokens, names }: AnnotatedParagraph,
  from: number,
  to: number,
  verbs: SpeechVerb,
): NameMention | null {
  const cited = citedBefore(tokens, from, to, names)
  if (cited) return cited
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (word === '.' || word === ';') return null
    const habit = habitAt(tokens, at)
    if (habit) return names.find(({ next }) => next === at) ?? null
    // "Asked about the gates, Anna Berg replied": a participle, and the verb comes later.
    if (!quotingVerbs.has(word) || (at === from && tokens[at]?.capital)) continue
    const isRelative = tokens[at - 1]?.lower === 'who'
    const relative = isRelative ? (tokens[at - 2]?.lower === ',' ? at - 2 : at - 1) : null
    if (relative !== null) return names.find(({ next }) => next === relative) ?? null
    if (pronouns.has(tokens[at - 1]?.lower ?? '') || pronouns.has(tokens[at + 1]?.lower ?? '')) {
      verbs.pronoun = [at - 1, at + 1].some((place) => /^s?he$/.test(tokens[place]?.lower ?? ''))
      return null
    }
    const verb = startOfVerb(tokens, at)
    const apposed = appositionBefore(tokens, verb)
    const before =
      apposedName(tokens, names, apposed, verb) ??
      names.find(({ next }) => next === apposed || (next <= verb && verb - next <= 1))
    const next = names.find(({ first }) => first > at && first - at <= reach.subject)
    if (before && before.first >= from - reach.subject) return holderOf(before, tokens, names)
    const beyond = names.find(({ first }) => first > at && first - at <= reach.role)
    const held = beyond && behindRole(tokens, names, at, beyond)
    if (held) return held
    if (next && isDirect(tokens.slice(at + 1, next.first).map(({ lower }) => lower)))
      return heldBy(next, tokens, names)
    return null
  }
  return null
}

/** "Gerda Holm of Corran Partners wrote": the name that another hangs on. */
function holderOf(name: NameMention, tokens: readonly Token[], names: readonly NameMention[]): NameMention {
  const isHung = /^(of|from|at|for)$/.test(tokens[name.first - 1]?.lower ?? '')
  return (isHung && names.find(({ next }) => next === name.first - 1)) || name
}

/** "said Labour's Anna Berg": the name behind that of her party or firm. */
function heldBy(
  name: NameMention,
  tokens: readonly Token[],
  names: readonly NameMention[],
): NameMention | null {
  const role = roleBehind(tokens, name)
  if (role !== null) {
    const first = tokens[role]?.lower === ',' ? role + 1 : role
    return names.find((other) => other.first === first) ?? null
  }
  const isOwner = /^['’]s$/.test(tokens[name.next]?.lower ?? '')
  return (isOwner && names.find(({ first }) => first === name.next + 1)) || name
}

/** How many words a role may fill behind the name that says of where it is. */
const longestRole = 4

/** "said the Dutch delegate, Jan Smit": the token behind a role that a name only says the land or body of; null for others. */
function roleBehind(tokens: readonly Token[], { first, next, words }: NameMention): number | null {
  if (words.length > 1 || tokens[first - 1]?.lower !== 'the') return null
  let at = next
  while (at - next < longestRole && isPlain(tokens[at])) at++
  return at > next ? at : null
}

function isPlain(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.capital && !functionWords.has(token.lower)
}

/** The first word of a verb with its auxiliaries and adverbs: "had later said". */
function startOfVerb(tokens: readonly Token[], at: number): number {
  let start = at
  while (
    /^(had|has|have|later|also|then|once|already|often|reportedly)$/.test(tokens[start - 1]?.lower ?? '')
  )
    start--
  return start
}

/** "liked to say", "used to say": the verb of speech behind another, at the first word of it. */
function habitAt(tokens: readonly Token[], at: number): boolean {
  const [verb, to, say] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower, tokens[at + 2]?.lower]
  return /^(liked|loved|used)$/.test(verb) && to === 'to' && say === 'say'
}

/** How long what stands between the commas of "Manuel Teixeira, the bishop, told" may be, in tokens. */
const longestApposition = 12

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

/** "The captain of Etoile, Boubacar Keita, complained": the name that fills the apposition to a role. */
function apposedName(
  tokens: readonly Token[],
  names: readonly NameMention[],
  comma: number,
  verb: number,
): NameMention | null {
  if (comma < 0) return null
  const name = names.find(
    ({ first, next, words }) => first === comma + 1 && next === verb - 1 && words.length > 1,
  )
  if (!name) return null
  for (let at = comma - 1; at >= Math.max(0, comma - longestApposition); at--) {
    if (tokens[at]?.kind === 'mark' && tokens[at]?.lower !== '-') return null
    if (/^(the|its|their|his|her|our|an?)$/.test(tokens[at]?.lower ?? ''))
      return isPlain(tokens[at + 1]) ? name : null
  }
  return null
}

/** "said the coach of Etoile, Moussa Diarra": the name behind a role that hangs on another name. */
function behindRole(
  tokens: readonly Token[],
  names: readonly NameMention[],
  at: number,
  name: NameMention,
): NameMention | null {
  const between = tokens.slice(at + 1, name.first).map(({ lower }) => lower)
  const isRole = /^(the|its|their)$/.test(between[0] ?? '') && /^(of|at|for)$/.test(between.at(-1) ?? '')
  const isApposed =
    /^(the|its|their|a)$/.test(between[0] ?? '') &&
    between.at(-1) === ',' &&
    between.indexOf(',') === between.length - 1
  if (
    isApposed &&
    name.words.length > 1 &&
    between.length <= longestApposition &&
    !between.some((word) => word === 'and' || word === 'that')
  )
    return name
  if (!isRole || between.length > 5 || tokens[name.next]?.lower !== ',') return null
  return names.find(({ first, words }) => first === name.next + 1 && words.length > 1) ?? null
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

/** How many tokens before a quotation the person is looked for whom "he" or "she" means. */
const pronounReach = 60

/** The only person named in the sentence that leads to a quotation, or else in the one before it. */
function personBefore(
  { tokens, names, sentences, quotes }: AnnotatedParagraph,
  inside: number,
): NameMention | null {
  const at = sentences.findLastIndex(({ first }) => first <= inside)
  for (const sentence of [sentences[at], sentences[at - 1]]) {
    if (!sentence || sentence.first < inside - pronounReach) return null
    const own = names.filter(
      ({ first, next, sure }) =>
        sure &&
        first >= sentence.first &&
        next <= Math.min(sentence.next, inside) &&
        !isQuoted(quotes, tokens[first] as TextRange),
    )
    const [name] = own
    if (name) return own.length === 1 && isPersonal(name, tokens) ? name : null
  }
  return null
}

/** Two or three words, or one behind a title, that do not stand where a place stands ("in New York"). */
function isPersonal({ first, words }: NameMention, tokens: readonly Token[]): boolean {
  const lead = tokens[first - 1]?.lower ?? ''
  if (/^(in|at|near|from|to|of|the|around|outside|into)$/.test(lead)) return false
  return words.length === 2 || words.length === 3 || (words.length === 1 && titles.has(lead))
}
