import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const conflicts = (text: string, published: string | null = null): number =>
  runChecks([{ id: 's', text, published }], { rules: ['order-conflict'] }).length

describe('what one subject did, told one after the other', () => {
  it.each([
    'She inherited the mill in 1896, ran it for some years and left it to her nephew in 1871.',
    'He succeeded in 1721, pulled down the stables in 1712 and built the gallery.',
    'He left Prague in the summer of 1938. He sailed from Le Havre and arrived in New York in February 1937.',
    'She became minister in 1986. After leaving government in 1981 she chaired the Red Cross.',
    'The line was opened to goods in November 1908. Passengers had to wait: the first train left Orsk in May 1907. In 1913 the state took it over.',
    'The treaty was ratified by the senate on 2 February 1996. It was signed in Ottawa on 14 March 1996.',
    'She was reported missing on 18 February. She was last seen alive on 21 February.',
  ])('must not go back: %s', (text) => expect(conflicts(text)).toBe(1))

  it.each([
    'She inherited the mill in 1871, ran it for some years and left it to her nephew in 1896.',
    'The company, founded in 1995, bought a mill built in 1871.',
    'The manager, who took over in July 2012, was an apprentice there and left in 1979 for Spain.',
    'He won gold in 1936 and took silver in 1932.',
    'The treaty was ratified by the senate on 2 February 1996. It was signed in Ottawa on 14 November 1995.',
    'He joined the city in 2014. He made his debut for his country in 2012.',
    'It was filmed in 1949. The author began it in 1922 and died in 1940. By 1960 it was read in every school.',
    'He sat in the parliaments of 1604, 1614 and 1621. He was knighted in 1603.',
  ])('may, where works, beginnings or other subjects are told: %s', (text) => expect(conflicts(text)).toBe(0))
})

describe('times of one day', () => {
  it.each([
    'The alarm was raised at 14.20 GMT. The first engine arrived at 14.05 GMT.',
    'She was seen leaving the pub at 11.15 pm. She had arrived there at 11.50 pm.',
    'They asked for permission to descend at 21:20, and the controller cleared them at 21:04.',
  ])('must not run backwards: %s', (text) => expect(conflicts(text)).toBe(1))

  it.each([
    'The alarm was raised at 14.20 GMT. The first engine arrived at 14.35 GMT.',
    'She was seen leaving the pub at 11.15 pm. She had arrived there at 8.50 pm.',
    'He was found at 7.05 am. The next day a neighbour called at 6.50 am.',
    'The train came in at 8.15 pm. It was due at 7.50 pm.',
  ])('may, on another day or behind “had”: %s', (text) => expect(conflicts(text)).toBe(0))
})

describe('what somebody did', () => {
  it.each([
    'Sir Alan Peck (born 4 May 1931) is an engineer. He took a first at Imperial College in 1925.',
    'Anna Lund (1871–1934) was a painter. She moved to Skagen in 1943.',
  ])('must lie within the life: %s', (text) => expect(conflicts(text)).toBe(1))

  it.each([
    'Sir Alan Peck (born 4 May 1931) is an engineer. He took a first at Imperial College in 1952.',
    'Sir Alan Peck (born 4 May 1931) is an engineer. He bought a house built in 1874.',
    'Anna Lund (1871–1934) was a painter. Her sister moved to Skagen in 1943.',
  ])('does, or is told of something else: %s', (text) => expect(conflicts(text)).toBe(0))
})
