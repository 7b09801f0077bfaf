import type { Finding } from '../../domain/finding.js'
import { yearsAt } from '../arithmetic/age-claim.js'
import { relatives } from '../extract/en/kin-words.js'
import {
  datesOfSentence,
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { findingOf, type Place, placeOf } from '../explain.js'
import { civilOf } from '../extract/calendar.js'
import { auxiliaries, mayBeVerb } from '../extract/en/verb-words.js'
import { isExplicit } from '../extract/mention.js'
import type { NameMention } from '../extract/names.js'
import { intervalOfPrefix } from '../extract/timex.js'
import type { Token } from '../extract/tokens.js'
import type { Keyed } from '../index/pair-index.js'
import { areSlipsOfEachOther, areSwapped } from './slip-likeness.js'

/** An age that a text gives a person on its own day: "Ivan Kostov, 42,", "the 42-year-old". */
export interface AgeTold {
  section: SectionView
  sentence: PlacedSentence
  years: number
  place: Place
  /** The years that its sentence names. */
  dated: readonly number[]
}

/** Numbers below this are goals, places and ranks. */
const youngest = 5
const oldest = 110

/** An age as it stands: tokens [`first`, `next`). */
interface Written {
  first: number
  next: number
  years: number
}

/** The ages of a section under the full name of whom they are of. */
export const agesToldIn: (section: SectionView) => readonly Keyed<AgeTold>[] = perSection((section) => {
  const found: Keyed<AgeTold>[] = []
  const people = new Set<string>()
  const fullNames = fullNamesOf(section)
  const sentences = proseSentences(section)
  for (const [index, sentence] of sentences.entries()) {
    const { tokens } = sentence.paragraph.annotated
    const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
    if (words.some(({ lower }) => scores.has(lower) || others.has(lower))) continue
    // "The 12-year-old was …" may be somebody else, unless the age has the digits of the one that was told.
    const isSwapOfTold = (years: number): boolean =>
      found.every(({ item }) => item.years === years || areSwapped(item.years, years))
    const told = (key: string, written: Written): void => {
      found.push({ item: ageTold(section, sentence, written), keys: [key] })
    }
    for (const name of inSentence(sentence.paragraph.annotated.names, sentence.sentence)) {
      const age = ageBehind(tokens, name) ?? ageBefore(tokens, name)
      if (!age || tellsOfKin(sentence)) continue
      // "Mr Okafor" beside two of that name is the one whose age was told, unless the ages are far apart.
      const aged = [...people].filter((person) => person.endsWith(` ${name.words.at(-1) ?? ''}`))
      const isTitled = name.words.length === 1 && aged.length === 1 && !fullNames.get(name.words[0] ?? '')
      const isOne =
        isTitled &&
        found.some(({ item, keys }) => keys[0] === aged[0] && areSlipsOfEachOther(item.years, age.years))
      const key = isOne ? aged[0] : keyOf(name, fullNames)
      if (!key) continue
      people.add(key)
      told(key, age)
    }
    const alone = people.size === 1 ? ageAlone(tokens, sentence) : null
    const [only] = people
    if (!only || !alone || !isSwapOfTold(alone.years)) continue
    if (!sentences.slice(0, index + 1).some(tellsOfAnother)) told(only, alone)
  }
  return found
})

/** Words of sentences in which a number behind a name is a result. */
const scores = new Set(
  'points votes goals runs seconds metres minutes strokes seats marks wickets caps'.split(' '),
)

/** Words of sentences that may speak of another person of the same name; words for kin do so too. */
const others = new Set('also another namesake elder younger junior senior jr sr'.split(' '))

/** "has two sons", "a father of three": kin that are only counted. */
const number = '(no|one|two|three|four|five|six|seven|eight|nine|ten|\\d+)'
const countedKin = new RegExp(`\\b${number} \\w+|\\w+ of ${number}\\b`, 'gi')

/** "His father, also Peter Hall": a sentence about somebody who may bear the same name. */
function tellsOfKin({ text }: PlacedSentence): boolean {
  return relatives.test(text) && relatives.test(text.replace(countedKin, ''))
}

/** "His son Karl, 24, came", "Another man, 24, was let go": somebody of whom an age alone may be told behind it. */
function tellsOfAnother(sentence: PlacedSentence): boolean {
  return tellsOfKin(sentence) || /\b(an)?other\b/i.test(sentence.text)
}

function ageTold(section: SectionView, sentence: PlacedSentence, { first, next, years }: Written): AgeTold {
  const { tokens } = sentence.paragraph.annotated
  const { offset } = sentence.paragraph
  const dated = datesOfSentence(section, sentence).flatMap((date) =>
    date.interval && isExplicit(date) ? [civilOf(date.interval.lo).year] : [],
  )
  const start = offset + (tokens[first]?.start ?? 0)
  const end = offset + (tokens[next - 1]?.end ?? 0)
  return { section, sentence, years, dated, place: placeOf(section, { start, end }) }
}

/** Full names by their surname; '' where several people of the section bear it. */
function fullNamesOf({ paragraphs }: SectionView): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  for (const { words } of paragraphs.flatMap(({ annotated }) => annotated.names)) {
    const surname = words.at(-1) ?? ''
    const key = words.length > 1 ? `${words[0]} ${surname}` : ''
    if (key) full.set(surname, (full.get(surname) ?? key) === key ? key : '')
  }
  return full
}

function keyOf({ words }: NameMention, fullNames: ReadonlyMap<string, string>): string {
  const surname = words.at(-1) ?? ''
  return words.length > 1 ? `${words[0]} ${surname}` : (fullNames.get(surname) ?? '')
}

/** "Kostov, 42,", "Kostov, aged 42", "Kostov (42), of", "Kostov, who is 42", "Kostov, a 42-year-old". */
function ageBehind(tokens: readonly Token[], { next }: NameMention): Written | null {
  const word = (at: number): string => tokens[at]?.lower ?? ''
  const mark = word(next)
  if (word(next) === 'aged' || word(next) === 'is') return ageAt(tokens, next + 1, closesAge)
  if (mark === '(') {
    const age = ageAt(tokens, word(next + 1) === 'aged' ? next + 2 : next + 1, /^\)$/)
    const behind = age ? word(age.next + 1) : ''
    return word(next + 1) === 'aged' || /^(,|of|from|was)$/.test(behind) ? age : null
  }
  if (mark !== ',') return null
  if (word(next + 1) === 'aged') return ageAt(tokens, next + 2, closesAge)
  if (word(next + 1) === 'who' && /^(is|was)$/.test(word(next + 2))) return ageAt(tokens, next + 3, closesAge)
  if (/^an?$/.test(word(next + 1))) return yearOldAt(tokens, next + 2)
  return ageAt(tokens, next + 1, /^[,;.]$|^(of|from|who|was|is)$/)
}

const closesAge = /^[,;.]$|^(and|of|from|who|was|is)$/

/** "the 42-year-old lorry driver Ivan Kostov": an age with up to three words before the name. */
function ageBefore(tokens: readonly Token[], { first }: NameMention): Written | null {
  for (let at = first - 5; at >= Math.max(0, first - 8); at--) {
    const age = yearOldAt(tokens, at)
    if (age && age.next <= first && !tokens.slice(age.next, first).some(({ kind }) => kind !== 'word'))
      return age
  }
  return null
}

/** "The 42-year-old was …": an age that may stand for the person, or for somebody else in the story. */
function ageAlone(tokens: readonly Token[], { sentence }: PlacedSentence): Written | null {
  if (tokens[sentence.first]?.lower !== 'the') return null
  const age = yearOldAt(tokens, sentence.first + 1)
  const verb = tokens[age?.next ?? 0]?.lower ?? ''
  return age && (auxiliaries.has(verb) || mayBeVerb(verb)) ? age : null
}

/** "42-year-old". */
function yearOldAt(tokens: readonly Token[], at: number): Written | null {
  const { years, next } = yearsAt(tokens, at)
  const words = tokens.slice(next, next + 4).map(({ lower }) => lower)
  const isOld = words[1] === 'year' && words[3] === 'old'
  return isOld && isAge(years) ? { first: at, next: next + 4, years } : null
}

function ageAt(tokens: readonly Token[], at: number, behind: RegExp): Written | null {
  const { years, next } = yearsAt(tokens, at)
  return isAge(years) && behind.test(tokens[next]?.lower ?? '.') ? { first: at, next, years } : null
}

function isAge(years: number): boolean {
  return Number.isInteger(years) && years >= youngest && years <= oldest
}

/** Whether two ages of one name cannot both be those of a person. Symmetric. */
export function areAgesApart(a: AgeTold, b: AgeTold): boolean {
  if (a.sentence === b.sentence) return false
  const difference = Math.abs(a.years - b.years)
  const isSlip = areSlipsOfEachOther(a.years, b.years)
  if (a.dated.length > 0 && b.dated.length > 0 && !a.dated.some((year) => b.dated.includes(year)))
    return false
  if (a.dated.length + b.dated.length > 0 && !isSlip) return false
  if (a.section === b.section) return difference > 0 && isSlip
  const apart = yearsBetween(a.section, b.section)
  return apart === null ? difference > 1 && isSlip : difference > Math.ceil(apart)
}

/** The years between the days of publication of two texts; null where one is not known. */
function yearsBetween(a: SectionView, b: SectionView): number | null {
  const [x, y] = [a, b].map(({ published }) => intervalOfPrefix(published))
  return x && y ? Math.max(Math.abs(x.hi - y.lo), Math.abs(y.hi - x.lo)) / daysInYear : null
}

const daysInYear = 365.25

/** The finding for two ages of one person, in the order of the texts. */
export function agesFinding(rule: Parameters<typeof findingOf>[0], a: AgeTold, b: AgeTold): Finding {
  const quotes = [a, b].map(({ place: { section, start, end } }) => section.text.slice(start, end))
  const [x, y] = [quotes[0] ?? '', quotes[1] ?? '']
  return findingOf(rule, {
    severity: a.section === b.section ? 'likely' : 'check',
    message: `“${x}” in one place, “${y}” in another`,
    spans: [a.place, b.place],
    context: [a.sentence.text, b.sentence.text],
    explanation: {
      reason: 'Both passages give the age of somebody with the same name, and the ages differ.',
      resolved: [a, b].map(({ years }, index) => ({ quote: quotes[index] ?? '', value: String(years) })),
      arithmetic: [
        `${Math.max(a.years, b.years)} − ${Math.min(a.years, b.years)} = ${Math.abs(a.years - b.years)} years.`,
      ],
      assumptions: ['That both passages speak of one person, at one time.'],
      settle: 'The date of birth.',
    },
    suggests: 'contradicts',
  })
}
