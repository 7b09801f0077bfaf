import { expect, it } from 'vitest'
import { readRtf } from '../../../../electron/workers/import/rtf/read-rtf.js'

const textOf = (body: string): string =>
  readRtf(Buffer.from(`{\\rtf1\\ansi ${body}}`, 'latin1'), 'a.rtf')
    .blocks.map((block) => ('spans' in block ? block.spans.map(({ text }) => text).join('') : block.kind))
    .join('\n')

it('reads words that stand for a letter', () => {
  expect(textOf(String.raw`10 May\endash 12 May, \ldblquote so\rdblquote\par`)).toBe('10 May–12 May, “so”')
})

it.each(['constructor', 'valueOf', 'toString', 'hasOwnProperty'])('passes over the word \\%s', (word) => {
  expect(textOf(`The \\${word} mill\\par {\\listtext \\${word} x}burned\\par`)).not.toMatch(/function|native/)
  expect(textOf(`The \\${word} mill burned\\par`)).toBe('The mill burned')
})
