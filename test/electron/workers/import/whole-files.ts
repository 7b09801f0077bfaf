import { wholeDocx } from './docx-file.js'
import { wholeEpub, wholeOdt } from './open-document-file.js'
import { wholePdf } from './pdf-file.js'
import {
  savedPage,
  wholeHtml,
  wholeMarkdown,
  wholeMessage,
  wholeRtf,
  wholeSrt,
  wholeText,
  wholeVtt,
} from './text-files.js'

/** A file of each format that is read, with everything in it that its reader knows: its name, and its content. */
export const wholeFiles: [name: string, content: string | Uint8Array][] = [
  ['page.html', wholeHtml],
  ['minutes.docx', wholeDocx],
  ['minutes.odt', wholeOdt],
  ['minutes.rtf', wholeRtf],
  ['minutes.pdf', wholePdf],
  ['book.epub', wholeEpub],
  ['message.eml', wholeMessage],
  ['saved.mhtml', savedPage],
  ['film.srt', wholeSrt],
  ['film.vtt', wholeVtt],
  ['notes.md', wholeMarkdown],
  ['post.txt', wholeText],
]
