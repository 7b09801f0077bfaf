import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks, type Block, type Span } from '../../../shared/document/from-blocks.js'
import { plainTextOf, TextOffsets } from '../../../shared/document/text-offsets.js'

const words = (text: string, more: object = {}): Block => ({ kind: 'paragraph', spans: [{ text }], ...more })

describe('a document of blocks', () => {
  it('parts its blocks by blank lines, but for rows of a table and items of a list', () => {
    const doc = documentFromBlocks([
      { kind: 'heading', level: 9, spans: [{ text: ' Costs ' }] },
      words('Year\tCost'),
      words('2020\t38', { tight: true }),
      {
        kind: 'list',
        start: 3,
        items: [[words('One')], [words('Two'), { kind: 'quote', blocks: [words('Three')] }]],
      },
    ])
    doc.check()
    expect(plainTextOf(doc)).toBe('Costs\n\nYear\tCost\n2020\t38\n\nOne\nTwo\nThree')
    expect(doc.firstChild!.firstChild!.attrs.level).toBe(6)
  })

  it('leaves out what cannot be seen, control characters and blank lines', () => {
    const doc = documentFromBlocks([
      words(' \u200b '),
      { kind: 'list', start: null, items: [[], [words('')]] },
      {
        kind: 'paragraph',
        spans: [{ text: '  One\r\n' }, { text: '\n \u0000two\u2028', em: true }, { text: '\nthree ' }],
      },
    ])
    expect(plainTextOf(doc)).toBe('One\n two\nthree')
  })

  it('keeps links to the web, and of all others only the text', () => {
    const spans = ['https://example.org', 'javascript:alert(1)', '//x', null].map((href) => ({
      text: 'link ',
      href,
    }))
    const hrefs = documentFromBlocks([{ kind: 'paragraph', spans }]).firstChild!.firstChild!.children.map(
      ({ marks }) => marks[0]?.attrs.href as unknown,
    )
    expect(hrefs).toEqual(['https://example.org', undefined])
  })

  it('puts what is nested too deeply beside, so that nothing is lost', () => {
    let block = words('inside')
    for (let depth = 0; depth < 200; depth++)
      block = { kind: 'list', start: null, items: [[words(`${depth}`), block]] }
    const doc = documentFromBlocks([block])
    doc.check()
    expect(plainTextOf(doc).split('\n')).toHaveLength(201)
  })

  it('is sound, whatever it is made of', () => {
    const span: fc.Arbitrary<Span> = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 12 }),
      em: fc.boolean(),
    })
    const spans = fc.array(span, { maxLength: 4 })
    const { block } = fc.letrec<{ block: Block }>((tie) => ({
      block: fc.oneof(
        { maxDepth: 4 },
        fc.record({ kind: fc.constant('paragraph' as const), spans, tight: fc.boolean() }),
        fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), spans }),
        fc.record({ kind: fc.constant('code' as const), text: fc.string({ unit: 'binary' }) }),
        fc.record({ kind: fc.constant('page' as const), label: fc.string() }),
        fc.constant<Block>({ kind: 'rule' }),
        fc.record({ kind: fc.constant('quote' as const), blocks: fc.array(tie('block'), { maxLength: 3 }) }),
        fc.record({
          kind: fc.constant('list' as const),
          start: fc.option(fc.integer()),
          items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 }),
        }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(block, { maxLength: 90 }), (blocks) => {
        const doc = documentFromBlocks(blocks)
        doc.check()
        const text = plainTextOf(doc)
        expect(new TextOffsets(doc).length).toBe(text.length)
        expect(text).not.toMatch(/^\n|\n{3}|\r|\0/)
      }),
      { numRuns: 200 },
    )
  })
})
