import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headRecord } from '../../../../electron/workers/import/text-head.js'
import { nothingFound } from '../../../../electron/workers/import/found-record.js'
import { isEdtf } from '../../../../shared/domain/edtf.js'

const prose = 'The storm gate at Port Hallam failed on Tuesday, and left the lower harbour open to the tide.'
const text = (...head: string[]): string => ['Harbour floods', ...head, '', prose].join('\n')
const said = (...head: string[]) =>
  Object.fromEntries(Object.entries(headRecord(text(...head))).filter(([, value]) => value !== null))

describe('the head of a text', () => {
  it.each([
    ['By Ines Oduya', 'Ines Oduya'],
    ['BY INES ODUYA', 'INES ODUYA'],
    ['by Ines Oduya and Tom van der Berg', 'Ines Oduya and Tom van der Berg'],
    ['By J. K. O’Neill, Max Roe', 'J. K. O’Neill, Max Roe'],
    ['By Ines Oduya, Harbour Correspondent', 'Ines Oduya'],
    ['By The Associated Press', 'The Associated Press'],
    ['*By Ines Oduya*', 'Ines Oduya'],
    ['**Author:** Ines Oduya', 'Ines Oduya'],
    ['Written by Ines Oduya', 'Ines Oduya'],
    ['By Ines Oduya *', 'Ines Oduya'],
    ['Author: * Ines  Oduya', 'Ines Oduya'],
  ])('names its author in “%s”', (line, author) => {
    expect(said(line)).toEqual({ author })
  })

  it.each([
    'Published 20 March 2024',
    'Published: March 20, 2024, 10:15 GMT',
    'Published on Wednesday, 20 March 2024',
    'First published on Wed 20 Mar 2024 10.15 GMT',
    'Date: 2024-03-20',
    'Posted March 20, 2024 at 9:30 pm',
    'Wednesday, 20 March 2024',
    '_20 March 2024_',
  ])('gives its date in “%s”', (line) => {
    expect(said(line)).toEqual({ published: '2024-03-20' })
  })

  it('says several things on one line or on several', () => {
    const whole = { author: 'Ines Oduya', published: '2024-03-20' }
    expect(said('By Ines Oduya | 20 March 2024')).toEqual(whole)
    expect(said('By Ines Oduya, 20 March 2024')).toEqual(whole)
    expect(said('By Ines Oduya · Published 20 March 2024')).toEqual(whole)
    expect(said('A gate that nobody had tested.', '', 'By Ines Oduya', '', '20 March 2024')).toEqual(whole)
    expect(said('Published by the Hallam Courier on 20 March 2024')).toEqual({
      publisher: 'the Hallam Courier',
      published: '2024-03-20',
    })
    expect(said('Publisher: Hallam Courier', 'https://courier.example/gate')).toEqual({
      publisher: 'Hallam Courier',
      url: 'https://courier.example/gate',
    })
  })

  it('takes a date with a label before one without, and none of several', () => {
    expect(said('4 May 2023', 'Published: 20 March 2024')).toEqual({ published: '2024-03-20' })
    expect(said('4 May 2023', '20 March 2024')).toEqual({})
    expect(said('Published 4 May 2023', 'Published 20 March 2024')).toEqual({})
  })

  it('may be front matter', () => {
    const head = [
      '---',
      'title: "Harbour: floods"',
      'author: Ines Oduya',
      'date: 2024-03-20',
      'tags: [a]',
      '---',
    ]
    expect(headRecord([...head, '', '# Other title', prose].join('\n'))).toEqual({
      ...nothingFound,
      title: 'Harbour: floods',
      author: 'Ines Oduya',
      published: '2024-03-20',
    })
  })

  it.each([
    'By Monday the water had gone',
    'By Monday',
    'By Invitation Only',
    'By now the boats were lost.',
    'By far the worst flood',
    'Published 03/04/2024',
    'Published 30 February 2024',
    'Published in haste on no particular day 7',
    'March 2024',
    'On 20 March 2024 the gate failed.',
    'Source: the harbour board',
    'Updated 20 March 2024',
    'Date: soon',
    'http://courier.example/gate by fax',
    'Published By *',
    'By : *',
    'Author: -',
  ])('says nothing in “%s”', (line) => {
    expect(said(line)).toEqual({})
  })

  it('is not the title, nor what comes after the first lines', () => {
    expect(headRecord(`By Cool Siloam\n\n${prose}`)).toEqual(nothingFound)
    expect(said(...Array<string>(10).fill(prose), 'By Ines Oduya')).toEqual({})
  })

  it('never gives what the text does not have, whatever the text', () => {
    const words = fc.constantFrom(
      'By',
      'by',
      'Published',
      'on',
      ':',
      '20 March 2024',
      'Ines',
      'Oduya',
      '|',
      '\n',
      '---',
      'date:',
      '*',
      ',',
    )
    const anyText = fc.oneof(
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.string(),
    )
    fc.assert(
      fc.property(anyText, (content) => {
        const { author, publisher, published } = headRecord(content)
        const plain = content.replace(/[*_]/g, '').replace(/\s+/g, ' ')
        for (const name of [author, publisher]) {
          for (const word of name?.split(/,? /) ?? []) expect(plain).toContain(word)
        }
        expect(published === null || isEdtf(published)).toBe(true)
      }),
    )
  })
})

it.each(['constructor', '__proto__'])('takes “%s” for no label', (word) => {
  expect(headRecord(text(`${word}: Ines Oduya`))).toEqual(headRecord(text(`colour: Ines Oduya`)))
  expect(headRecord(`---\n${word}: Ines Oduya\n---\n\n${prose}`)).toEqual(nothingFound)
})
