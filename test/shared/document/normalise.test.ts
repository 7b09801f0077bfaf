import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../../shared/document/normalise.js'
import { anyFile } from './texts.js'

const visible = (text: string): string => text.replace(/[\s\u200b]/g, '')

describe('the text of a version', () => {
  it('has one kind of line break', () => {
    expect(normaliseText('one\r\ntwo\rthree\u2028four\u2029five\nsix')).toBe(
      'one\ntwo\nthree\nfour\nfive\nsix',
    )
  })

  it('has no byte order mark and no blank lines around it', () => {
    expect(normaliseText('\ufeff\n \n\nFirst line\n\n\n')).toBe('First line')
  })

  it('keeps blank lines between, without what cannot be seen on them', () => {
    expect(normaliseText('one\n \t\u00a0\n\u3000\n\u200b\ntwo')).toBe('one\n\n\n\ntwo')
  })

  it('keeps the spaces of a line with words', () => {
    expect(normaliseText('  indented,  twice \n\tby a tab')).toBe('  indented,  twice \n\tby a tab')
  })

  it('is the same when it is made twice', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const once = normaliseText(file)
        expect(normaliseText(once)).toBe(once)
      }),
    )
  })

  it('loses nothing that a reader sees', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(visible(normaliseText(file))).toBe(visible(file))
      }),
    )
  })
})
