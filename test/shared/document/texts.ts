import fc from 'fast-check'

const words = fc.constantFrom(
  'The council met',
  'on 3 March 2021,',
  '12.5 per cent',
  '“It burned for days.”',
  'CHAPTER IV',
  '数字は正しい。',
  'في عام ١٩٩٨',
  'שלום עולם',
  'naïve e\u0301',
  '👩‍🚒🚒',
  '𝒮tet',
  '\u200b',
  '\u00a0',
  '#',
  '1.',
  '> quoted',
  '- item',
  '',
)

/** One line as a person or a machine may have written it, sometimes very long, sometimes blank but for spaces. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '\t', ' \u00a0 ', '\u3000', '\u200b', '\ufeff') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: words.map((word) => `${word} `.repeat(400)) },
)

const lineBreak = fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\u2028', '\u2029')

/** Decoded files of many kinds: line breaks of every system, blank lines with spaces, scripts from both directions. */
export const anyFile: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(line, lineBreak), { maxLength: 60 }))
  .map(([mark, lines]) => mark + lines.flat().join(''))
