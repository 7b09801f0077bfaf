import { isWebAddress } from '../../domain/web-address.js'

/** A piece of finished HTML. Only the `markup` tag makes one from values, and it escapes every string on the way in. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What a template may hold: strings and numbers are escaped, lists are joined, null and false are left out. */
export type HtmlValue = Html | string | number | null | false | readonly HtmlValue[]

/**
 * HTML from a template. Attribute values must stand in double quotes in it. Pieces are added, not joined: what is added is
 * copied once, when the page is done, and what is joined is copied again by everything that it stands in.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? ''
  for (const [index, value] of values.entries()) text += rendered(value) + parts[index + 1]!
  return new Html(text)
}

/**
 * Text as HTML, safe in element content and in quoted attributes. A carriage return is kept by its number, because
 * parsers turn a plain one into a line feed; what HTML cannot hold (NUL, half of a surrogate pair) becomes U+FFFD.
 */
export function escapeHtml(text: string): string {
  // Most text has nothing in it to escape, and one look is cheaper than two replacements.
  if (!/[&<>"'`\r\0\uD800-\uDFFF]/.test(text)) return text
  return text
    .replace(/[&<>"'`\r]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\0|\p{Surrogate}/gu, '\uFFFD')
}

/** A link to an https, http or mail address; any other address gives its content alone. */
export function webLink(address: string, content: HtmlValue): Html {
  if (!isWebAddress(address)) return markup`${content}`
  return markup`<a class="out" href="${address}" rel="noopener noreferrer">${content}</a>`
}

/** Text of a stranger within a line of ours, so that its writing direction ends where it does. */
export function isolated(text: string): Html {
  return markup`<bdi>${text}</bdi>`
}

function rendered(value: HtmlValue): string {
  if (value === null || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.reduce<string>((text, one) => text + rendered(one), '')
  return escapeHtml(String(value))
}
