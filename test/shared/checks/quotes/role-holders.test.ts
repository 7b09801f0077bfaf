import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const found = (...texts: string[]) =>
  runChecks(
    texts.map((text, index) => ({ id: String(index), text, published: null })),
    { rules: ['quote-attribution'] },
  )

const words = '“What happened on the train must not happen to our passengers again,”'

describe('a speaker who is told by a role', () => {
  const first = `A spokesman, Dieter Voss, apologised. ${words} Voss said.`

  it.each([
    `The transport minister, Karin Ziegler, has asked for a report. ${words} the minister said.`,
    `${words} said the chairman of the company, Douglas Prior.`,
    `The captain of Etoile, Boubacar Keita, complained: ${words}`,
    `Alena Berg, a nurse who waited at the gates, said: ${words}`,
  ])('has the name that the text gives to it: %s', (text) => expect(found(first, text)).toHaveLength(1))

  it('is nobody where the text has two of that role', () => {
    const two = `The minister, Anna Berg, and the minister for the islands, Dieter Voss, met. ${words} the minister said.`
    expect(found(`${words} Anna Berg said.`, two)).toEqual([])
  })

  it('is not the deputy', () => {
    const deputy = `The deputy mayor, Anna Berg, was there. ${words} the mayor said.`
    expect(found(first, deputy)).toEqual([])
  })

  it('is shown with the words', () => {
    const [finding] = found(first, `${words} said the prime minister, Eleni Doukas.`)
    expect(finding?.spans.map(({ quote }) => quote.slice(-12))).toEqual(['again,” Voss', 'Eleni Doukas'])
  })
})
