import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const conflicts = (text: string): number =>
  runChecks([{ id: 's', text, published: null }], { rules: ['order-conflict'] }).length

describe('what “had” looks back to', () => {
  it.each([
    'The serum was licensed in 1955. Trials, which cost millions, had begun in 1957.',
    'The firm failed in March 2009. By then its last shop, in Hull, had shut in June 2009.',
    'The railway came in 1858. The inn, which had closed in 1866, was pulled down for the station.',
    'The guard, who was released on 10 May 2011, had been held since 13 May 2011.',
  ])('must not lie later: %s', (text) => expect(conflicts(text)).toBe(1))

  it.each([
    'The serum was licensed in 1955. Trials, which cost millions, had begun in 1953.',
    'The serum was licensed in 1955. They had hoped to begin in 1957.',
    'Ada Moe published her first story in 1916. She had written eleven novels by 1931.',
    'The market was built in 1987 and had been inspected on 3 September 2018.',
    'It was the fourth accident since 2015. In the winter of 2018 five people had been killed.',
    'He was born on 29 February 1960 and liked to say that he had turned ten on 29 February 2000.',
  ])('may: %s', (text) => expect(conflicts(text)).toBe(0))
})

describe('things that are counted', () => {
  it.each([
    'Her first book came out in 1962. The second, which made her name, appeared in 1958.',
    'She won her first Grand Prix in 1983 and her second in 1980.',
    'He made his debut in 1998 and his last appearance in 1989.',
  ])('are told in the wrong order: %s', (text) => expect(conflicts(text)).toBe(1))

  it.each([
    'His first book came out in 1999, his second in 1997 under another name.',
    'The first mill was built in 1788. The third had been built in 1786 by a rival.',
    'He was placed first in 1962. The second race was run in 1958.',
  ])('are not: %s', (text) => expect(conflicts(text)).toBe(0))
})
