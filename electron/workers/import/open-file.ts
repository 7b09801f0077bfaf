import { StetError } from '../../../shared/ipc/result.js'
import type { MediaType } from '../../../shared/domain/source.js'
import { decode, decodeHtml } from './decode.js'
import type { FileBytes } from './file-bytes.js'
import { namedWrongly, opened, refuseUnreadable, refuseUnreadableText } from './file-kind.js'
import { openedFormat, openedText, type OpenedFile } from './opened-file.js'
import type { FormattedText } from './read-format.js'
import { notOpened } from './refusals.js'
import type { Archive } from './zip-gate.js'

/** Reads a file as what it is. Throws a StetError that names the file, the limit or fault, and the way out. */
export async function openFile(file: FileBytes): Promise<OpenedFile> {
  const { bytes, name } = file
  const type = refuseUnreadable(bytes, name)
  const read = await openAs(type, file)
  if (!read.text.trim())
    throw new StetError('invalid', `“${name}” has no text in it. There is nothing to open.`)
  return { ...read, notices: [...namedWrongly(name, read.mediaType), ...read.notices] }
}

// Each reader is loaded when it is needed: the libraries behind some take longer to load than a text to read.
async function openAs(type: MediaType, file: FileBytes): Promise<OpenedFile> {
  const { bytes, name } = file
  switch (type) {
    case 'text/plain':
    case 'text/markdown':
      return openedText(decodeText(file), type)
    case 'text/html': {
      const decoded = decodeHtml(bytes, name, file.encoding)
      refuseUnreadableText(decoded.text, name)
      const { readHtml } = await import('./html/read-html.js')
      return openedFormat(readHtml(decoded.text, name), type, decoded)
    }
    case 'application/pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js')
      return openedFormat(await readPdf(bytes, name), type)
    }
    case 'application/rtf': {
      const { readRtf } = await import('./rtf/read-rtf.js')
      return openedFormat(readRtf(bytes, name), type)
    }
    case 'message/rfc822': {
      const { readMessage } = await import('./message/read-message.js')
      const read = await readMessage(bytes, name, file.encoding)
      const decoded = file.encoding ? { encoding: file.encoding, sure: true } : undefined
      return openedFormat(read, read.isPage ? 'text/html' : type, decoded)
    }
    case 'application/x-subrip':
    case 'text/vtt': {
      const decoded = decodeText(file)
      const { readSubtitles } = await import('./read-subtitles.js')
      const read = readSubtitles(decoded.text)
      return read ? openedFormat(read, type, decoded) : openedText(decoded, 'text/plain')
    }
    default:
      return openArchived(file)
  }
}

function decodeText({ bytes, name, encoding }: FileBytes) {
  const decoded = decode(bytes, name, encoding)
  refuseUnreadableText(decoded.text, name)
  return decoded
}

/** Opens a document that is a zip archive, as what its parts say that it is. */
async function openArchived({ bytes, name, changes = 'accepted' }: FileBytes): Promise<OpenedFile> {
  const { openArchive } = await import('./zip-gate.js')
  const archive = await openArchive(bytes, name)
  const type = await archivedType(archive, name)
  const readers: Record<typeof type, () => Promise<FormattedText>> = {
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async () =>
      (await import('./docx/read-docx.js')).readDocx(archive, name, changes),
    'application/vnd.oasis.opendocument.text': async () =>
      (await import('./read-odt.js')).readOdt(archive, name),
    'application/epub+zip': async () => (await import('./read-epub.js')).readEpub(archive, name),
  }
  return openedFormat(await readers[type](), type)
}

async function archivedType(archive: Archive, name: string) {
  const mimetype = archive.has('mimetype')
    ? Buffer.from((await archive.read('mimetype')) ?? [])
        .toString('latin1')
        .trim()
    : ''
  if (mimetype === 'application/epub+zip' || archive.has('META-INF/container.xml'))
    return 'application/epub+zip'
  if (/^application\/vnd\.oasis\.opendocument\.text(-|$)/.test(mimetype))
    return 'application/vnd.oasis.opendocument.text'
  if (archive.names.some((part) => part.startsWith('word/'))) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  }
  if (!mimetype && archive.has('content.xml') && archive.has('styles.xml'))
    return 'application/vnd.oasis.opendocument.text'
  if (await isStrictWord(archive))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  throw notOpened(name, `is ${foreignArchive(archive, mimetype)}`, `${opened} Save its text as one of these.`)
}

/** A package may keep its text elsewhere than in `word/`; its list of content types says so. */
async function isStrictWord(archive: Archive): Promise<boolean> {
  const types = await archive.read('[Content_Types].xml')
  return (
    types !== null &&
    /wordprocessingml\.(document|template)\.main|word\.document\.macroEnabled\.main/.test(
      Buffer.from(types).toString('utf8'),
    )
  )
}

function foreignArchive(archive: Archive, mimetype: string): string {
  const has = (folder: string): boolean => archive.names.some((part) => part.startsWith(folder))
  if (has('xl/') || mimetype.endsWith('spreadsheet')) return 'a spreadsheet'
  if (has('ppt/') || mimetype.endsWith('presentation')) return 'a presentation'
  return archive.names.length ? 'a zip archive' : 'an empty zip archive'
}
