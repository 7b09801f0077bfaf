/** A piece of finished SVG, so that text is never taken for it. */
export class Svg {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Child = Svg | string | false | null | readonly Child[]
type Attributes = Readonly<Record<string, string | number | false | null | undefined>>

/** An element; attributes that are null, false or undefined are left out, strings are escaped. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Svg {
  const named = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`)
    .join('')
  const inner = children.map(contentOf).join('')
  return new Svg(inner ? `<${name}${named}>${inner}</${name}>` : `<${name}${named}/>`)
}

function contentOf(child: Child): string {
  if (child instanceof Svg) return child.text
  if (typeof child === 'string') return escaped(child)
  return child ? child.map(contentOf).join('') : ''
}

/** A number as short as a drawing needs it. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Text as XML; what XML cannot hold (control characters, half of a surrogate pair) becomes U+FFFD. */
export function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- those are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  )
}
