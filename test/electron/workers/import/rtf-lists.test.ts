import { describe, expect, it } from 'vitest'
import { readRtf } from '../../../../electron/workers/import/rtf/read-rtf.js'
import type { Block } from '../../../../shared/document/from-blocks.js'

const blocksOf = (body: string): Block[] =>
  readRtf(
    Buffer.from(String.raw`{\rtf1\ansi\uc1{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}${body}}`, 'latin1'),
    'a.rtf',
  ).blocks

/** Blocks as lines, with what a list puts before its items; deeper ones are indented. */
function outline(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'list') {
      return block.items.flatMap((item, index) => {
        const [first = '', ...rest] = outline(item, `${indent}  `)
        const mark = block.start === null ? '•' : `${block.start + index}.`
        return [`${indent}${mark} ${first.trimStart()}`, ...rest]
      })
    }
    return 'spans' in block ? [indent + block.spans.map(({ text }) => text).join('')] : [block.kind]
  })
}

const word = (label: string, text: string, level = 0): string =>
  String.raw`{\listtext\pard\plain\f0 ${label}\tab}\pard\plain \ls1\ilvl${level} ${text}\par `

describe('the lists of an RTF document', () => {
  it('have the numbers that Word writes before their items', () => {
    const body = `Before\\par ${word('1.', 'The gate')}${word('2.', 'The pins')}\\pard After\\par ${word('3.', 'The bill')}`
    expect(outline(blocksOf(body))).toEqual(['Before', '1. The gate', '2. The pins', 'After', '3. The bill'])
    expect(blocksOf(body).map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph', 'list'])
  })

  it('have bullets, whatever sign of whatever font is drawn for them', () => {
    const body = [String.raw`\f1\'b7`, String.raw`\u61623?`, 'o', String.raw`\bullet `].map((sign, index) =>
      word(sign, `Boat ${index}`),
    )
    expect(outline(blocksOf(body.join('')))).toEqual(['• Boat 0', '• Boat 1', '• Boat 2', '• Boat 3'])
    expect(blocksOf(body.join(''))).toHaveLength(1)
  })

  it('stand in one another by their levels', () => {
    const body = word('1.', 'Gate') + word('o', 'Hinge', 1) + word('o', 'Pin', 1) + word('2.', 'Quay')
    expect(outline(blocksOf(body))).toEqual(['1. Gate', '  • Hinge', '  • Pin', '2. Quay'])
  })

  it('keep each number where numbers do not follow one another', () => {
    const body = word('1.', 'One') + word('1.', 'Again') + word('7)', 'Seven')
    expect(outline(blocksOf(body))).toEqual(['1. One', '1. Again', '7. Seven'])
    const levels = word('1.', 'One') + word('4.', 'Deep', 2) + word('2.', 'Between', 1) + word('2.', 'Two')
    expect(outline(blocksOf(levels))).toEqual(
      ['1. One', '    4. Deep', '2. Between', '2. Two'].map((line) => line.replace('    4', '  4')),
    )
  })

  it('keep labels that no list of numbers has, and those of headings and tables, as text', () => {
    const heading = String.raw`{\stylesheet{\s1 heading 1;}}`
    const body =
      heading +
      word('a)', 'Lettered') +
      word('1.2.', 'Of two parts') +
      String.raw`{\listtext 3.\tab}\pard\s1\ls1 Costs\par ` +
      String.raw`{\listtext\pard\plain 1.\tab}\pard\intbl\ls1 Pins\cell Price\cell\row\pard After\par `
    expect(outline(blocksOf(body))).toEqual([
      'a) Lettered',
      '1.2. Of two parts',
      '3. Costs',
      '1. Pins\tPrice\t',
      'After',
    ])
    expect(blocksOf(body).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('are those of older Word and of a Mac too', () => {
    const older = String.raw`{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}Pins\par {\pntext\f1\'B7\tab}Gates\par `
    expect(outline(blocksOf(older))).toEqual(['• Pins', '• Gates'])
    const mac = String.raw`\pard\ls1\ilvl0\cf0 {\listtext	\uc0\u8226 	}Pins\
{\listtext	\uc0\u8226 	}Gates\
`
    expect(outline(blocksOf(mac))).toEqual(['• Pins', '• Gates'])
  })

  it('leave out items with nothing in them', () => {
    expect(outline(blocksOf(word('1.', 'One') + word('2.', '') + word('2.', 'Two')))).toEqual([
      '1. One',
      '2. Two',
    ])
  })
})
