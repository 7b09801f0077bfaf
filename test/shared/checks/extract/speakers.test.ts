import { describe, expect, it } from 'vitest'
import { annotateParagraph } from '../../../../shared/checks/extract/annotate.js'
import { speakerOf } from '../../../../shared/checks/extract/speakers.js'

/** Who says the last quotation of a paragraph; "he: …" when only a pronoun stands beside it. */
function speakerIn(text: string): string | null {
  const paragraph = annotateParagraph(text)
  const speaker = speakerOf(paragraph, paragraph.quotes.at(-1)!)
  if (!speaker) return null
  const name = speaker.name.words.join(' ')
  return speaker.byPronoun ? `he: ${name}` : name
}

describe('whoever is quoted', () => {
  it.each([
    ['“The gates are open,” said Anna Berg.', 'anna berg'],
    ['“The gates are open,” said the finance director, Anna Berg.', 'anna berg'],
    ['“The gates are open,” said the Dutch delegate, Anna Berg.', 'anna berg'],
    ['“The gates are open,” said the Dutch delegate Anna Berg.', 'anna berg'],
    ['Anna Berg, who keeps the gates, says: “They are open.”', 'anna berg'],
    ['“The gates are open,” Anna Berg, the warden, had said.', 'anna berg'],
    ['Anna Berg of Lund Partners wrote that “the gates are open”.', 'anna berg'],
    ['In an interview the warden Anna Berg explained the rule: “The gates are open.”', 'anna berg'],
    ['Asked about the gates, Anna Berg replied: “They are open.”', 'anna berg'],
  ])('is the subject of the verb of speech: %s', (text, name) => {
    expect(speakerIn(text)).toBe(name)
  })

  it.each([
    ['“The gates are open,” as Anna Berg put it, is on the wall.', 'anna berg'],
    ['“The gates are open” was Anna Berg’s, and it was true.', 'anna berg'],
    ['They know Anna Berg’s “The gates are open”.', 'anna berg'],
    ['In the words of Anna Berg, “the gates are open”.', 'anna berg'],
    ['The remark was made by the warden, Anna Berg: “The gates are open.”', 'anna berg'],
    ['“The gates are open.” It was spoken by Anna Berg at noon.', 'anna berg'],
  ])('is named without a verb of speech: %s', (text, name) => {
    expect(speakerIn(text)).toBe(name)
  })

  it.each([
    ['Anna Berg did not smile. “The gates are open,” she said.', 'he: anna berg'],
    ['The gates were a mistake, thinks Anna Berg. “They are open,” as she puts it.', 'he: anna berg'],
    ['Anna Berg met Tom Askew. “The gates are open,” he said.', null],
    ['It was quiet in New Lund. “The gates are open,” she said.', null],
  ])('may be meant by a pronoun, where one person was named: %s', (text, name) => {
    expect(speakerIn(text)).toBe(name)
  })

  it.each([
    'Anna Berg’s lawyer wrote: “The gates are open.”',
    'Anna Berg’s lawyer: “The gates are open.”',
    '“The gates are open,” a warden said.',
  ])('is not known: %s', (text) => {
    expect(speakerIn(text)).toBeNull()
  })
})

describe('a role with the land it is of', () => {
  it('names nobody', () => {
    expect(speakerIn('“The gates are open,” said the Dutch delegate.')).toBeNull()
  })
})
