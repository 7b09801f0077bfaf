/** A text as it is compared: small letters without accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * How well a text answers what was typed; both are folded. 5: it begins with it. 4: all words typed begin words of it, in
 * order. 3: in any order. 2: the letters typed begin words of it one after the other, as `sr` and `sarep` do of “Save
 * report”. 1: all words typed are somewhere in it. 0: none of these.
 */
export function fitOf(query: string, text: string): number {
  const typed = wordsOf(query)
  if (typed.length === 0) return query.trim() ? 0 : 1
  if (text.startsWith(query.trim())) return 5
  const words = wordsOf(text)
  if (beginInOrder(typed, words)) return 4
  if (typed.every((one) => words.some((word) => word.startsWith(one)))) return 3
  if (typed.length === 1 && beginsOneByOne(typed[0]!, words)) return 2
  return typed.every((one) => text.includes(one)) ? 1 : 0
}

/**
 * The same for a passage, of which there may be thousands. 4: what was typed stands in it, as it is, from the beginning of
 * a word. 1: all words typed are somewhere in it. 0: neither.
 */
export function fitOfPassage(query: string, passage: string): number {
  const phrase = query.trim()
  const at = phrase ? passage.indexOf(phrase) : -1
  if (at === 0 || (at > 0 && /[^\p{L}\p{N}]/u.test(passage[at - 1]!))) return 4
  const typed = wordsOf(query)
  if (typed.length === 0) return phrase ? 0 : 1
  return typed.every((word) => passage.includes(word)) ? 1 : 0
}

function beginInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of words) if (at < typed.length && word.startsWith(typed[at]!)) at++
  return at === typed.length
}

/** Whether letters can be cut so that each part begins a later word than the part before. */
function beginsOneByOne(letters: string, words: readonly string[]): boolean {
  if (letters === '') return true
  const [word, ...rest] = words
  if (word === undefined) return false
  for (let length = sharedStart(letters, word); length > 0; length--) {
    if (beginsOneByOne(letters.slice(length), rest)) return true
  }
  return beginsOneByOne(letters, rest)
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
