/** An element of a parsed report: enough to ask what a reader would find, and no more. */
export interface Element {
  tag: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

const voidTags = new Set(['meta', 'br', 'hr', 'input'])

/** Every tag and attribute that a report may have; anything else came from somewhere it should not. */
const allowedTags = new Set(
  (
    'html head meta title style body header nav main section footer article div p span a h1 h2 h3 h4 h5 h6 ul ol li ' +
    'dl dt dd table caption thead tbody tfoot tr th td br hr mark bdi q cite ins strong em code pre blockquote time ' +
    'fieldset legend label input small figure'
  ).split(' '),
)
const allowedAttributes = new Set(
  (
    'lang charset http-equiv content name class id href rel dir scope colspan start datetime aria-label ' +
    'aria-labelledby aria-hidden data-number data-page type for checked'
  ).split(' '),
)

/**
 * Parses what the report writes, and throws on anything else: an unknown tag or attribute, an unquoted value, a tag that
 * is left open, a stray `<` or `&`. Strict on purpose: what passes has one meaning to every parser. The drawing of the
 * timeline and the blocks of data are passed over; they have tests of their own.
 */
export function parseReport(page: string): Element {
  const source = page
    .replace(/(<figure class="timeline">)<svg [\s\S]*?<\/svg>\s*(<\/figure>)/, '$1$2')
    .replace(/<script type="application\/(?:ld\+)?json" id="[a-z-]+">[^<]*<\/script>/g, '')
  const root: Element = { tag: '#root', attributes: {}, children: [] }
  const open = [root]
  const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>|([^<]+)/y
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const match = token.exec(source)
    if (!match) throw new Error(`Not well-formed at ${at}: ${JSON.stringify(source.slice(at, at + 60))}`)
    const [, closing, tag, attributes, text] = match
    if (text !== undefined) open.at(-1)!.children.push(open.at(-1)!.tag === 'style' ? text : unescape(text))
    else if (tag && closing) close(open, tag)
    else if (tag) start(open, tag, attributes ?? '')
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.tag}> is left open`)
  return root
}

/** All elements under one, in document order. */
export function elementsOf(element: Element): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]))
}

/** The text that an element holds; with `without`, all but that of elements of this class. */
export function textIn(element: Element, without?: string): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      return without && classesOf(child).includes(without) ? '' : textIn(child, without)
    })
    .join('')
}

const inlineTags = new Set(['a', 'bdi', 'cite', 'code', 'em', 'ins', 'mark', 'q', 'span', 'strong', 'time'])

/** What a reader reads: the text with a single space wherever there is one, or a block begins or ends. */
export function wordsIn(element: Element): string {
  const parts = element.children.map((child) => {
    if (typeof child === 'string') return child
    return inlineTags.has(child.tag) ? wordsIn(child) : ` ${wordsIn(child)} `
  })
  return parts.join('').replace(/\s+/g, ' ')
}

export function classesOf(element: Element): string[] {
  return (element.attributes.class ?? '').split(' ')
}

/** The element with an id; throws when there is none or more than one. */
export function byId(root: Element, id: string): Element {
  const found = elementsOf(root).filter((element) => element.attributes.id === id)
  if (found.length !== 1) throw new Error(`${found.length} elements have the id ${id}`)
  return found[0]!
}

function start(open: Element[], tag: string, attributes: string): void {
  if (!allowedTags.has(tag)) throw new Error(`Unexpected <${tag}>`)
  const element: Element = { tag, attributes: attributesOf(attributes), children: [] }
  open.at(-1)!.children.push(element)
  if (!voidTags.has(tag)) open.push(element)
}

function close(open: Element[], tag: string): void {
  if (open.pop()?.tag !== tag) throw new Error(`Unexpected </${tag}>`)
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/\s+([a-z-]+)(?:="([^"]*)")?/g)]
  return Object.fromEntries(
    pairs.map(([, name, value]) => {
      if (!allowedAttributes.has(name!)) throw new Error(`Unexpected attribute ${name}`)
      return [name!, unescape(value ?? '')]
    }),
  )
}

function unescape(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`A stray & in ${JSON.stringify(text.slice(0, 60))}`)
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
