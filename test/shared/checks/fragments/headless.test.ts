import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

/** What is left hanging in a sentence between two sound ones. */
function hangingIn(sentence: string): string[] {
  const text = `The ferry was late again. ${sentence} Nobody was to blame for it.`
  return runChecks([{ id: 'a', text, published: '2024-03-15' }], { rules: ['dangling-fragment'] }).map(
    ({ spans }) => spans[0]!.quote,
  )
}

describe('a noun that nothing is said of', () => {
  it.each([
    'The pilot, who had steered the first boat and slept in the second.',
    'The new pier, which will cost four million crowns.',
    'The first charts, drawn on oilcloth and coloured by hand in three inks.',
    'The first mate, a physicist who had hidden in a mill.',
    'His first mate, a retired bandmaster with a wooden leg and a fondness for Haydn.',
    'A grey launch with a torn awning that had been moored beside the steps.',
    'Passengers waiting on the pier at Marle for two hours without water.',
    'Having left at dawn and lost an anchor on the bar.',
    'Weighing less than a pound and tagged with a dye that glows at night.',
    'To settle the price of coal and the quarrel over the two piers.',
    'Although the charts, which nobody had signed, and the letters from the pilot.',
    'As well as to Marle, to Farrow and, from the autumn, to the islands.',
  ])('hangs: %s', (sentence) => {
    expect(hangingIn(sentence)).toEqual([sentence])
  })

  it.each([
    'The pilot, who had steered the first boat, slept in the second.',
    'The climb took the two pilots 19 hours, with a rest of five in between.',
    'Her diary for 28 February 1900 records snow, a broken pump and a calf.',
    'The first mate, a physicist who had hidden in a mill, taught there.',
    'The first charts, drawn on oilcloth, were coloured by hand.',
    'The next morning, a long queue of carts and barrows at the gate.',
    'The men who had moored the launch beside the steps went home.',
    'The house that was built there burned down in the following year.',
    'Walking along the pier in the rain takes less than an hour.',
    'Having left at dawn, the launch was back by noon with the mail.',
    'To settle the price of coal is not the business of a pilot.',
    'The river rises in March, fed by the snow of the northern hills.',
    'Passengers waiting on the pier at Marle often complain of the cold.',
    'After the storm, a great calm and a smell of weed.',
  ])('does not hang: %s', (sentence) => {
    expect(hangingIn(sentence)).toEqual([])
  })
})
