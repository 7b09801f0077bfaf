import { expect, it } from 'vitest'
import { sentencesOf } from '../../../../shared/checks/extract/sentences.js'

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

it.each([
  [
    'Dr. A. B. Calder met Mr. Aas at St. Olav. They talked.',
    ['Dr. A. B. Calder met Mr. Aas at St. Olav.', 'They talked.'],
  ],
  ['The U.S. Senate met. The U.S. won.', ['The U.S. Senate met.', 'The U.S. won.']],
  ['He left the U.S. The next day it rained.', ['He left the U.S.', 'The next day it rained.']],
  [
    'See No. 5 and Fig. 3 of vol. 2. It is 3.5 metres.',
    ['See No. 5 and Fig. 3 of vol. 2.', 'It is 3.5 metres.'],
  ],
  ['“Why?” he asked. “Because.” She left.', ['“Why?” he asked.', '“Because.”', 'She left.']],
  [
    'A planned Ukraine–U.S. mineral revenue deal failed. Talks ended.',
    ['A planned Ukraine–U.S. mineral revenue deal failed.', 'Talks ended.'],
  ],
  ['He waited ... and left. Then nothing ...', ['He waited ... and left.', 'Then nothing ...']],
  [
    'Acme Inc. sued Berg Ltd. and won. Both appealed.',
    ['Acme Inc. sued Berg Ltd. and won.', 'Both appealed.'],
  ],
  ['The line breaks\nhere. It goes on.', ['The line breaks\nhere.', 'It goes on.']],
])('splits %s', (text, sentences) => expect(split(text)).toEqual(sentences))

it('gives nothing for nothing', () => expect(split('  \n ')).toEqual([]))
