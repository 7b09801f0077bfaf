import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['dangling-fragment'] }).map(
    ({ message }) => message,
  )

describe('an article before a comma', () => {
  it.each([
    'Despite the report of the, which found no risk, the committee was split.',
    'The letter was sent to the, who never answered it, in the spring of 1911.',
    'They want to spend it on a trip to the, although their teacher would like a lathe.',
  ])('lacks its noun: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'In a, for him, rare moment he smiled at the man with the camera.',
    'Of the, by then, four thousand men only two came back.',
    'Despite the report of the board, which found no risk, the committee was split.',
    'He read the word “the”, which he had never seen in print, aloud.',
    'Opening hours shrink from 48 to 40 a week.',
    'Parking fees double from two crowns to four an hour in the whole of the old town.',
    'It came from an, although old, reliable source.',
    'She spoke of the, where possible, early return.',
    'We know about the, but not the other, plan.',
  ])('has it, or the sentence is whole: %s', (text) => expect(messages(text)).toEqual([]))
})
