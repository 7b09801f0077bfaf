import { expect, it } from 'vitest'
import { citationsCslJson } from '../../../../shared/report/citations/csl-json.js'
import { citationsRis } from '../../../../shared/report/citations/ris.js'
import { wholeOf } from '../../../../shared/report/pieces.js'
import { read, refusalOf } from './case-import.js'

const works = [
  {
    key: 'S1',
    title: 'The mill',
    author: 'Bea Bell',
    publisher: 'Courier',
    published: '2021-03-03',
    url: 'https://example.org/mill',
    archivedUrl: 'https://archive.example/1',
    accessed: '2022-02',
    language: 'en',
  },
  {
    key: 'E1',
    title: 'A letter',
    author: null,
    publisher: null,
    published: '2021-03~/2021-05',
    url: null,
    archivedUrl: null,
    accessed: null,
    language: null,
  },
]
const said = works.map(({ key: _key, language: _language, ...work }) => work)

const citations = async (text: string, name: string) => {
  const records = await read(text, name)
  if (records.kind !== 'citations') throw new Error('No citations')
  return records
}

it('reads back the citations that Stet writes', async () => {
  expect(await citations(wholeOf(citationsCslJson(works)), 'works.json')).toMatchObject({
    citations: said,
    skipped: [],
  })
  expect(await citations(wholeOf(citationsRis(works)), 'works.ris')).toMatchObject({
    citations: said,
    skipped: [],
  })
})

it('reads the citations of other programs', async () => {
  const csl = [
    {
      id: 'http://zotero.org/1',
      type: 'article-journal',
      title: 'On mills',
      author: [
        { family: 'Bell', given: 'Bea' },
        { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
      ],
      'container-title': 'Journal of Mills',
      issued: { 'date-parts': [['2020', 3]] },
      URL: 'javascript:alert(1)',
    },
    { id: 'x', type: 'book' },
  ]
  const read = await citations(JSON.stringify(csl), 'library.json')
  expect(read.citations).toEqual([
    {
      title: 'On mills',
      author: 'Bea Bell; Vincent van Gogh',
      publisher: 'Journal of Mills',
      published: '2020-03',
      url: null,
      accessed: null,
      archivedUrl: null,
      language: null,
    },
  ])
  expect(read.skipped.map(({ where }) => where)).toEqual(['work 1', 'work 2'])

  const ris = [
    'TY  - JOUR',
    'T1  - On mills',
    'A1  - Bell, Bea',
    'A1  - Gogh, V.',
    'JO  - Mills',
    'PY  - 2020',
    'N2  - Long',
    'and longer',
    'ER  - ',
    '',
  ]
  const { citations: found } = await citations(ris.join('\r\n'), 'library.ris')
  expect(found).toMatchObject([
    { title: 'On mills', author: 'Bell, Bea; Gogh, V.', publisher: 'Mills', published: '2020' },
  ])
})

it('refuses RIS that breaks its rules, naming the line', async () => {
  const cases: [string, RegExp][] = [
    ['TY  - JOUR\nTI  - One\nTY  - BOOK\nER  - \n', /begins at line 1 does not end before line 3/],
    ['TY  - JOUR\nTI  - One\n', /begins at line 1 does not end/],
    ['TY  - JOUR\nER  - \nTI  - One\n', /line 3 \(TI\) stands outside/],
    ['TY  - JOUR\nfree text\nER  - \n', /line 2 stands outside/],
  ]
  for (const [text, words] of cases) expect((await refusalOf(text, 'odd.ris')).message).toMatch(words)
})
