import { expect, it } from 'vitest'
import { documentFromBlocks } from '../../../shared/document/from-blocks.js'
import { pageAt, pageStartsOf } from '../../../shared/document/pages.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'

const words = (text: string) => ({ kind: 'paragraph' as const, spans: [{ text }] })

it('a passage is on the last page that began before it', () => {
  const doc = documentFromBlocks([
    words('Front.'),
    { kind: 'page', label: 'iv' },
    words('Preface.'),
    { kind: 'page', label: '1' },
    { kind: 'page', label: '2' },
    words('Text.'),
    { kind: 'page', label: '3' },
  ])
  const text = plainTextOf(doc)
  const pages = pageStartsOf(doc)
  expect(pages.map(({ label, start }) => [label, text.slice(start, start + 4)])).toEqual([
    ['iv', 'Pref'],
    ['1', 'Text'],
    ['2', 'Text'],
    ['3', ''],
  ])
  expect(pageAt(pages, 0)).toBe(null)
  expect(pageAt(pages, text.indexOf('face'))).toBe('iv')
  expect(pageAt(pages, text.indexOf('Text'))).toBe('2')
})
