import type { Finding } from '../../domain/finding.js'
import { type CaseRule, type CheckContext, sectionsOf, type SectionView } from '../check-context.js'
import { findingOf, type Place, placeOf } from '../explain.js'
import { misspeltOutlet } from '../extract/en/outlet-words.js'
import { editDistance } from '../extract/edit-distance.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { type NameForm, nameFormsOf } from '../names/name-forms.js'

/** One name in two spellings, and bylines with a slip in them. */
export const nameVariant: CaseRule = {
  id: 'name-variant',
  category: 'name-variant',
  scope: 'case',
  run: (context) => [...variants(context), ...sectionsOf(context).flatMap(misspeltBylines)],
}

function variants(context: CheckContext): Finding[] {
  const forms = nameFormsOf(context)
  const full = forms.filter(({ words }) => words.length > 1)
  return [...fullNameVariants(full), ...surnameVariants(forms, full)]
}

/** "Volodymyr Zelensky" and "Volodymyr Zelenskyy": names that differ in one word, and there by a letter or two. */
function fullNameVariants(full: readonly NameForm[]): Finding[] {
  const byRest = new Map<string, NameForm[]>()
  const findings: Finding[] = []
  for (const form of full) {
    const keys = form.words.map((_, index) =>
      form.words.map((word, at) => (at === index ? '*' : word)).join(' '),
    )
    keys.forEach((key, index) => {
      const rivals = byRest.get(key) ?? []
      const rival = rivals.find((other) =>
        isSlip(other.words[index] ?? '', form.words[index] ?? '', index === form.words.length - 1),
      )
      if (rival) findings.push(variant(rival, form))
      byRest.set(key, [...rivals, form].slice(0, 20))
    })
  }
  return findings
}

/** A surname alone that is like the surname of one full name and of none exactly: "Zelensky" beside "Volodymyr Zelenskyy". */
function surnameVariants(forms: readonly NameForm[], full: readonly NameForm[]): Finding[] {
  const known = new Set(full.flatMap(({ words }) => words))
  const singles = forms.filter(
    ({ words, isPlace }) => words.length === 1 && !isPlace && !known.has(words[0] ?? ''),
  )
  const surnames = new Map(full.filter(isPersonal).map((form) => [form.words.at(-1) ?? '', form]))
  return singles.flatMap((single) => {
    const [word = ''] = single.words
    const near = [...surnames].find(([surname]) => surname !== word && isSlip(surname, word, true))
    return near ? [variant(near[1], single)] : []
  })
}

/** Two or three words, none of which is a word of bodies and places. */
function isPersonal({ words, isPlace, endsPlain }: NameForm): boolean {
  return words.length <= 3 && !isPlace && !endsPlain && !words.some((word) => bodies.has(word))
}

const bodies = new Set(
  'the of and bank club council court department group house institute ministry museum office party press river road school service square street union university valley bridge lake mount new north south east west united city county island islands sea park'.split(
    ' ',
  ),
)

/** Endings that make another word of a name: plurals, peoples and languages. */
const derived =
  /^(s|es|n|an|ian|ians|ans|ns|ish|ese|i|is|ic|al|er|ers|a|o|ism|ist|ists|d|ed|r|rs|ing|y?ia|land)$/

/**
 * Whether two words are one name misspelt or transliterated in two ways: one letter for words of five, two for those of
 * eight. Given names must differ by a plain slip, because relatives have like ones.
 */
function isSlip(a: string, b: string, isSurname: boolean): boolean {
  if (a === b || isDerived(a, b)) return false
  if (folded(a) === folded(b)) return Math.min(a.length, b.length) >= 4
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || a.charAt(0) !== b.charAt(0)) return false
  const distance = editDistance(a, b, 2)
  if (!isSurname) return distance === 1 && sortedLetters(a) === sortedLetters(b)
  return distance === 1 || (distance === 2 && shorter >= 8)
}

function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) && derived.test(long.slice(short.length))
}

function sortedLetters(word: string): string {
  return [...word].sort().join('')
}

/** Brings the usual transliterations of one name together: accents, doubled letters, and the endings of Slavic names. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(iy|yy|ij|ii|yi|y)$/, 'i')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/(.)\1/g, '$1')
}

function variant(a: NameForm, b: NameForm): Finding {
  const [usual, rare] = a.count >= b.count ? [a, b] : [b, a]
  const [x, y] = [usual.place, rare.place]
  const quotes = [x, y].map(({ section, start, end }) => section.text.slice(start, end))
  return findingOf(nameVariant, {
    severity: usual.sources === rare.sources && usual.count > rare.count ? 'likely' : 'check',
    message: `“${quotes[1] ?? ''}” and “${quotes[0] ?? ''}” may be one name`,
    spans: [y, x],
    explanation: {
      reason: 'Two spellings of what seems to be one name.',
      arithmetic: [
        `“${quotes[0] ?? ''}” stands in the case ${times(usual.count)}, “${quotes[1] ?? ''}” ${times(rare.count)}.`,
      ],
      assumptions: ['That both spellings mean the same person or body.'],
      settle: 'How the person or body writes the name.',
    },
    suggests: 'same-as',
  })
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** "By Vatican Newsx": a word of newspapers and agencies with a letter wrong, in a byline. */
function misspeltBylines(section: SectionView): Finding[] {
  return section.paragraphs
    .filter(({ annotated }) => annotated.kind === 'byline')
    .flatMap((paragraph) => bylineFindings(section, paragraph))
}

function bylineFindings(section: SectionView, { annotated, offset }: PlacedParagraph): Finding[] {
  return annotated.tokens.flatMap((token, index) => {
    const meant = index > 0 && token.kind === 'word' && token.capital ? misspeltOutlet(token.lower) : null
    if (!meant) return []
    const first = annotated.tokens[1] ?? token
    const place: Place = placeOf(section, { start: offset + first.start, end: offset + token.end })
    const quote = section.text.slice(place.start, place.end)
    return [
      findingOf(nameVariant, {
        severity: 'likely',
        message: `“${quote}” in the byline looks misspelt`,
        spans: [place],
        context: [annotated.text],
        explanation: {
          reason: `“${annotated.text.slice(token.start, token.end)}” is one letter from “${meant}”, a word that bylines have.`,
          resolved: [{ quote, value: `perhaps “… ${meant}”` }],
          assumptions: ['That the byline names a newspaper, agency or desk.'],
          settle: 'The page on which the text was published.',
        },
      }),
    ]
  })
}
