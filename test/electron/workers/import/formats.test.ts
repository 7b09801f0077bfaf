import { describe, expect, it } from 'vitest'
import { parseFile, previewFile } from '../../../../electron/workers/import/parse-file.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { sourceRecordSchema } from '../../../../shared/domain/source.js'
import { fileOf } from './file-bytes.js'
import { outlineText } from './outline-text.js'
import { wholeHtml } from './text-files.js'
import { wholeFiles } from './whole-files.js'

describe('what is read from a file', () => {
  it.each(wholeFiles)('is its text with its structure: %s', async (name, content) => {
    const file = fileOf(name, content)
    const [source] = await parseFile(file, null, true)
    await expect(outlineText(await previewFile(file), source!)).toMatchFileSnapshot(`fixtures/${name}.txt`)
  })

  it.each(wholeFiles)('is what a case takes: %s', async (name, content) => {
    const file = fileOf(name, content)
    const { parts } = await previewFile(file)
    for (const source of [...(await parseFile(file, null)), ...(await parseFile(file, [...parts.keys()]))]) {
      expect(plainTextOf(documentFromJson(source.document))).toBe(source.text)
      expect(source.text).toMatch(/\S/)
      expect(sourceRecordSchema.safeParse(source.record).error).toBeUndefined()
      expect(source.original).toEqual(file.bytes)
    }
  })

  it('is the article of a page, or the whole of it', async () => {
    const file = fileOf('page.html', wholeHtml)
    const preview = await previewFile(file)
    expect(preview.partsAre).toBe('article')
    const [article] = await parseFile(file, [0])
    const [whole] = await parseFile(file, null)
    expect(article!.text).toMatch(/^Harbour costs rise\n\nThe board met/)
    expect(article!.text).not.toMatch(/Home|Read more|All rights/)
    expect(whole!.text).toMatch(/^Home\nNews\n\nHarbour costs rise/)
    expect(whole!.text).toMatch(/Read more: another story[\s\S]*All rights reserved/)
  })

  it('is each of several texts between rules, with the page on which it begins', async () => {
    const { docxFile, paragraph } = await import('./docx-file.js')
    const file = fileOf(
      'two.docx',
      docxFile(['First', 'One.', '________', 'Second', 'Two.'].map((text) => paragraph(text)).join('')),
    )
    expect((await previewFile(file)).parts.map(({ title }) => title)).toEqual(['First', 'Second'])
    const sources = await parseFile(file, [0, 1])
    expect(sources.map(({ text }) => text)).toEqual(['First\n\nOne.', 'Second\n\nTwo.'])
    expect(sources.map(({ record }) => record.title)).toEqual(['First', 'Second'])
  })
})
