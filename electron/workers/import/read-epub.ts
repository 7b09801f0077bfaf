import { dirname, join } from 'node:path/posix'
import type { Block } from '../../../shared/document/from-blocks.js'
import { foundRecord } from './found-record.js'
import { htmlBlocks } from './html/html-blocks.js'
import { parseHtml } from './html/html-tree.js'
import { counted } from './notices.js'
import type { FormattedText } from './read-format.js'
import { damaged, notOpened } from './refusals.js'
import {
  childOf,
  descendantsOf,
  elementsOf,
  findElement,
  parseXml,
  textIn,
  type XmlElement,
} from './xml-tree.js'
import type { Archive } from './zip-gate.js'

/** The text of an EPUB book, chapter by chapter in reading order. */
export async function readEpub(archive: Archive, file: string): Promise<FormattedText> {
  const part = async (name: string): Promise<XmlElement | null> => {
    const bytes = await archive.read(name)
    return bytes && parseXml(bytes, name, file)
  }
  const container = await part('META-INF/container.xml')
  const path = container && findElement(container, 'rootfile')?.attributes['full-path']
  const contents = path ? await part(path) : null
  if (!path || !contents) throw damaged(file, 'its table of contents is missing')
  const chapters = chaptersOf(contents, dirname(path))
  refuseProtected(await part('META-INF/encryption.xml'), chapters, file)
  const blocks: Block[] = []
  let missing = 0
  for (const chapter of chapters) {
    const bytes = await archive.read(chapter)
    if (!bytes) missing++
    else for (const block of chapterBlocks(bytes, file)) blocks.push(block)
  }
  if (missing === chapters.length) throw damaged(file, 'none of its chapters is in it')
  const notices = missing
    ? [`${counted(missing, 'chapter')} that it names ${missing === 1 ? 'is' : 'are'} missing in it.`]
    : []
  return { blocks, record: recordOf(contents), notices }
}

/** The parts of the book that are text, in reading order; not its navigation. */
function chaptersOf(contents: XmlElement, folder: string): string[] {
  const manifest = childOf(contents, 'manifest')
  const spine = childOf(contents, 'spine')
  const items = new Map(
    (manifest ? elementsOf(manifest, 'item') : []).map((item) => [item.attributes.id, item.attributes]),
  )
  return (spine ? elementsOf(spine, 'itemref') : []).flatMap(({ attributes }) => {
    const item = items.get(attributes.idref)
    if (!item?.href || !/html/.test(item['media-type'] ?? '') || /\bnav\b/.test(item.properties ?? ''))
      return []
    return [join(folder, decodedPath(item.href))]
  })
}

function decodedPath(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Fonts are often scrambled, which does not matter; scrambled chapters are copy protection. */
function refuseProtected(encryption: XmlElement | null, chapters: readonly string[], file: string): void {
  const encrypted = new Set(
    (encryption ? descendantsOf(encryption, 'CipherReference') : []).map(({ attributes }) =>
      decodedPath(attributes.URI ?? ''),
    ),
  )
  if (!chapters.some((chapter) => encrypted.has(chapter))) return
  throw notOpened(
    file,
    'is copy-protected',
    'Open it in the program that it was bought for, and copy the passages that you need.',
  )
}

/** In XHTML any element may close itself; the parser of HTML would take what follows to be inside of it. */
const selfClosing =
  /<(title|script|style|a|p|div|span|i|b|em|strong|section|td|li|iframe|textarea)\b([^<>]*)\/>/gi

function chapterBlocks(bytes: Uint8Array, file: string): Block[] {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  const text = new TextDecoder(wide).decode(bytes)
  return htmlBlocks(parseHtml(text.replace(selfClosing, '<$1$2></$1>'), file)).blocks
}

function recordOf(contents: XmlElement) {
  const metadata = childOf(contents, 'metadata')
  const values = (name: string): string[] =>
    (metadata ? descendantsOf(metadata, name) : []).map((element) => textIn(element).trim()).filter(Boolean)
  return foundRecord({
    title: values('title')[0],
    author: values('creator').join(', '),
    publisher: values('publisher')[0],
    published: values('date')[0],
    language: values('language')[0],
  })
}
