import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../../electron/workers/import/open-file.js'
import { parseFile } from '../../../../electron/workers/import/parse-file.js'
import { wholeDocx } from './docx-file.js'
import { encoded, fileOf } from './file-bytes.js'
import { wholeFiles } from './whole-files.js'

async function textOf(name: string, content: string | Uint8Array): Promise<string> {
  return (await parseFile(fileOf(name, content), null))[0]!.text
}

describe('the plain text of a source, saved and read again', () => {
  it.each(wholeFiles)('is the same text: of %s', async (name, content) => {
    const text = await textOf(name, content)
    expect(await textOf('again.txt', text)).toBe(text)
    expect(await textOf('again.txt', text.replaceAll('\n', '\r\n'))).toBe(text)
  })

  it.each(['utf-16le', 'utf-16be', 'utf-8'])('is the same text in %s with its mark', async (encoding) => {
    const text = await textOf('minutes.docx', wholeDocx)
    expect(await textOf('again.txt', encoded(`\ufeff${text}`, encoding))).toBe(text)
  })
})

describe('a file read in parts', () => {
  it('has nothing but rules and blank lines between its parts', async () => {
    const paragraph = fc.constantFrom('The mill burned.', 'It did not', '3 March 2021')
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 2, maxLength: 6 }), async (texts) => {
        const file = fileOf('a.txt', texts.join('\n\n________\n\n'))
        const { parts } = await openFile(file)
        const sources = await parseFile(file, [...parts.keys()])
        expect(sources.map(({ text }) => text)).toEqual(texts)
      }),
      { numRuns: 30 },
    )
  })
})
