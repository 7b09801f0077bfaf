import type { Finding } from '../../domain/finding.js'
import { type CaseCheck, type CaseRule, perSection, sectionsOf, type SectionView } from '../check-context.js'
import { findingOf, type Place, placeOf } from '../explain.js'
import { bodies, bodyWords } from '../extract/en/body-words.js'
import { misspeltOutlet } from '../extract/en/outlet-words.js'
import { editDistance } from '../extract/edit-distance.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { type NameForm, NameIndex } from '../names/name-index.js'
import { folded, isDerived, isShortSlip, isSlip, unaccented } from '../names/same-name.js'
import { isQuotedAlone } from '../quoted-word.js'

/** One name in two spellings, and bylines with a slip in them. */
export const nameVariant: CaseRule = {
  id: 'name-variant',
  category: 'name-variant',
  scope: 'case',
  begin,
}

function begin(): CaseCheck {
  const index = new NameIndex()
  return (context) => {
    const sections = sectionsOf(context)
    index.update(sections)
    return [...variants(index), ...sections.flatMap(misspeltBylines)]
  }
}

function variants(index: NameIndex): Finding[] {
  const forms = index.forms()
  const full = forms.filter(({ words }) => words.length > 1)
  // Most names have no word that is spelt like another: they need not be compared.
  const alike = full.filter(({ words }) => words.some((word) => index.near(word).size > 0))
  return [
    ...fullNameVariants(alike, index),
    ...soundVariants(alike, index),
    ...shortenedVariants(alike, full, index),
    ...surnameVariants(forms, full, index),
    ...familyVariants(full, index),
  ]
}

/** "Skovgaard Kemi" and "Skovgård Kemmi": names that differ in two words or more, and in none by its sound. */
function soundVariants(full: readonly NameForm[], index: NameIndex): Finding[] {
  const candidates = full.filter(({ words }) => words.filter((word) => index.near(word).size > 0).length > 1)
  const bySound = groupedBy(candidates, ({ words }) => words.map(folded).join(' '))
  return [...bySound.values()].flatMap(([first, ...others]) =>
    others.flatMap((form) => {
      const differing = form.words.filter((word, at) => word !== first?.words[at])
      const isPlural = form.words.some(
        (word, at) => isDerived(word, first?.words[at] ?? '') && word !== first?.words[at],
      )
      const isApart = first && standTogether(first, form, first.words.at(-1), form.words.at(-1))
      return first && differing.length > 1 && !isPlural && !isApart ? [variant(first, form)] : []
    }),
  )
}

/** "Volodymyr Zelensky" and "Volodymyr Zelenskyy": names that differ in one word, and there by a letter or two. */
function fullNameVariants(full: readonly NameForm[], index: NameIndex): Finding[] {
  const byWords = groupedBy(full, ({ words }) => unaccented(words.join(' ')))
  return full.flatMap((form) => {
    const plain = form.words.map(unaccented)
    return form.words.flatMap((word, at) => {
      const isLast = at === form.words.length - 1
      // Of three words or more the others say who is meant. Another last letter makes a sister of a brother all the same.
      const isSure = (other: string): boolean =>
        isLast || ((form.words.length > 2 || isBody(form)) && other.at(-1) === word.at(-1))
      const rivals = [...index.near(word)].flatMap((other) => {
        const key = plain.map((one, place) => (place === at ? unaccented(other) : one)).join(' ')
        return (byWords.get(key) ?? []).filter(
          (rival) => rival.words[at] === other && index.compare(rival, form) < 0,
        )
      })
      const rival = earliest(
        rivals
          .filter(
            ({ words: { [at]: other = '' } }) =>
              isSlip(other, word, isSure(other)) || (isLast && at > 0 && isShortSlip(other, word)),
          )
          .filter((rival) => !standTogether(rival, form, rival.words[at], word)),
        index,
      )
      return rival ? [variant(rival, form)] : []
    })
  })
}

/** "Nordhavn Robotics": a name whose last word says what kind of body it is, so that the others are its name. */
function isBody({ words }: NameForm): boolean {
  return bodyWords.has(words.at(-1) ?? '')
}

/**
 * "Professor Ofori-Atta" beside "Kwabena Ofori-Ata", "the Santa Klara" beside "the MV Santa Clara": the last words of a longer
 * name, one of them misspelt, where no name has them so.
 */
function shortenedVariants(
  alike: readonly NameForm[],
  full: readonly NameForm[],
  index: NameIndex,
): Finding[] {
  const tailOf = ({ words }: NameForm): string => words.slice(1).map(unaccented).join(' ')
  const byTail = groupedBy(
    alike.filter(({ words }) => words.length > 2 && (words[0] ?? '').length > 1),
    tailOf,
  )
  if (byTail.size === 0) return []
  return alike.flatMap((form) => {
    if (hasInitials(form)) return []
    const plain = form.words.map(unaccented)
    const rivals = form.words.flatMap((word, at) =>
      [...index.near(word)]
        .filter((other) => isSlip(other, word, true))
        .flatMap(
          (other) =>
            byTail.get(plain.map((one, place) => (place === at ? unaccented(other) : one)).join(' ')) ?? [],
        ),
    )
    const rival = earliest(rivals, index)
    const isOfAnother =
      rival && full.some((other) => other.words.length > 2 && tailOf(other) === plain.join(' '))
    return rival && !isOfAnother ? [variant(rival, form)] : []
  })
}

function groupedBy(forms: readonly NameForm[], keyOf: (form: NameForm) => string): Map<string, NameForm[]> {
  const groups = new Map<string, NameForm[]>()
  for (const form of forms) {
    const group = groups.get(keyOf(form))
    if (group) group.push(form)
    else groups.set(keyOf(form), [form])
  }
  return groups
}

function earliest(forms: readonly NameForm[], index: NameIndex): NameForm | undefined {
  return [...forms].sort((a, b) => index.compare(a, b))[0]
}

/** A surname alone that is like the surname of one full name and of none exactly: "Zelensky" beside "Volodymyr Zelenskyy". */
function surnameVariants(forms: readonly NameForm[], full: readonly NameForm[], index: NameIndex): Finding[] {
  const spelt = full.filter((form) => !hasInitials(form))
  const known = new Set(spelt.flatMap(({ words }) => words))
  const isAlike = ({ words }: NameForm): boolean => index.near(words.at(-1) ?? '').size > 0
  const alone = forms.filter(({ words }) => words.length === 1)
  const singles = alone.filter((form) => isAlike(form) && !known.has(form.words[0] ?? '') && !isSpeltSo(form))
  const bySurname = groupedBy(spelt.filter(isAlike).filter(isPersonal), ({ words }) => words.at(-1) ?? '')
  const bySingle = groupedBy(alone.filter(isAlike), ({ words }) => words[0] ?? '')
  const withInitials = full.filter(hasInitials).filter(({ words }) => !known.has(words.at(-1) ?? ''))
  return [...singles, ...withInitials.filter(isAlike)].flatMap((single) => {
    const word = single.words.at(-1) ?? ''
    const near = [...index.near(word)].filter((other) => isSlip(other, word, true))
    const named = single.isPlace
      ? undefined
      : earliest(
          near.flatMap((other) => bySurname.get(other) ?? []).filter((other) => fitsInitials(single, other)),
          index,
        )
    const twins = near
      .flatMap((other) => bySingle.get(other) ?? [])
      .filter(() => single.words.length === 1)
      .filter((other) => known.has(other.words[0] ?? '') || index.compare(other, single) < 0)
      .filter((other) => isSameSingle(other, single))
    const rival = named ?? earliest(twins, index)
    return rival ? [variant(rival, single)] : []
  })
}

/** "wrote his name Hundredmark", "called himself Karloff": another spelling that is told as one. */
function isSpeltSo({ place: { section, start, end } }: NameForm): boolean {
  if (isQuotedAlone(section.text, { start, end })) return true
  const lead = section.text.slice(Math.max(0, start - 24), start)
  if (
    /^,? (as|which is how|the way) [\w ]{1,24}\b(spelt|spelled|wrote|writes|spells) (it|him|her|the name)/.test(
      section.text.slice(end, end + 50),
    )
  )
    return true
  return /\b((sur)?name|spel(t|led)|himself|herself|itself)( (to|as|it))?\s+["“‘]?$/.test(lead)
}

/** Shorter surnames with two letters exchanged may be two. */
const leastFamily = 7

/**
 * "Carlo Grimaldi" and "Paola Grimladi": one surname of several people with two neighbouring letters exchanged once. Two
 * vowels in another order make a name of their own (Peirce, Pierce).
 */
function familyVariants(full: readonly NameForm[], index: NameIndex): Finding[] {
  const people = full.filter((form) => isPersonal(form) && !hasInitials(form))
  const bySurname = groupedBy(people, ({ words }) => words.at(-1) ?? '')
  return people.flatMap((form) => {
    const word = form.words.at(-1) ?? ''
    const isOnce = form.count === 1 && bySurname.get(word)?.length === 1
    if (!isOnce || word.length < leastFamily) return []
    const rivals = [...index.near(word)]
      .filter((other) => isExchanged(word, other))
      .flatMap((other) => bySurname.get(other) ?? [])
      .filter(({ words }) => words[0] !== form.words[0])
    const rival = earliest(rivals, index)
    return rival ? [variant(rival, form)] : []
  })
}

/** Whether two neighbouring letters changed places, one of them a consonant. */
function isExchanged(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, place) => letter !== b[place])
  const [x = '', y = ''] = [a[at], a[at + 1]]
  const isSwap = b === a.slice(0, at) + y + x + a.slice(at + 2)
  return at > 0 && isSwap && !(/[aeiouy]/.test(x) && /[aeiouy]/.test(y))
}

/** "P. Raghunathan", "J. R. Marsh": a surname with letters before it. */
function hasInitials({ words }: NameForm): boolean {
  return words.length > 1 && words.slice(0, -1).every((word) => word.length === 1)
}

/** Whether the first letter of a name, where one is given, is that of the other name; true for a surname alone. */
function fitsInitials({ words: [first = '', ...rest] }: NameForm, { words }: NameForm): boolean {
  return rest.length === 0 || first === (words[0] ?? '').charAt(0)
}

/** How many words must stand between two spellings of a name in one sentence; nearer ones are told apart by the writer. */
const leastBetween = 5

/**
 * Whether the sentence of a spelling has the other too: then they are two people ("Berg and Bergh"). One name in two
 * transliterations, some words apart, is a slip there as anywhere.
 */
function standTogether(a: NameForm, b: NameForm, x = a.words[0] ?? '', y = b.words[0] ?? ''): boolean {
  // A given name and a surname say who is meant, whatever the sound.
  const isFull = a.words.length > 1 && b.words.length > 1
  const isOneSound = isFull || (folded(x) === folded(y) && Math.min(x.length, y.length) >= longSound)
  return [a, b].some(({ place: { section, start, end } }) => {
    const around = section.text.slice(Math.max(0, start - 120), end + 120)
    const sentence =
      around.split(/[.!?]\s/).find((part) => part.includes(section.text.slice(start, end))) ?? ''
    const words = sentence.toLowerCase().split(/[^\p{L}]+/u)
    const [first, second] = [words.indexOf(x), words.indexOf(y)]
    if (first < 0 || second < 0) return false
    return !isOneSound || Math.abs(first - second) <= leastBetween
  })
}

/** Shorter names that sound alike are mostly two. */
const longSound = 7

/** Names that stand alone are less sure: one transliterated in two ways, or a long one with one slip among several. */
function isSameSingle(a: NameForm, b: NameForm): boolean {
  const [x = '', y = ''] = [a.words[0], b.words[0]]
  if (a.endsPlain || b.endsPlain || standTogether(a, b) || x.charAt(0) !== y.charAt(0) || isDerived(x, y))
    return false
  const shorter = Math.min(x.length, y.length)
  if (folded(x) === folded(y)) return shorter >= 6
  // Many places have a neighbour whose name differs in a letter; one letter more or less is a slip where both names are long.
  if (a.isPlace || b.isPlace)
    return shorter >= 8 && x.length !== y.length && a.sources === b.sources && editDistance(x, y, 1) === 1
  const counts = [a.count, b.count].sort((one, other) => one - other)
  const most = counts[1] ?? 0
  return shorter >= 8 && counts[0] === 1 && most >= (shorter >= 10 ? 2 : 3) && editDistance(x, y, 1) === 1
}

/** Two or three words, none of which is a word of bodies and places. */
function isPersonal({ words, isPlace, endsPlain }: NameForm): boolean {
  return words.length <= 3 && !isPlace && !endsPlain && !words.some((word) => bodies.has(word))
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
const misspeltBylines: (section: SectionView) => readonly Finding[] = perSection((section) =>
  section.paragraphs
    .filter(({ annotated }) => annotated.kind === 'byline')
    .flatMap((paragraph) => bylineFindings(section, paragraph)),
)

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
