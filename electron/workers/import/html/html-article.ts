import {
  attributeOf,
  childrenOf,
  elementsIn,
  isElement,
  isUnseen,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js'

/** How much text stands in each element, in UTF-16 code units: all of it, that of links, and running text. */
interface Weight {
  text: number
  linked: number
  running: number
}

export type Weights = ReadonlyMap<HtmlNode, Weight>

/** Below this a paragraph is more likely a label than running text. */
const shortestParagraph = 40

/** A page with less running text has nothing worth setting apart. */
const shortestArticle = 250

/** An element marked as the article must hold this share of the page's running text, or it is a teaser. */
const markedShare = 0.4

/** Without such a mark, the article is the innermost element that holds this share. */
const innerShare = 0.75

const running = new Set(['p', 'blockquote', 'pre', 'li', 'dd'])

export function weighTree(root: HtmlNode): Weights {
  const weights = new Map<HtmlNode, Weight>()
  weigh(root, weights)
  return weights
}

function weigh(node: HtmlNode, weights: Map<HtmlNode, Weight>): Weight {
  const weight: Weight = { text: 0, linked: 0, running: 0 }
  if ('value' in node) weight.text = node.value.trim().length
  if (isElement(node) && isUnseen(node)) return weight
  for (const child of childrenOf(node)) {
    const inner = weigh(child, weights)
    weight.text += inner.text
    weight.linked += inner.linked
    weight.running += inner.running
  }
  if (isElement(node)) {
    if (node.tagName === 'a') weight.linked = weight.text
    const own = weight.text - weight.linked
    if (running.has(node.tagName) && !weight.running && own >= shortestParagraph) weight.running = own
  }
  weights.set(node, weight)
  return weight
}

/** The element that holds the article of a page; null when the page is all there is, or has hardly any text. */
export function articleOf(body: HtmlElement, weights: Weights): HtmlElement | null {
  const all = weights.get(body)?.running ?? 0
  if (all < shortestArticle) return null
  const weightOf = (element: HtmlElement): number => weights.get(element)?.running ?? 0
  const marked = [...elementsIn(body)]
    .filter((element) => isMarkedArticle(element) && weightOf(element) >= all * markedShare)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
  // Of marked elements in one another the inner one is the article, as long as it holds nearly all of the outer one.
  const [heaviest] = marked
  const inner = marked.findLast((element) => heaviest && weightOf(element) >= weightOf(heaviest) * 0.9)
  return inner ?? innermost(body, all, weightOf)
}

function isMarkedArticle(element: HtmlElement): boolean {
  return (
    element.tagName === 'article' ||
    element.tagName === 'main' ||
    attributeOf(element, 'role') === 'main' ||
    /\barticleBody\b/.test(attributeOf(element, 'itemprop') ?? '')
  )
}

function innermost(
  body: HtmlElement,
  all: number,
  weightOf: (element: HtmlElement) => number,
): HtmlElement | null {
  let element = body
  for (;;) {
    const inner = element.childNodes.find(
      (child): child is HtmlElement => isElement(child) && weightOf(child) >= all * innerShare,
    )
    if (!inner || running.has(inner.tagName)) return element === body ? null : element
    element = inner
  }
}

const asideTags = new Set(['nav', 'aside', 'footer', 'form', 'dialog'])
const asideRoles = new Set(['navigation', 'complementary', 'contentinfo', 'banner', 'search', 'dialog'])
const asideNames =
  /(^|[\s_-])(related|share|sharing|social|comments?|newsletter|promo|advert(isement)?|ads?|cookies?|breadcrumbs?|sidebar|recommend(ed|ations)?|most-read|subscribe|paywall|toolbar|menu)([\s_-]|$)/i

/** By its name alone an element is left out only if it holds less than this share of the page's running text. */
const asideShare = 0.2

/** Whether an element stands beside the article: navigation, forms, links to other pages. */
export function isAside(element: HtmlElement, all: number, weights: Weights): boolean {
  if (asideTags.has(element.tagName) || asideRoles.has(attributeOf(element, 'role') ?? '')) return true
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
  return asideNames.test(names) && (weights.get(element)?.running ?? 0) < all * asideShare
}
