import type { Finding } from '../../domain/finding.js'
import type { HouseRules } from '../../domain/house-rules.js'
import { type SectionRule, type SectionView, sentenceAt } from '../check-context.js'
import { findingOf, placeOf, quoteOf } from '../explain.js'
import { isQuoted } from '../extract/quotations.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { HouseList, type Verdict } from '../house/house-list.js'

/** Spellings, names and phrases that the rules of the house do not allow. */
export const houseStyle: SectionRule = {
  id: 'house-style',
  category: 'house-style',
  scope: 'section',
  readsHouse: true,
  run: (section, house) => {
    const list = listOf(house)
    if (list.isEmpty) return []
    return section.paragraphs.flatMap((paragraph) => [
      ...phrasesIn(section, paragraph, list),
      ...namesIn(section, paragraph, list),
    ])
  },
}

const lists = new WeakMap<HouseRules, HouseList>()

/** The rules made ready, once for all sections. */
function listOf(house: HouseRules): HouseList {
  const list = lists.get(house) ?? new HouseList(house)
  lists.set(house, list)
  return list
}

function phrasesIn(section: SectionView, paragraph: PlacedParagraph, list: HouseList): Finding[] {
  const { annotated } = paragraph
  return list.phrases.matchesIn(annotated).flatMap(({ value, first, next }) => {
    const start = annotated.tokens[first]?.start ?? 0
    const end = annotated.tokens[next - 1]?.end ?? 0
    // What somebody said is printed as it was said; how it is spelt is the house's.
    if (value.kind === 'right' || (value.kind === 'banned' && isQuoted(annotated.quotes, { start, end })))
      return []
    return [findingFor(section, paragraph, { start, end }, value)]
  })
}

function namesIn(section: SectionView, paragraph: PlacedParagraph, list: HouseList): Finding[] {
  const { annotated } = paragraph
  return annotated.names.flatMap(({ first, next, words }) => {
    const tokens = annotated.tokens.slice(first, next).filter(({ kind }) => kind === 'word')
    const raw = tokens.map(({ start, end }) => annotated.text.slice(start, end))
    const write = list.nearName(words, raw)
    if (write === null) return []
    const range = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }
    return [findingFor(section, paragraph, range, { kind: 'spelling', write, why: null })]
  })
}

function findingFor(
  section: SectionView,
  { annotated, offset }: PlacedParagraph,
  range: { start: number; end: number },
  verdict: Exclude<Verdict, { kind: 'right' }>,
): Finding {
  const place = placeOf(section, { start: offset + range.start, end: offset + range.end })
  const quote = quoteOf(section, place)
  const isBanned = verdict.kind === 'banned'
  const rule = isBanned ? `The house does not print “${quote}”` : `The house writes “${verdict.write}”`
  return findingOf(houseStyle, {
    severity: 'check',
    message: isBanned ? rule : `${rule}, not “${quote}”`,
    spans: [place],
    context: [sentenceAt(annotated, range.start)],
    explanation: {
      reason: verdict.why ? `${rule}: ${verdict.why}` : `${rule}.`,
      resolved: isBanned ? [] : [{ quote, value: verdict.write }],
      settle: 'Whether the rule of the house is meant for this passage.',
    },
  })
}
