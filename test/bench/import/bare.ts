import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { pdfLibrary } from '../../../electron/workers/import/pdf/pdf-library.js'

/** Inflates the text part of a Word document and reads its XML into nothing. Answers how many letters of text it has. */
export async function bareDocx(bytes: Uint8Array): Promise<number> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const xml = await new Promise<Buffer>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== 'word/document.xml') return zip.readEntry()
      void (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
        resolve(Buffer.concat(chunks))
      })().catch(reject)
    })
    zip.on('error', reject)
    zip.readEntry()
  })
  let letters = 0
  const parser = new SaxesParser()
  parser.on('opentag', () => {})
  parser.on('text', (text) => void (letters += text.length))
  parser.write(xml.toString('utf8')).close()
  return letters
}

/** Reads the text of every page with pdf.js. Answers how many letters it has. */
export async function barePdf(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await pdfLibrary()
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  let letters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) letters += item.str.length
  }
  await task.destroy()
  return letters
}

/** Decodes a text and splits it at its lines. Answers how many there are. */
export function bareText(bytes: Uint8Array): number {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').length
}
