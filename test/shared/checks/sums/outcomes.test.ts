import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('what became of all', () => {
  it.each([
    'All five were tried. Four were transported and two were hanged.',
    'All six were tried. Four were convicted and three were acquitted.',
    'All five were tried. Four were transported and two, the brothers, were hanged.',
    'All five were hit. Four died and two survived.',
    'All nine were found. Seven were dead and three were alive.',
    'All six were freed. Four were men and three were women.',
  ])('cannot be more than there were: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'All six were tried. Four were convicted and two were acquitted.',
    'All five were injured. Three were taken to hospital and three were treated at the scene.',
    'All six were convicted. Four were fined and three were banned.',
    'All six were tried. Four were convicted of murder and three were acquitted of fraud.',
    'All six were timed. Four were women and three beat the men.',
    'All six were freed. Four were women and three were teachers.',
    'All six were tried. Four were convicted and three were hanged.',
  ])('may be told for some of them twice: %s', (text) => expect(messages(text)).toEqual([]))
})
