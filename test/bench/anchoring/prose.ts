/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const below = (random: Random, count: number): number => Math.floor(random() * count)
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!

const small =
  'the of a in to and that was for on it with as by at from had were which an is not be but this'.split(' ')

const beginnings =
  'har bor con den fer gal hol jan ker lan mer nor par quin ros sal tor ver wes yar bel cor dun fal gren'.split(
    ' ',
  )
const middles = 'a e i o u an er il om ur est ard ing on al'.split(' ')
const endings =
  'ter man ley ton ness ship ment ward field ring ble ked sted tion ses ned ry gate den lock'.split(' ')

/** Some five thousand words, of which a text uses a few often and most seldom. */
const rare = beginnings.flatMap((one) => middles.flatMap((two) => endings.map((three) => one + two + three)))

/** The first of the rare words come far more often than the last, roughly as words do (Zipf). */
function word(random: Random): string {
  if (random() < 0.42) return oneOf(random, small)
  return rare[Math.floor(rare.length ** random() - 1 + below(random, 40)) % rare.length]!
}

/** Words as they might follow one another in a sentence, now and then a figure or a name among them. */
export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => {
    const chance = random()
    if (chance < 0.03) return String(below(random, 10_000))
    const one = word(random)
    return chance < 0.08 ? one[0]!.toUpperCase() + one.slice(1) : one
  }).join(' ')
}

export function sentence(random: Random): string {
  const parts = Array.from({ length: 1 + below(random, 3) }, () => words(random, 4 + below(random, 8)))
  const text = parts.join(oneOf(random, [', ', '; ', ' – ']))
  const said = random() < 0.08 ? `“${text},” he said` : text
  return said[0]!.toUpperCase() + said.slice(1) + oneOf(random, ['.', '.', '.', '.', '?'])
}

/** How often a sentence or a paragraph is one that has stood before. */
export const usualRepeats = { sentences: 1 / 30, paragraphs: 1 / 100 }

/** Prose of so many characters, one paragraph a line. */
export function prose(random: Random, length: number, repeats = usualRepeats): string {
  const sentences: string[] = []
  const paragraphs: string[] = []
  const nextSentence = () => {
    const next =
      sentences.length > 20 && random() < repeats.sentences ? oneOf(random, sentences) : sentence(random)
    sentences.push(next)
    return next
  }
  for (let size = 0; size < length; size += paragraphs.at(-1)!.length + 1) {
    const isRepeated = paragraphs.length > 5 && random() < repeats.paragraphs
    const fresh = () => Array.from({ length: 2 + below(random, 6) }, nextSentence).join(' ')
    paragraphs.push(isRepeated ? oneOf(random, paragraphs) : fresh())
  }
  return paragraphs.join('\n').slice(0, length)
}
