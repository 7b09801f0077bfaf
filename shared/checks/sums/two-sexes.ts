import type { PlacedSentence } from '../check-context.js'
import { isOfPeople } from '../extract/en/people-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { countsIn } from './counts.js'
import type { Sum } from './sum.js'

const sexes = [
  ['men', 'women'],
  ['boys', 'girls'],
  ['brothers', 'sisters'],
  ['sons', 'daughters'],
].map((pair) => pair.map(stemOf))

/** How many tokens may stand between the number of all and that of the first sex. */
const reach = 3

/** How far from all the two may be together, as a share: further off, something else is divided. */
const near = 0.2

/** "1,200 people, 640 men and 560 women,": the two sexes make all of them, where only a comma stands between. */
export function sumOfSexes({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const quantities = countsIn(paragraph.annotated, sentence)
  for (const [index, total] of quantities.entries()) {
    const [one, other] = quantities.slice(index + 1)
    if (!one || !other || total.unit !== '' || !isOfPeople(total.noun)) continue
    const isPair = sexes.some((pair) => pair.includes(one.noun) && pair.includes(other.noun))
    if (!isPair || one.noun === other.noun || sexes.some((pair) => pair.includes(total.noun))) continue
    const lead = tokens.slice(total.next, one.first).map(({ lower }) => lower)
    const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
    const isBound = lead.length <= reach && /^[,:(–—]$/.test(lead.at(-1) ?? '')
    const [mark, behind] = [1, 2].map((step) => tokens[other.next + step]?.lower ?? '.')
    const isClosed = /^[,.;:)–—]$/.test(mark ?? '') && !/^(and|plus|with|or)$/.test(behind ?? '')
    if (!isBound || link.at(-1) !== 'and' || link.length > 2 || !isClosed) continue
    const sum = one.value + other.value
    if (sum < total.value && isNotFilled(tokens, other)) continue
    const isExact = [total, one, other].every(({ bound }) => bound === 'exact')
    if (isExact && Math.abs(sum - total.value) <= near * total.value)
      return { total, parts: [one, other], partial: false }
  }
  return null
}

/** How far behind the two a seat that nobody holds may be told of, in tokens. */
const vacancyReach = 40

/** "15 members, eight men and six women; one seat is empty". */
function isNotFilled(tokens: readonly Token[], { next }: Quantity): boolean {
  return tokens
    .slice(next, next + vacancyReach)
    .some(({ lower }) => /^(vacant|vacancy|vacancies|empty|unfilled|absent|resigned|missing)$/.test(lower))
}
