import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['name-variant'] }).map(({ message }) => message)

describe('two spellings of a name', () => {
  it.each([
    'Emeka Nwosu-Clarke was born in Enugu. Critics praised Nwosu-Clark and his dry humour.',
    'The SS Marguerite Dollard was built in 1911. The Marguerite Dolard struck a mine off Lowestoft.',
    'Nordhavn Robotics was founded in 2009. The address of Nordhaven Robotics is in Copenhagen.',
    'The soloist is Ekaterina Sokolova. On Friday Yekaterina Sokolowa plays an instrument of 1711.',
    'The tour opens in Ljubljana in May. Tickets for Lubljana are sold out.',
  ])('are one: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'Ernst Brandl (1889–1961) and his cousin Ernst Brandel both painted the lake.',
    'Maria Kowalska runs the bakery. Her husband is Jan Kowalski. Kowalski bakes and Kowalska sells.',
    'Alexander Marx and Aleksander Marks met in Prague in 1911.',
    'Astrid Aske kept the paintings. Two are signed Aaske, as his father spelt it.',
    'Peter Hall works for Acme Robotics. Petra Hall works for Delta Robotics.',
  ])('are two, or told as such: %s', (text) => expect(messages(text)).toEqual([]))
})
