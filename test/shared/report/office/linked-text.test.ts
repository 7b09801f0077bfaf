import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedPieces } from '../../../../shared/report/office/linked-text.js'
import { anyText } from '../odd-texts.js'

const links = (text: string): string[] => linkedPieces(text).flatMap(({ href }) => href ?? [])

describe('the web addresses in a text', () => {
  it('are told from the marks around them', () => {
    const text =
      'Address: https://example.org/a; see (http://example.org/b?c=1&d=2). Also “https://example.org/e”'
    expect(links(text)).toEqual([
      'https://example.org/a',
      'http://example.org/b?c=1&d=2',
      'https://example.org/e',
    ])
  })

  it('keep the brackets that they open, and leave those around them', () => {
    const text =
      'Address: https://en.wikipedia.org/wiki/Mercury_(planet); (see https://example.org/a_(b_(c))). [http://[::1]]'
    expect(links(text)).toEqual([
      'https://en.wikipedia.org/wiki/Mercury_(planet)',
      'https://example.org/a_(b_(c))',
      'http://[::1]',
    ])
  })

  it.each(['javascript://alert(1)', 'file:///etc/passwd', 'https://', 'no address at all'])(
    'are not %s',
    (text) => {
      expect(links(text)).toEqual([])
    },
  )

  it('leave the text as it is when the pieces are put together', () => {
    const texts = fc.array(
      fc.oneof(anyText, fc.constantFrom('https://', 'https://example.org/x', ').', '(', ']', '"', ' ')),
    )
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        expect(
          linkedPieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
