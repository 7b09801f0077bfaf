import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { MarkdownParser, type ParseSpec } from 'prosemirror-markdown'
import { Node, Schema } from 'prosemirror-model'
import { documentFromPlainText } from './from-plain-text.js'
import { sourceSchema } from './schema.js'
import { documentOf } from './sections.js'

const tokens: Record<string, ParseSpec> = {
  paragraph: { block: 'paragraph' },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  blockquote: { block: 'blockquote' },
  bullet_list: { block: 'bullet_list' },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token) => ({ order: Number(token.attrGet('start') ?? 1) }),
  },
  list_item: { block: 'list_item' },
  code_block: { block: 'code_block', noCloseToken: true },
  fence: { block: 'code_block', noCloseToken: true },
  hr: { node: 'horizontal_rule' },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  code_inline: { mark: 'code', noCloseToken: true },
  link: {
    mark: 'link',
    getAttrs: (token) => ({ href: token.attrGet('href') ?? '', title: token.attrGet('title') }),
  },
}

/** How deep quotes and lists may stand in one another (a list takes two); far beyond what a person writes. */
const deepest = 50

/** Raw HTML is text like any other. */
const options = { html: false, maxNesting: deepest }
const markdown = new MarkdownIt('commonmark', options)

/** What became known while a text was read. */
interface Reading {
  /** The tokenizer has left out what was nested too deeply, and all after it. */
  cutOff?: boolean
}

markdown.core.ruler.push('cut-off', ({ tokens: blocks, env }) => {
  const containers = new Set(['blockquote_open', 'list_item_open'])
  const reading = env as Reading
  reading.cutOff = blocks.some(({ type, level }) => containers.has(type) && level + 1 >= deepest)
})

/** Leaves become text: a hard break is a line break, and a picture, which is never fetched, is its description. */
markdown.core.ruler.push('leaves-as-text', ({ tokens: blocks }) => {
  for (const { children } of blocks) children?.forEach(leafAsText)
})

function leafAsText(token: Token): void {
  if (token.type !== 'hardbreak' && token.type !== 'image') return
  token.content = token.type === 'image' ? `[${descriptionOf(token)}]` : '\n'
  token.type = 'text'
}

function descriptionOf({ children }: Token): string {
  return markdown.renderer.renderInlineAsText(children ?? [], markdown.options, {})
}

/** The same schema without sections, which the parser cannot know of; they are cut afterwards. */
const unsectioned = new Schema({
  nodes: sourceSchema.spec.nodes.update('doc', { content: 'block*' }),
  marks: sourceSchema.spec.marks,
})

const parser = new MarkdownParser(unsectioned, markdown, tokens)

/**
 * The document of a Markdown text. Its plain text is what a reader sees, without the marks of Markdown. A text that is
 * nested too deeply is read as plain text, so that nothing of it is lost.
 */
export function documentFromMarkdown(text: string): Node {
  const reading: Reading = {}
  const parsed = parser.parse(text, reading)
  if (reading.cutOff) return documentFromPlainText(text)
  const blocks = parsed.content.content.map((block, index) =>
    Node.fromJSON(sourceSchema, (index ? afterBlankLine(block) : block).toJSON()),
  )
  return documentOf(blocks)
}

/** A top-level block stands after a blank line in the plain text. */
function afterBlankLine(block: Node): Node {
  if (block.isTextblock) return block.type.create({ ...block.attrs, gap: 1 }, block.content, block.marks)
  const first = block.firstChild
  return first ? block.copy(block.content.replaceChild(0, afterBlankLine(first))) : block
}
