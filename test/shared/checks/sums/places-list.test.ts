import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('a number of places and a list of their names', () => {
  it.each([
    'Planes from four countries – Italy, France and Croatia – are helping.',
    'It has offices in four cities: Paris, London and New York.',
    'It will close four sawmills, at Rana, Skei and Tolga, and lay off 230 people.',
  ])('must agree: %s', (text) => expect(messages(text)).toEqual(['The list has 3, not 4']))

  it.each([
    'Planes from three countries – Italy, France and Croatia – are helping.',
    'It will close three sawmills, at Rana, Skei and Tolga, and lay off 230 people.',
    'It will close four sawmills, at Rana, Skei and Tolga among others.',
    'In four countries, Italy, France and Croatia among them, the fires burn.',
    'They played in three towns, Bath, Somerset, and Wells.',
    'In three countries, Serbia, Bosnia and Herzegovina and Albania, it was banned.',
    'He went to three cities, Paris and London, and a village in Kent.',
    'Three of the four countries, Italy, France and Croatia, have sent planes.',
    'There are offices in four cities: London, Paris, New York and Rio de Janeiro.',
    'They visited three countries (Norway and Sweden, as well as Poland).',
    'It runs four shops, in Leeds, York and Hull, two of them in Leeds.',
    'They own four hotels, in Rome, Paris and Nice, two of which are closed.',
  ])('do, or the list is not whole: %s', (text) => expect(messages(text)).toEqual([]))
})
