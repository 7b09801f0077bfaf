import { perSection, type SectionView } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { titles } from '../extract/en/title-words.js'
import type { NameMention } from '../extract/names.js'
import type { Token } from '../extract/tokens.js'

/** A person whom a text introduces by what he or she is: the words of the role and of the name, in lower case. */
interface Introduction {
  role: readonly string[]
  name: readonly string[]
}

/** How far behind a name its role may go on, in tokens: ", the director of the museum,". */
const reach = 7

/** How many words a role before a name may have: "the deputy transport minister". */
const longestRole = 4

/**
 * The words of the only name that a section introduces with a role ("the transport minister, Karin Ziegler," for "minister");
 * null when it introduces nobody so, or two.
 */
export function holderOfRole(section: SectionView, role: string): readonly string[] | null {
  const told = role.split(' ')
  const head = told.at(-1) ?? ''
  const holders = introductionsOf(section).filter(
    ({ role: words }) => words.includes(head) && isSameRank(words, told),
  )
  const [first, ...others] = holders
  const isOne = others.every(({ name }) => name.at(-1) === first?.name.at(-1))
  const isTold = told.every((word) => holders.some(({ role: words }) => words.includes(word)))
  return first && isOne && isTold ? first.name : null
}

const ranks = ['deputy', 'vice', 'former', 'assistant', 'co', 'acting']

/** "the deputy mayor" is not "the mayor". */
function isSameRank(words: readonly string[], told: readonly string[]): boolean {
  return ranks.every((rank) => words.includes(rank) === told.includes(rank))
}

const introductionsOf: (section: SectionView) => readonly Introduction[] = perSection((section) =>
  section.paragraphs.flatMap(({ annotated: { tokens, names } }) =>
    names.filter(isPersonal).flatMap((name) => {
      const role = [...roleBefore(tokens, name), ...roleBehind(tokens, name)]
      return role.length > 0 ? [{ role, name: name.words }] : []
    }),
  ),
)

function isPersonal({ words }: NameMention): boolean {
  return words.length === 2 || words.length === 3
}

/** "transport minister Karin Ziegler", "the minister for the islands, Karin Ziegler", "Mayor Karin Ziegler". */
function roleBefore(tokens: readonly Token[], { first }: NameMention): string[] {
  if (tokens[first - 1]?.lower === ',') return apposedRole(tokens, first - 2)
  const role: string[] = []
  for (let at = first - 1; role.length < longestRole && isRoleWord(tokens[at]); at--)
    role.unshift(tokens[at]?.lower ?? '')
  return role
}

/** The words of a role up to its first preposition, back from its last word to the article that opens it. */
function apposedRole(tokens: readonly Token[], last: number): string[] {
  for (let at = last; at >= Math.max(0, last - longestApposed); at--) {
    const word = tokens[at]?.lower ?? ''
    if (tokens[at]?.kind === 'mark' && word !== '-') return []
    if (
      !/^(the|an?|its|their|his|her|our)$/.test(word) ||
      /^(of|for|at|in|on|to|by|with)$/.test(tokens[at - 1]?.lower ?? '')
    )
      continue
    const words = tokens.slice(at + 1, last + 1).map(({ lower }) => lower)
    const end = words.findIndex((one) => prepositions.has(one))
    return end < 0 ? words : words.slice(0, end)
  }
  return []
}

/** How many tokens a role with what it is of may have: "the minister for the islands of the south". */
const longestApposed = 9

const prepositions = new Set(['of', 'for', 'at', 'in', 'who', 'and', 'from'])

function isRoleWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || functionWords.has(token.lower)) return token?.lower === '-'
  return !token.capital || titles.has(token.lower)
}

/** "Karin Ziegler, the transport minister", "Karin Ziegler, director of the museum", "Karin Ziegler is the mayor". */
function roleBehind(tokens: readonly Token[], { next }: NameMention): string[] {
  const link = tokens[next]?.lower ?? ''
  if (!/^(,|is|was)$/.test(link)) return []
  const [first, second] = [tokens[next + 1], tokens[next + 2]]
  const isNoun = /^(the|an?|its|their|his|her)$/.test(first?.lower ?? '') || (second?.lower ?? '') === 'of'
  if (!isNoun) return []
  const words: string[] = []
  for (const token of tokens.slice(next + 1, next + 1 + reach)) {
    if (token.kind === 'mark' && token.lower !== '-') break
    if (prepositions.has(token.lower)) break
    if (!functionWords.has(token.lower)) words.push(token.lower)
  }
  return words
}
