import { htmlBlocks } from './html-blocks.js'
import { htmlRecord } from './html-record.js'
import { parseHtml } from './html-tree.js'
import type { FormattedText } from '../read-format.js'

/** The text of a web page with its structure. Nothing in it runs, and nothing that it refers to is fetched. */
export function readHtml(text: string, file: string): FormattedText {
  const root = parseHtml(text, file)
  const { blocks, article } = htmlBlocks(root)
  return { blocks, article, record: htmlRecord(root), notices: [] }
}
