import { describe, expect, it } from 'vitest'
import { splitTexts } from '../../../shared/document/split-texts.js'

const partsOf = (text: string) => splitTexts(text).map(({ start, end }) => text.slice(start, end))

describe('splitTexts', () => {
  it.each(['________', '--------------------', '====', '* * *', '********', '- - - - -', '––––––'])(
    'splits at %s',
    (rule) => {
      expect(partsOf(`One.\n\n${rule}\n\nTwo.\n`)).toEqual(['One.', 'Two.'])
    },
  )

  it('splits at a rule that touches a long paragraph', () => {
    expect(partsOf(`${'The talks went on. '.repeat(9)}\n${'-'.repeat(50)}\nTwo.`)).toHaveLength(2)
  })

  it('titles each part by its first line', () => {
    expect(splitTexts('# First\ntext\n____\nSecond\r\ntext').map(({ title }) => title)).toEqual([
      'First',
      'Second',
    ])
  })

  it.each([
    ['a rule', '---\n\n# Title of a text\n\nText.', 'Title of a text'],
    ['signs', '* * *\n\n~~~\n\nThe mill burned.', 'The mill burned.'],
    [
      'front matter with a title',
      '---\ntitle: "The mill: a fire"\ndate: 2022\n---\n\nText.',
      'The mill: a fire',
    ],
    ['front matter without one', '---\ndate: 2022\n---\n\nThe mill burned.', 'The mill burned.'],
    ['nothing but front matter', '---\ndate: 2022\n---', 'date: 2022'],
  ])('titles a text that begins with %s by what it says', (_what, text, title) => {
    expect(splitTexts(text).map((part) => part.title)).toEqual([title])
  })

  it.each([
    ['the underline of a heading', 'Peace talks\n===========\n\nText.'],
    ['a short underline', 'Peace talks\n----\n\nText.'],
    ['front matter', '---\ntitle: Talks\ndate: 2022\n---\nText.'],
    ['three marks', 'One.\n---\nTwo.'],
    ['the dashes of a signature', 'One.\n-- \nAnna'],
    ['a table', 'a | b\n-----|-----\n1 | 2'],
    ['a code block', '```\nOne\n\n--------\n\nTwo\n```'],
    ['a rule at the end', 'One.\n________\n'],
  ])('does not split at %s', (_, text) =>
    expect(partsOf(text)).toEqual([text.replace(/\n________\n$/, '').trim()]),
  )

  it('gives nothing for a text without words', () => {
    expect(splitTexts('')).toEqual([])
    expect(splitTexts('\n____\n\n----\n')).toEqual([])
  })
})
