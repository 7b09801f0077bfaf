import { childOf, descendantsOf, elementsOf, type XmlElement } from './xml-tree.js'

/** What a style of an OpenDocument text means for the structure. */
export interface OdfStyle {
  strong: boolean
  em: boolean
  hidden: boolean
  quote: boolean
}

const plain: OdfStyle = { strong: false, em: false, hidden: false, quote: false }

/** The styles of a document, named and automatic, and its list styles. */
export class OdfStyles {
  readonly #styles = new Map<string, XmlElement>()
  readonly #lists = new Map<string, XmlElement>()

  constructor(roots: readonly (XmlElement | null)[]) {
    for (const root of roots) {
      if (!root) continue
      for (const style of descendantsOf(root, 'style')) this.#styles.set(style.attributes.name ?? '', style)
      for (const list of descendantsOf(root, 'list-style')) this.#lists.set(list.attributes.name ?? '', list)
    }
  }

  of(name: string | undefined, seen = 0): OdfStyle {
    const style = this.#styles.get(name ?? '')
    const quote = /^Quotations$/.test(name ?? '')
    if (!style) return { ...plain, quote }
    const parent = seen < 20 ? this.of(style.attributes['parent-style-name'], seen + 1) : plain
    const text = childOf(style, 'text-properties')?.attributes ?? {}
    const weight = text['font-weight']
    const slant = text['font-style']
    return {
      strong: weight === undefined ? parent.strong : /^(bold|[6-9]00)$/.test(weight),
      em: slant === undefined ? parent.em : slant !== 'normal',
      hidden: text.display === undefined ? parent.hidden : text.display === 'none',
      quote: quote || parent.quote,
    }
  }

  /** The first number of a list at a level, counted from 0; null for bullets. */
  listStart(name: string | undefined, level: number): number | null {
    const list = this.#lists.get(name ?? '')
    const found = (list ? elementsOf(list) : []).find(
      ({ attributes }) => Number(attributes.level) === level + 1,
    )
    return found?.name === 'list-level-style-number' && found.attributes['num-format']
      ? Number(found.attributes['start-value'] ?? 1)
      : null
  }
}
