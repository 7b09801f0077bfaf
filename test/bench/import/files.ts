import { docxFile, paragraph, run } from '../../electron/workers/import/docx-file.js'
import { randomFrom } from '../../electron/workers/import/mutations.js'
import { linesFrom, pdfFile } from '../../electron/workers/import/pdf-file.js'

const words =
  'the board met on Monday and found that dredging of north harbour had cost more than twice what was planned while ' +
  'its chair said in a letter that the loan of 2019 would not be enough for repairs which nobody had expected before'

/** Prose of so many letters at least, the same for the same seed: paragraphs of three to eight sentences. */
function prose(letters: number, seed: number): string[] {
  const random = randomFrom(seed)
  const pool = words.split(' ')
  const paragraphs: string[] = []
  for (let length = 0; length < letters;) {
    const sentences = Array.from({ length: 3 + random(6) }, () => {
      const said = Array.from({ length: 8 + random(14) }, () => pool[random(pool.length)])
      return `The ${said.join(' ')} ${1900 + random(120)}.`
    })
    const text = sentences.join(' ')
    paragraphs.push(text)
    length += text.length + 2
  }
  return paragraphs
}

/** A Word document of about so many bytes, packed: most runs are plain, some bold, some paragraphs headings and lists. */
export function docxOf(bytes: number): Uint8Array {
  const random = randomFrom(7)
  // Prose packs to about a fifth, which the least number of letters is reckoned from and then corrected.
  let letters = bytes * 3
  for (;;) {
    const body = prose(letters, 1).map((text, index) => {
      if (index % 20 === 0) return paragraph(`Chapter ${index}`, '<w:outlineLvl w:val="1"/>')
      const at = text.indexOf(' ', 20 + random(20))
      return `<w:p>${run(text.slice(0, at))}${run(text.slice(at, at + 30), '<w:b/>')}${run(text.slice(at + 30))}</w:p>`
    })
    const file = docxFile(body.join(''))
    if (file.byteLength >= bytes) return file
    letters = Math.ceil(letters * Math.max(1.02, (bytes / file.byteLength) * 1.01))
  }
}

/** A PDF document of so many pages, each full of lines. */
export function pdfOf(pages: number): Uint8Array {
  const text =
    prose(pages * 3400, 2)
      .join(' ')
      .match(/.{1,80}(?:\s|$)/g) ?? []
  return pdfFile(
    Array.from({ length: pages }, (_page, index) => [
      { y: 800, size: 9, text: 'Minutes of the harbour board' },
      { y: 30, size: 9, text: `Page ${index + 1}` },
      ...linesFrom(
        740,
        text.slice(index * 42, index * 42 + 42).map((line) => line.trimEnd()),
      ),
    ]),
  )
}

/** A plain text in UTF-8 of so many bytes. */
export function textOf(bytes: number): Uint8Array {
  return new TextEncoder().encode(prose(bytes, 3).join('\n\n')).slice(0, bytes)
}
