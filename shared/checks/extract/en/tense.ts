import { type Tokens, wordAt } from './token-tests.js'

const aheadWords = new Set(
  (
    "will shall 'll won't would plans plan planned planning expected expects scheduled due slated hopes hope intends intend aims " +
    'proposed upcoming next until going may might could must should forecast predicts predicted set ' +
    'ends begins starts opens closes expires resumes resume meets sits returns reopens departs convenes reconvenes votes travels'
  ).split(' '),
)

const pastWords = new Set(
  (
    'was were had did said told announced reported opened closed began took made met held became went came signed called ' +
    'launched started ended won lost died arrived left fell rose since ago'
  ).split(' '),
)

/** How many words before and after an expression are read for the tense of its clause. */
const reach = { before: 12, after: 6 }

/**
 * Whether the clause around tokens [`first`, `next`) looks ahead of the day the text speaks on. The nearest verb before
 * the expression decides; without one, the nearest after it.
 */
export function looksAhead(tokens: Tokens, first: number, next: number): boolean {
  const lead = wordAt(tokens, first - 1)
  if (lead === 'until' || (lead === 'of' && wordAt(tokens, first - 2) === 'ahead')) return true
  for (let at = first - 1, steps = 0; at >= 0 && steps < reach.before; at--, steps++) {
    const word = wordAt(tokens, at)
    if (word === '.' || word === ';' || word === '!' || word === '?') break
    if (isAheadAt(tokens, at, word)) return true
    if (isPast(word) && !isParticiple(tokens, at)) return false
  }
  for (let at = next, steps = 0; at < tokens.length && steps < reach.after; at++, steps++) {
    const word = wordAt(tokens, at)
    if (word === '.' || word === ';') break
    if (isAheadAt(tokens, at, word)) return true
    if (isPast(word) && !isParticiple(tokens, at)) return false
  }
  return false
}

function isAheadAt(tokens: Tokens, at: number, word: string): boolean {
  if (word === 'to') return wordAt(tokens, at + 1) === 'be' || wordAt(tokens, at + 1) === 'take'
  if (word === 'may' && tokens[at]?.capital) return false
  if (word === 'set') return wordAt(tokens, at + 1) === 'to' || wordAt(tokens, at + 1) === 'for'
  return aheadWords.has(word)
}

/** "be completed", "to be held": the auxiliary before the participle carries the tense. */
function isParticiple(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at - 1) === 'be'
}

function isPast(word: string): boolean {
  return pastWords.has(word) || (word.length > 4 && word.endsWith('ed'))
}
