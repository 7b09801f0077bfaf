import { describe, expect, it } from 'vitest'
import { languageMeant } from '../../../shared/domain/language-name.js'

describe('a language that a person typed', () => {
  it.each([
    ['English', 'en'],
    ['german', 'de'],
    [' Deutsch ', 'de'],
    ['Français', 'fr'],
    ['British English', 'en-GB'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['Norwegian', 'no'],
    ['PT-br', 'pt-BR'],
    ['eng', 'en'],
    ['haw', 'haw'],
  ])('is told by a tag: %j', (typed, tag) => {
    expect(languageMeant(typed)).toBe(tag)
  })

  it.each(['', 'Englisch?', 'klingonese', 'englsh', 'e', 'en_GB', 'the same'])(
    'is not guessed from %j',
    (typed) => {
      expect(languageMeant(typed)).toBeNull()
    },
  )
})
