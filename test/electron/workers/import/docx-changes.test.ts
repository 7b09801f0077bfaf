import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFile, previewFile } from '../../../../electron/workers/import/parse-file.js'
import type { ChangesReading } from '../../../../shared/domain/import-preview.js'
import {
  comment,
  commentEnd,
  commentReference,
  commentStart,
  docxFile,
  paragraph,
  run,
  type DocxParts,
} from './docx-file.js'
import { fileOf } from './file-bytes.js'

const by = (author: string): string => `w:author="${author}" w:date="2021-03-05T10:00:00Z"`
const inserted = (text: string, author = 'Ada'): string => `<w:ins ${by(author)}>${run(text)}</w:ins>`
const deleted = (text: string, author = 'Ada'): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const insertedMark = `<w:rPr><w:ins ${by('Ada')}/></w:rPr>`
const deletedMark = `<w:rPr><w:del ${by('Ada')}/></w:rPr>`

async function textOf(body: string, changes: ChangesReading): Promise<string> {
  const [source] = await parseFile({ ...fileOf('a.docx', docxFile(body)), changes }, null)
  return source!.text
}

describe('the tracked changes of a Word document', () => {
  it.each<[string, string, string, string]>([
    [
      'words',
      `<w:p>${run('It cost ')}${deleted('38')}${inserted('83')}${run(' million.')}</w:p>`,
      'It cost 83 million.',
      'It cost 38 million.',
    ],
    [
      'a paragraph that was split',
      `<w:p><w:pPr>${insertedMark}</w:pPr>${run('It cost more. ')}</w:p>${paragraph('Nobody knew.')}`,
      'It cost more.\n\nNobody knew.',
      'It cost more. Nobody knew.',
    ],
    [
      'paragraphs that were joined',
      `<w:p><w:pPr>${deletedMark}</w:pPr>${run('It cost more. ')}</w:p>${paragraph('Nobody knew.')}`,
      'It cost more. Nobody knew.',
      'It cost more.\n\nNobody knew.',
    ],
    [
      'a paragraph that was added at the end',
      `${paragraph('It cost more.')}<w:p><w:pPr>${insertedMark}</w:pPr>${inserted('Nobody knew.')}</w:p>`,
      'It cost more.\n\nNobody knew.',
      'It cost more.',
    ],
    [
      'rows of a table',
      `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('Cost')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:ins ${by('Ada')}/></w:trPr><w:tc>${paragraph('2020')}</w:tc><w:tc>${paragraph('38')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:del ${by('Ada')}/></w:trPr><w:tc>${paragraph('2019')}</w:tc><w:tc>${paragraph('12')}</w:tc></w:tr></w:tbl>`,
      'Year\tCost\n2020\t38',
      'Year\tCost\n2019\t12',
    ],
    [
      'a passage that was moved',
      `<w:p><w:moveFrom ${by('Ada')}>${run('First. ')}</w:moveFrom>${run('Second. ')}<w:moveTo ${by('Ada')}>${run('First. ')}</w:moveTo></w:p>`,
      'Second. First.',
      'First. Second.',
    ],
    [
      'an insertion that somebody else deleted again',
      `<w:p>${run('So it is')}<w:ins ${by('Ada')}>${deleted(' not', 'Ben')}</w:ins>${run('.')}</w:p>`,
      'So it is.',
      'So it is.',
    ],
  ])('are read as accepted or as rejected: %s', async (_what, body, accepted, rejected) => {
    expect(await textOf(body, 'accepted')).toBe(accepted)
    expect(await textOf(body, 'rejected')).toBe(rejected)
  })

  it('are counted by the people who made them', async () => {
    const body =
      `<w:p>${inserted('a')}${inserted('b', 'Ben')}${deleted('c')}${inserted('d')}${run('e')}</w:p>` +
      `<w:p><w:pPr>${insertedMark}</w:pPr>${run('f')}</w:p>${paragraph('g')}`
    const file = fileOf('a.docx', docxFile(body))
    expect((await previewFile(file)).changes).toEqual({
      read: 'accepted',
      by: [
        { author: 'Ada', inserted: 3, deleted: 1 },
        { author: 'Ben', inserted: 1, deleted: 0 },
      ],
    })
    const rejected = await previewFile({ ...file, changes: 'rejected' })
    expect(rejected.changes?.read).toBe('rejected')
    expect(rejected.notices).toContain(
      'It has tracked changes: 4 insertions (left out), 1 deletion (in the text).',
    )
  })

  it('are none where nothing was tracked', async () => {
    const preview = await previewFile(fileOf('a.docx', docxFile(paragraph('It cost more.'))))
    expect(preview).toMatchObject({ changes: null, comments: 0 })
  })

  it('are said with the text when it is the one before them', async () => {
    const file = fileOf('a.docx', docxFile(`<w:p>${inserted('It is ')}${run('so')}</w:p>`))
    expect((await parseFile(file, null))[0]!.reading).toBeUndefined()
    const [rejected] = await parseFile({ ...file, changes: 'rejected' }, null)
    expect(rejected!.reading).toBe('Read with its tracked changes rejected')
  })
})

async function commentsOf(body: string, comments: string, parts: DocxParts = {}) {
  const file = fileOf('a.docx', docxFile(body, { ...parts, comments }))
  const [source] = await parseFile(file, null, true)
  return source!.comments!.map(({ start, end, text }) => [text, source!.text.slice(start, end)])
}

describe('the comments of a Word document', () => {
  it('stand on the words that they were made on', async () => {
    const body =
      `<w:p>${run('  It cost ')}${commentStart('1')}${run('38')}${run(' million', '<w:b/>')}${commentEnd('1')}${run('.')}</w:p>` +
      `<w:p>${run('Nobody ')}${commentStart('2')}${run('knew.')}</w:p>${paragraph('')}<w:p>${run('They asked')}${commentEnd('2')}${run(' later.')}</w:p>`
    const comments = comment('1', 'Ada', 'Says who?') + comment('2', 'Ben', 'Two paragraphs')
    expect(await commentsOf(body, comments)).toEqual([
      ['Says who?', '38 million'],
      ['Two paragraphs', 'knew.\n\nThey asked'],
    ])
  })

  it('stand on their paragraph when they have no range, or none of its words is read', async () => {
    const body =
      `<w:p>${run('It cost 38 million.')}${commentReference('1')}</w:p>` +
      `<w:p>${run('Nobody knew.')}${commentStart('2')}${deleted(' Not one.')}${commentEnd('2')}</w:p>`
    const comments = comment('1', 'Ada', 'No range') + comment('2', 'Ben', 'Deleted')
    expect(await commentsOf(body, comments)).toEqual([
      ['No range', 'It cost 38 million.'],
      ['Deleted', 'Nobody knew.'],
    ])
  })

  it('stand in cells, lists and notes too', async () => {
    const body =
      `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc><w:p>${commentStart('1')}${run('2020')}${commentEnd('1')}</w:p></w:tc></w:tr></w:tbl>` +
      `<w:p>${run('The crane')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="7"><w:p>${commentStart('2')}${run('Bought in 2019.')}${commentEnd('2')}</w:p></w:footnote>`
    const comments = comment('1', 'Ada', 'Which?') + comment('2', 'Ben', 'By whom?')
    expect(await commentsOf(body, comments, { footnotes })).toEqual([
      ['Which?', '2020'],
      ['By whom?', 'Bought in 2019.'],
    ])
  })

  it('belong to the part of the file that they stand in', async () => {
    const body = [
      `<w:p>${commentStart('1')}${run('First')}${commentEnd('1')}</w:p>`,
      paragraph('________'),
      `<w:p>${run('The ')}${commentStart('2')}${run('second')}${commentEnd('2')}</w:p>`,
    ].join('')
    const comments = comment('1', 'Ada', 'One') + comment('2', 'Ada', 'Two')
    const file = fileOf('a.docx', docxFile(body, { comments }))
    const sources = await parseFile(file, [1, 0], true)
    expect(sources.map(({ comments: found }) => found)).toEqual([
      [{ start: 4, end: 10, author: 'Ada', at: null, text: 'Two' }],
      [{ start: 0, end: 5, author: 'Ada', at: null, text: 'One' }],
    ])
  })

  it('are left out unless they are wanted', async () => {
    const body = `<w:p>${commentStart('1')}${run('First')}${commentEnd('1')}</w:p>`
    const file = fileOf('a.docx', docxFile(body, { comments: comment('1', 'Ada', 'One') }))
    expect((await parseFile(file, null))[0]).not.toHaveProperty('comments')
    expect((await previewFile(file)).comments).toBe(1)
  })

  it('that nothing refers to are said to be lost', async () => {
    const file = fileOf('a.docx', docxFile(paragraph('First'), { comments: comment('1', 'Ada', 'One') }))
    const { comments, notices } = await previewFile(file)
    expect(comments).toBe(0)
    expect(notices).toEqual([
      'Not part of the text: 1 comment.',
      '1 comment cannot be taken over: the text does not refer to it.',
    ])
  })

  it('stand on their words whatever white space is around', async () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\u00a0', '\u200b', '\u2028'), maxLength: 3 })
    const word = fc.constantFrom('cost', 'ﬁ🚒', '𝒳1', '38')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(space, word, space), { minLength: 1, maxLength: 5 }),
        async (words) => {
          const body = words
            .map(
              ([before, text, after], index) =>
                `<w:p>${run(before)}${commentStart(String(index))}${run(text)}${commentEnd(String(index))}${run(after)}</w:p>`,
            )
            .join('')
          const comments = words.map((_word, index) => comment(String(index), 'Ada', `Of ${index}`)).join('')
          expect(await commentsOf(body, comments)).toEqual(
            words.map(([, text], index) => [`Of ${index}`, text]),
          )
        },
      ),
      { numRuns: 40 },
    )
  })
})
