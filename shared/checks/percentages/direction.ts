import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { shown } from '../number-in-words.js'
import { inUnitOf, sameMeasure, scaleDiffers } from './change.js'
import { type Slip, tokensOf } from './slip.js'

/** Verbs and words that can only mean more, and only mean less, beside "from … to …". */
const up =
  /^(rose|risen|rises|rising|grew|grown|grows|growing|increased|increasing|climbed|jumped|soared|surged|up)$/
const down =
  /^(fell|fallen|falls|falling|dropped|declined|declining|decreased|decreasing|shrank|shrunk|slid|plunged|sank|slumped|down)$/

/** Where a smaller number is the better: "climbed from 12 to 8 in the table". */
const ranks =
  /^(place|places|position|ranking|rankings|rank|ranks|ranked|table|league|standings|ladder|lists?|charts?|parade|seed|seeded|among|handicap)$/

/** Figures from this on are no ranks: "The waiting list had fallen from 6,120 to 6,050." */
const leastCount = 1000

/** Where a smaller number is higher up, or further ahead: "rose from 3 metres below the mark to 2". */
const depths = /^(below|beneath|behind|depth|deep|minus|odds|off|adrift)$/

/** Words right before a figure that names a rank: "number 8", "No 3". */
const rankLeads = /^(number|no|nos|numbers|#)$/

/** How far before "from" the verb may stand, in tokens. */
const verbReach = 6

/** "fell from £4.1 million to £4.6 million", "31 per cent, down from 28 per cent": a change that its two figures contradict. */
export function wrongDirection(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  if (quantities.length < 2) return []
  const tokens = tokensOf(sentence)
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
  if (words.some(({ lower }) => depths.test(lower))) return []
  return quantities.flatMap((one, index) => {
    const other = quantities[index + 1]
    if (!other || !sameMeasure(one, other) || !areOneKind(one, other)) return []
    const told = fromTo(tokens, sentence, one, other) ?? downFrom(tokens, one, other)
    if (!told || mayBeRanks(sentence, one, other)) return []
    const { before, after, word } = told
    const [a, b] = [inUnitOf(before, after), inUnitOf(after, before)]
    const isUp = up.test(word)
    if (
      a.value === b.value ||
      b.value > a.value === isUp ||
      scaleDiffers({ before: a, after: b, direction: isUp ? 1 : -1 })
    )
      return []
    return [
      {
        holds: false,
        evidence: [one, other],
        message: `From ${shown(a)} to ${shown(b)} is ${isUp ? 'less' : 'more'}, not “${word}”`,
        reason: 'The words tell of a change in one direction, and the two figures of one in the other.',
        arithmetic: `${shown(b)} is ${isUp ? 'less' : 'more'} than ${shown(a)}.`,
      },
    ]
  })
}

/** Small figures that count and measure nothing may be places in a list, where the smaller is the higher. */
function mayBeRanks(sentence: PlacedSentence, one: Quantity, other: Quantity): boolean {
  const figures = [one, other]
  if (figures.every(({ value }) => value >= leastCount)) return false
  const tokens = tokensOf(sentence)
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next).map(({ lower }) => lower)
  if (words.some((word) => ranks.test(word)) || figures.some(({ first }) => isRankLead(tokens, first)))
    return true
  const isCounted = words.some((word, at) => /^(numbers?|totals?)$/.test(word) && words[at + 1] === 'of')
  return !isCounted && figures.every(({ unit, noun }) => unit === '' && noun === '')
}

/** "number 8", "No. 3". */
function isRankLead(tokens: readonly Token[], first: number): boolean {
  const at = tokens[first - 1]?.lower === '.' ? first - 2 : first - 1
  return rankLeads.test(tokens[at]?.lower ?? '')
}

interface Told {
  before: Quantity
  after: Quantity
  word: string
}

/** "fell sharply from 640 to 610" */
function fromTo(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  one: Quantity,
  other: Quantity,
): Told | null {
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  if (tokens[one.first - 1]?.lower !== 'from' || link.at(-1) !== 'to' || link.length > 6) return null
  const lead = tokens
    .slice(Math.max(sentence.first, one.first - 1 - verbReach), one.first - 1)
    .map(({ lower }) => lower)
  const at = lead.findLastIndex((word) => up.test(word) || down.test(word))
  const between = lead.slice(at + 1)
  if (at < 0 || between.some((word) => /^([,;:]|and|or|but|not|as|while)$/.test(word))) return null
  return { before: one, after: other, word: lead[at] ?? '' }
}

/** "31 per cent, up from 28 per cent" */
function downFrom(tokens: readonly Token[], one: Quantity, other: Quantity): Told | null {
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  const at = link.findIndex((word) => /^(up|down)$/.test(word))
  const isTied = at >= 1 && at <= 3 && link.length === at + 2 && link[at + 1] === 'from'
  const isMarked = /^[,(–—]$/.test(link[at - 1] ?? '')
  return isTied && isMarked ? { before: other, after: one, word: link[at] ?? '' } : null
}

function areOneKind(a: Quantity, b: Quantity): boolean {
  return (
    [a, b].every(({ bound }) => bound === 'exact') && (a.noun === b.noun || a.noun === '' || b.noun === '')
  )
}
