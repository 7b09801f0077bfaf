import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'
import { grouped, pastLimit } from '../refusals.js'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

const mostNodes = 200_000
const deepest = 512
const mostAttributes = 1000

/** The tree of an HTML text. No script runs and nothing is fetched. Throws `too-large` past a limit. */
export function parseHtml(text: string, file: string): DefaultTreeAdapterTypes.Document {
  refuseManyAttributes(text, file)
  return parse(text, { treeAdapter: limitedAdapter(file), sourceCodeLocationInfo: false })
}

/** The parser's time grows with the square of the attributes of one tag, so they are counted before it sees them. */
function refuseManyAttributes(text: string, file: string): void {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (/[a-z/]/i.test(text.charAt(at + 1))) at = endOfTag(text, at, file)
  }
}

/** Where the tag ends that begins at an offset; every name and every value in it stands between separators. */
function endOfTag(text: string, start: number, file: string): number {
  let separators = 0
  let inSeparator = false
  let at = start + 1
  for (; at < text.length && text.charAt(at) !== '>'; at++) {
    const separates = isSeparator(text.charCodeAt(at))
    if (separates && !inSeparator && ++separators > mostAttributes * 2) {
      throw pastLimit(file, `has a tag with more than ${grouped(mostAttributes)} attributes`)
    }
    inSeparator = separates
  }
  return at
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 34 || code === 39 || code === 47 || (code >= 9 && code <= 13)
}

type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>

/** Builds the usual tree and stops at the limits while it grows. */
function limitedAdapter(file: string): Adapter {
  const depths = new WeakMap<object, number>()
  let nodes = 0
  const count = (): void => {
    if (++nodes > mostNodes)
      throw pastLimit(file, `has more than ${grouped(mostNodes)} pieces, which is the limit`)
  }
  const placed = (parent: object, node: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > deepest) throw pastLimit(file, `is nested more than ${deepest} deep`)
    depths.set(node, depth)
  }
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      count()
      return defaultTreeAdapter.createElement(...args)
    },
    createCommentNode(data) {
      count()
      return defaultTreeAdapter.createCommentNode(data)
    },
    appendChild(parent, node) {
      placed(parent, node)
      defaultTreeAdapter.appendChild(parent, node)
    },
    insertBefore(parent, node, reference) {
      placed(parent, node)
      defaultTreeAdapter.insertBefore(parent, node, reference)
    },
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : []
}

export function attributeOf(node: HtmlElement, name: string): string | null {
  return node.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** All elements of the tree, in order. */
export function* elementsIn(node: HtmlNode): Generator<HtmlElement> {
  const waiting: HtmlNode[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next)) yield next
    waiting.push(...childrenOf(next).toReversed())
  }
}

/** All text in a node as it was written. */
export function rawTextOf(node: HtmlNode): string {
  return 'value' in node ? node.value : childrenOf(node).map(rawTextOf).join('')
}

const unseen = new Set(
  'script style noscript template svg iframe object embed canvas audio video select textarea button input datalist head title'.split(
    ' ',
  ),
)

/** Whether a browser without scripts shows nothing of this element that a person reads. */
export function isUnseen(element: HtmlElement): boolean {
  if (unseen.has(element.tagName) || attributeOf(element, 'hidden') !== null) return true
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '')
}
