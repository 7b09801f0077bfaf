import { editDistance } from '../extract/edit-distance.js'
import type { SpellingDesign } from './spelling-index.js'

/** Endings that make another word of a name: plurals, peoples and languages. */
const derived =
  /^(s|es|n|an|ian|ians|ans|ns|ish|ese|i|is|ic|al|er|ers|a|o|ism|ist|ists|d|ed|r|rs|ing|y?ia|land)$/

/**
 * Whether two words are one name misspelt or transliterated in two ways: one letter for words of five, two for those of
 * eight. Given names must differ by a plain slip, because relatives have like ones.
 */
export function isSlip(a: string, b: string, isSurname: boolean): boolean {
  if (a === b || isDerived(a, b) || areOfBothSexes(a, b)) return false
  if (folded(a) === folded(b)) return Math.min(a.length, b.length) >= 4
  const given = isSurname ? undefined : givenNames.get(a)
  if (given !== undefined && given === givenNames.get(b)) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || a.charAt(0) !== b.charAt(0)) return false
  const distance = editDistance(a, b, 2)
  if (!isSurname)
    return (
      (distance === 1 && sortedLetters(a) === sortedLetters(b)) || isTransliteration(a, b) || isLongSlip(a, b)
    )
  return distance === 1 || (distance === 2 && shorter >= 8)
}

/** "Kowalski" and "Kowalska", "Dostoevsky" and "Dostoevskaya": one family's name for men and for women. */
function areOfBothSexes(a: string, b: string): boolean {
  const [x, y] = [a, b].map((word) => word.replace(/(sk|ck|tsk|dzk)(i|y|ij|a|aya|aia)$/, '$1'))
  if (x !== y || x === a || y === b) return false
  return a.endsWith('a') !== b.endsWith('a')
}

/** Whether two short surnames differ by one letter inside or a consonant at the end: a slip where the given name is the same. */
export function isShortSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter !== 4 || a.charAt(0) !== b.charAt(0) || isDerived(a, b) || isVowel(a.at(-1) ?? '')) return false
  return !isVowel(b.at(-1) ?? '') && editDistance(a, b, 1) === 1
}

/** Fewer consonants are shared by names of different people: Jan and John, Anna and Ian. */
const leastConsonants = 3

/**
 * Whether two given names are one in two spellings: the same consonants in order, as many vowels between them, and the
 * same kind of ending, which tells men's names from women's. Mohammed and Muhammad, Stephen and Steven.
 */
function isTransliteration(a: string, b: string): boolean {
  const [x, y] = [skeleton(a), skeleton(b)]
  const isOtherGender = a.at(-1) !== b.at(-1) && (a.endsWith('a') || b.endsWith('a'))
  return !isOtherGender && x === y && x.replaceAll('.', '').length >= leastConsonants
}

/** Consonants brought together by sound, with a point for every run of vowels. */
function skeleton(word: string): string {
  return folded(word)
    .replace(/x/g, 'ks')
    .replace(/[cq]/g, 'k')
    .replace(/v/g, 'f')
    .replace(/[aeiouyäöüéè]+/g, '.')
}

/** Given names that English writes in several ways without a rule. */
const givenNames: ReadonlyMap<string, number> = new Map(
  [
    'alexander aleksandr alexandr aleksander oleksandr',
    'sergei sergey serhiy serhii sergiy',
    'nikolai nikolay mykola',
    'andrei andrey andriy andrii',
    'alexei alexey aleksei aleksey oleksiy',
    'evgeny yevgeny evgeni yevgeni',
    'mikhail michail mykhailo',
    'yuri yury yuriy juri',
    'mohammed muhammad mohamed mohammad muhammed',
    'ahmed ahmad',
    'hussein hussain husayn husein',
    'yusuf youssef yousef yusef',
    'khalid khaled',
    'sean shaun shawn',
    'carl karl',
    'eric erik',
    'marc mark',
    'katherine catherine kathryn katharine cathryn catharine',
    'geoffrey jeffrey jeffery',
    'elizabeth elisabeth',
    'graham graeme',
    'stuart stewart',
    'jonathan jonathon johnathan',
    'bryan brian',
    'isabel isobel isabelle',
    'rachel rachael',
    'theresa teresa',
    'deborah debra',
    'lawrence laurence',
    'allan alan allen',
    'michael micheal',
    'frederick frederic fredrick frederik',
    'knut knud',
    'gert gerd',
    'sara sarah',
    'philip phillip philipp',
    'nicholas nicolas',
    'dmitry dmitri dmitriy dmytro dmitro',
    'victor viktor',
    'oscar oskar',
    'thomas tomas',
    'matthew mathew',
    'sophia sofia',
    'hannah hanna',
    'lucas lukas',
    'jacob jakob',
    'marcus markus',
    'erica erika',
    'joseph josef',
    'conrad konrad',
    'kristian christian',
  ].flatMap((row, index) => row.split(' ').map((name): [string, number] => [name, index])),
)

/**
 * A long given name with one slip inside it. A slip in the last letters makes a woman's name of a man's, unless a consonant
 * stands for another before the same ending: Clementine and Clementime.
 */
function isLongSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 8 || editDistance(a, b, 1) !== 1) return false
  if (a.slice(-2) === b.slice(-2)) return true
  const [x, y] = [a.at(-2) ?? '', b.at(-2) ?? '']
  return a.length === b.length && a.at(-1) === b.at(-1) && !isVowel(x) && !isVowel(y)
}

function isVowel(letter: string): boolean {
  return /[aeiouy]/.test(letter)
}

export function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const ending = long.slice(short.length)
  // "Hoffman" and "Hoffmann": a letter doubled makes no other word.
  const isDoubled = ending.length === 1 && ending !== 's' && short.endsWith(ending)
  return long.startsWith(short) && !isDoubled && derived.test(ending)
}

function sortedLetters(word: string): string {
  return [...word].sort().join('')
}

export function unaccented(word: string): string {
  if (/^[a-z]*$/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđðħıæœþ]/g, (letter) => plainLetters[letter] ?? letter)
}

/** Letters with a stroke and joined letters, which Unicode does not take apart, as English writes them. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Brings the usual transliterations of one name together: accents, doubled letters, and the endings of Slavic names. */
export function folded(word: string): string {
  const known = sounds.get(word)
  if (known !== undefined) return known
  if (sounds.size >= mostSounds) sounds.clear()
  const sound = soundOf(word)
  sounds.set(word, sound)
  return sound
}

/** The sounds of words that were asked for, since one word is compared with many. */
const sounds = new Map<string, string>()
const mostSounds = 50_000

function soundOf(word: string): string {
  return unaccented(word)
    .replace(/^ye(?=.{4})/, 'e')
    .replace(/(iy|yy|ij|ii|yi|ey|ie|y)$/, 'i')
    .replace(/([^aeou])y(?=[^aeiou])/g, '$1i')
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/(.)\1/g, '$1')
}

/** Words of which all slips of one letter, and of two, are looked for; longer ones are runs of letters and no names. */
const lengths = { one: { least: 4, most: 40 }, two: { least: 8, most: 20 } }

/**
 * Brings words that may be one name together: by sound, by their consonants, and by what is left of them without a letter
 * or two (words within so many slips of each other share such a rest: Garbe's symmetric deletion).
 */
export const spellings: SpellingDesign = {
  keysOf: (word) => {
    const given = givenNames.get(word)
    const consonants = skeleton(word)
    return [
      `f:${folded(word)}`,
      ...(consonants.replaceAll('.', '').length >= leastConsonants ? [`s:${consonants}`] : []),
      ...(given === undefined ? [] : [`g:${given}`]),
      ...restsOf(word),
    ]
  },
  areAlike: (a, b) => isSlip(a, b, true) || isSlip(a, b, false) || isShortSlip(a, b),
}

function restsOf(word: string): Iterable<string> {
  const { one, two } = lengths
  if (word.length < one.least || word.length > one.most) return []
  const rests = new Set([word])
  const isLong = word.length >= two.least && word.length <= two.most
  // The first letter stays: two names with other first letters are two names.
  for (let at = 1; at < word.length; at++) {
    const rest = without(word, at)
    rests.add(rest)
    if (isLong) for (let next = at; next < rest.length; next++) rests.add(without(rest, next))
  }
  return rests
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1)
}
