import { deflateRawSync, constants } from 'node:zlib'
import { expect, it } from 'vitest'
import { inParser } from '../../../../electron/service/imports/parser-job.js'
import { workers } from '../../built-program.js'
import { pdfFile } from '../../workers/import/pdf-file.js'

const megabyte = 1024 * 1024

/** A PDF of one page whose content inflates to so many megabytes of blanks. */
function swellingPdf(megabytes: number): Uint8Array {
  const blanks = deflateRawSync(Buffer.alloc(megabyte, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const stream = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => blanks),
    Buffer.from([0x03, 0x00]),
  ])
  const [before, after] = Buffer.from(pdfFile([[]]))
    .toString('latin1')
    .split('<< /Length 0 >>\nstream\n\nendstream')
  const dictionary = `<< /Length ${stream.length} /Filter /FlateDecode >>`
  const content = `${dictionary}\nstream\n${stream.toString('latin1')}\nendstream`
  return new Uint8Array(Buffer.from(before + content + after, 'latin1'))
}

it('stops a parser by which the program grows past its limit, though little of it is on the heap of its worker', async () => {
  const file = { name: 'blank.pdf', bytes: swellingPdf(1536), encoding: null }
  const limits = { name: file.name, longest: 60_000, growth: 256 * megabyte }
  await expect(inParser(workers, limits, (remote) => remote.preview(file))).rejects.toMatchObject({
    kind: 'too-large',
    message: expect.stringMatching(/“blank\.pdf” could not be read.*memory \(256 MB\)/),
  })
})
