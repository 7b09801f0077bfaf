import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['order-conflict'] }).map(({ message }) => message)

describe('the turns of a life', () => {
  it.each([
    'Abbess Hedda was elected in 1131 and died in 1128.',
    'The branch at Elms, opened in 1994 and rebuilt in 1988, closes for good.',
    'The album was recorded in 2019 and released in 2018.',
    'The ban was imposed in 2018 and lifted in 2016.',
    'Begun in 1871 and opened in 1869, the pier was 640 metres long.',
    'Holt & Sons, founded in 1868 and sold to a Danish group in 1863, is independent again.',
    'The vaccine was introduced in 1958 and improved in 1949.',
    'Digging stopped in 2009 and began again in 2007.',
    'The wreck sank in 1912 and was raised in 1909.',
  ])('come in one order: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'He was crowned in 1066 and died in 1087.',
    'The hall was rebuilt in 1988 and opened in 1994.',
    'The station, rebuilt in 1988, was opened in 1994 by the mayor.',
    'The museum opened in 1994 in a mill that was extended in 1988.',
    'His father was elected in 1931; his mother died in 1928.',
    'The sanctions were lifted in 2015 and imposed again in 2018.',
    'Begun in 1871 and opened in 1873, the pier was 640 metres long.',
    'The family business was sold in 1963 and the new firm founded in 1968.',
    'He married in 1920 and, after his wife’s death, in 1951.',
    'The queen, crowned in 1953, died in 2022; her father, crowned in 1937, had died in 1952.',
    'Digging stopped in 2007 and began again in 2009.',
    'Digging began in 2005, stopped in 2007 and began again in 2009.',
    'The painting was stolen in 1990 and a copy returned in 1985.',
    'He was elected to the board in 1931. The founder died in 1928.',
  ])('are told as they came, or of several: %s', (text) => expect(messages(text)).toEqual([]))

  it('are not those of two people whom two pronouns stand for', () => {
    expect(messages('He was elected in 1931. She died in 1928.')).toEqual([])
    expect(messages('He was elected in 1931. He died in 1928.')).toHaveLength(1)
  })
})
