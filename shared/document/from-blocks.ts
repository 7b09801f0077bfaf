import type { Mark, Node } from 'prosemirror-model'
import { isWebAddress } from '../domain/web-address.js'
import { sourceSchema } from './schema.js'
import { documentOf } from './sections.js'

/** A stretch of text with one look. */
export interface Span {
  text: string
  em?: boolean
  strong?: boolean
  code?: boolean
  /** Kept only when it is an address of the web; the text stays in any case. */
  href?: string | null
  /** Keys of the comments that this stretch is commented by. They are no part of the document. */
  comments?: readonly string[]
}

/** The structure that all formats have in common, as their readers hand it over. */
export type Block =
  /** `tight`: without a blank line before it in the plain text, as the rows of a table stand. */
  | { kind: 'paragraph'; spans: Span[]; tight?: boolean }
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  /** `start` is the first number of an ordered list, null for one with bullets. */
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'rule' }
  /** Where a page of the original begins, by the number or name that it carries. */
  | { kind: 'page'; label: string }

/** How deep quotes and lists may stand in one another; what lies deeper is put beside instead of inside. */
const deepest = 24

/** The document of these blocks. Blocks without visible text are left out; its plain text parts blocks by blank lines. */
export function documentFromBlocks(blocks: readonly Block[]): Node {
  return documentOfNodes(blocks.flatMap((block) => nodesOfBlock(block)))
}

/** A document of top-level nodes made by `nodesOfBlock`; the first one stands at the very start of the plain text. */
export function documentOfNodes(nodes: readonly Node[]): Node {
  const first = nodes.findIndex(holdsText)
  return documentOf(nodes.map((node, index) => (index === first ? withGap(node, 0) : node)))
}

/** The top-level nodes of one block: one, or none when nothing of it can be seen. */
export function nodesOfBlock(block: Block): Node[] {
  const gap = block.kind === 'paragraph' && block.tight ? 0 : 1
  return nodesAt(block, 0).map((node) => withGap(node, gap))
}

function nodesAt(block: Block, depth: number): Node[] {
  switch (block.kind) {
    case 'paragraph':
      return textNode('paragraph', {}, inlineOf(block.spans))
    case 'heading':
      return textNode('heading', { level: Math.min(Math.max(block.level, 1), 6) }, inlineOf(block.spans))
    case 'code':
      return textNode('code_block', {}, plainInline(block.text))
    case 'rule':
      return [sourceSchema.node('horizontal_rule')]
    case 'page':
      return [sourceSchema.node('page_start', { label: cleaned(block.label).trim().slice(0, 100) || '?' })]
    case 'quote':
      return container('blockquote', {}, nodesOfAll(block.blocks, depth + 1), depth)
    case 'list':
      return listNodes(block, depth)
  }
}

function nodesOfAll(blocks: readonly Block[], depth: number): Node[] {
  return blocks.flatMap((block) => nodesAt(block, depth))
}

function listNodes({ start, items }: Block & { kind: 'list' }, depth: number): Node[] {
  const contents = items.map((item) => nodesOfAll(item, depth + 2)).filter(({ length }) => length)
  if (depth >= deepest) return contents.flat()
  const nodes = contents.map((content) => sourceSchema.node('list_item', null, content))
  if (start === null) return container('bullet_list', {}, nodes, depth)
  const order = Number.isInteger(start) && start >= 0 && start <= 1e7 ? start : 1
  return container('ordered_list', { order }, nodes, depth)
}

function container(type: string, attrs: object, content: Node[], depth: number): Node[] {
  if (!content.length || depth >= deepest) return content
  return [sourceSchema.node(type, { ...attrs }, content)]
}

function textNode(type: string, attrs: object, content: Node[]): Node[] {
  const visible = content.some(({ text }) => /[^\s\u200b\ufeff]/.test(text ?? ''))
  return visible ? [sourceSchema.node(type, { ...attrs }, content)] : []
}

function plainInline(text: string): Node[] {
  const content = cleaned(text).replace(/^\n+|\s+$/g, '')
  return content ? [sourceSchema.text(content)] : []
}

/** The text nodes of a block, without white space at its two ends and without blank lines inside. */
function inlineOf(spans: readonly Span[]): Node[] {
  const parts = spans.map((span) => ({ marks: marksOf(span), text: cleaned(span.text) }))
  const joined = parts.map(({ text }) => text).join('')
  const start = joined.length - joined.trimStart().length
  const end = joined.trimEnd().length
  let offset = 0
  let endsLine = false
  return parts.flatMap(({ text, marks }) => {
    const from = offset
    offset += text.length
    let part = text.slice(Math.max(start - from, 0), Math.max(end - from, 0)).replace(/\n\s*\n/g, '\n')
    if (endsLine) part = part.replace(/^\s*\n/, '')
    if (!part) return []
    endsLine = part.endsWith('\n')
    return [sourceSchema.text(part, marks)]
  })
}

function marksOf({ em, strong, code, href }: Span): Mark[] {
  const marks: Mark[] = []
  if (em) marks.push(sourceSchema.mark('em'))
  if (strong) marks.push(sourceSchema.mark('strong'))
  if (code) marks.push(sourceSchema.mark('code'))
  if (href && isWebAddress(href)) marks.push(sourceSchema.mark('link', { href }))
  return marks
}

/** Control characters that are no text: all but the tab and the line break. */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

/** The node with its first text block standing after so many blank lines. */
function withGap(node: Node, gap: number): Node {
  if (node.isTextblock) return node.type.create({ ...node.attrs, gap }, node.content, node.marks)
  const index = node.content.content.findIndex(holdsText)
  const child = node.maybeChild(index)
  return child ? node.copy(node.content.replaceChild(index, withGap(child, gap))) : node
}

function holdsText(node: Node): boolean {
  return node.isTextblock || node.content.content.some(holdsText)
}
