import { describe, expect, it } from 'vitest'
import { attachmentsOf } from '../../../../electron/workers/import/message/message-attachments.js'
import { parseFile, previewFile } from '../../../../electron/workers/import/parse-file.js'
import { wholeDocx } from './docx-file.js'
import { encoded, fileOf } from './file-bytes.js'
import { messageWith } from './text-files.js'

const attached = { name: 'minutes.docx', bytes: wholeDocx }

describe('what is attached to a message', () => {
  it('is offered as files of their own, with their own bytes', async () => {
    const file = fileOf('a.eml', messageWith([attached, { name: 'notes.txt', bytes: encoded('It burned.') }]))
    const files = await attachmentsOf(file)
    expect(files.map(({ name }) => name)).toEqual(['minutes.docx', 'notes.txt'])
    expect(files[0]!.bytes).toEqual(wholeDocx)
    expect((await parseFile(files[0]!, null))[0]!.text).toMatch(/^Minutes of the harbour board/)
  })

  it('is only named where it is of a kind that cannot be read', async () => {
    const picture = { name: 'crane.png', bytes: encoded('\x89PNG\r\n', 'latin1') }
    const file = fileOf('a.eml', messageWith([picture, attached, { name: 'data.bin', bytes: encoded('x') }]))
    expect((await attachmentsOf(file)).map(({ name }) => name)).toEqual(['minutes.docx'])
    expect((await previewFile(file)).notices).toEqual([
      'It has 1 attachment of a kind that Stet opens: minutes.docx.',
      'Not read: 2 attachments, crane.png, data.bin.',
    ])
  })

  it('has a name without a folder', async () => {
    const file = fileOf('a.eml', messageWith([{ ...attached, name: '../../etc/\tminutes.docx' }]))
    expect((await attachmentsOf(file)).map(({ name }) => name)).toEqual(['minutes.docx'])
  })
})

describe('a message in another encoding than it says', () => {
  it('is read in the one that a person names', async () => {
    const message = [
      'From: ada@example.org',
      'Message-Id: <1@example.org>',
      'Content-Type: text/plain; charset=iso-8859-1; format=fixed',
      '',
      'Пожар на мельнице',
    ].join('\r\n')
    const file = fileOf('a.eml', encoded(message, 'windows-1251'))
    expect((await parseFile(file, null))[0]!.text).not.toContain('Пожар')
    const [source] = await parseFile({ ...file, encoding: 'windows-1251' }, null)
    expect(source).toMatchObject({ encoding: 'windows-1251', mediaType: 'message/rfc822' })
    expect(source!.text).toContain('Пожар на мельнице')
  })
})
