import { dirname, join } from 'node:path/posix'
import { damaged } from '../refusals.js'
import { childOf, elementsOf, parseXml, type XmlElement } from '../xml-tree.js'
import type { Archive } from '../zip-gate.js'

/** One link from a part of a package to another part, or to an address outside. */
export interface Relationship {
  type: string
  target: string
  external: boolean
}

/** The XML parts of an Office package. */
export class DocxPackage {
  readonly #archive: Archive
  readonly #file: string

  constructor(archive: Archive, file: string) {
    this.#archive = archive
    this.#file = file
  }

  /** The root element of a part; null when the package has none of that name. */
  async part(name: string): Promise<XmlElement | null> {
    const bytes = await this.#archive.read(name)
    return bytes && parseXml(bytes, name, this.#file)
  }

  /** The relationships of a part by id; of the package itself for the empty name. Targets inside are whole part names. */
  async relationships(part: string): Promise<Map<string, Relationship>> {
    const folder = part ? dirname(part) : '.'
    const root = await this.part(join(folder, '_rels', `${part.slice(part.lastIndexOf('/') + 1)}.rels`))
    const entries = (root ? elementsOf(root, 'Relationship') : []).map(({ attributes }) => {
      const external = attributes.TargetMode === 'External'
      const target = attributes.Target ?? ''
      const inside = target.startsWith('/') ? target.slice(1) : join(folder, target)
      const type = (attributes.Type ?? '').split('/').at(-1) ?? ''
      return [attributes.Id ?? '', { type, target: external ? target : inside, external }] as const
    })
    return new Map(entries)
  }

  /** The name of the part that holds the text. Throws `invalid` when there is none. */
  async mainPart(): Promise<string> {
    const links = [...(await this.relationships('')).values()]
    const named = links.find(({ type, target }) => type === 'officeDocument' && this.#archive.has(target))
    if (named) return named.target
    if (this.#archive.has('word/document.xml')) return 'word/document.xml'
    throw damaged(this.#file, 'the part that holds its text is missing')
  }
}

/** What a paragraph style means for the structure. */
export interface ParagraphStyle {
  /** 1 to 6; null for all but headings. */
  heading: number | null
  quote: boolean
  numId: string | null
  level: number
}

const plain: ParagraphStyle = { heading: null, quote: false, numId: null, level: 0 }

/** The paragraph styles of a document by id. */
export class DocxStyles {
  readonly #styles = new Map<string, XmlElement>()

  constructor(root: XmlElement | null) {
    for (const style of root ? elementsOf(root, 'style') : []) {
      if (style.attributes.styleId) this.#styles.set(style.attributes.styleId, style)
    }
  }

  /** What a style means, what it is based on included. */
  of(id: string | undefined, seen = 0): ParagraphStyle {
    const style = id === undefined ? undefined : this.#styles.get(id)
    if (!style) return id === undefined ? plain : { ...plain, ...headingOfName(id) }
    const based = childOf(style, 'basedOn')?.attributes.val
    const parent = based !== undefined && seen < 20 ? this.of(based, seen + 1) : plain
    const properties = childOf(style, 'pPr')
    const numbering = childOf(properties, 'numPr')
    return {
      ...parent,
      ...headingOfName(childOf(style, 'name')?.attributes.val ?? ''),
      ...headingOfOutline(properties),
      ...(numbering && {
        numId: childOf(numbering, 'numId')?.attributes.val ?? parent.numId,
        level: Number(childOf(numbering, 'ilvl')?.attributes.val ?? 0),
      }),
    }
  }
}

function headingOfName(name: string): Partial<ParagraphStyle> {
  const heading = /^heading ?([1-9])$/i.exec(name)
  if (heading) return { heading: Math.min(Number(heading[1]), 6) }
  if (/^title$/i.test(name)) return { heading: 1 }
  return /^(intense )?quote$|^block text$/i.test(name) ? { quote: true } : {}
}

/** An outline level of 9 says that a paragraph is body text. */
export function headingOfOutline(properties: XmlElement | undefined): Partial<ParagraphStyle> {
  const value = childOf(properties, 'outlineLvl')?.attributes.val
  if (value === undefined || !/^\d$/.test(value)) return {}
  return { heading: value === '9' ? null : Math.min(Number(value) + 1, 6) }
}

/** Whether the levels of a document's lists are numbered, and from what number on. */
export class DocxNumbering {
  readonly #levels = new Map<string, XmlElement[]>()

  constructor(root: XmlElement | null) {
    if (!root) return
    const abstract = new Map(
      elementsOf(root, 'abstractNum').map((list) => [list.attributes.abstractNumId, elementsOf(list, 'lvl')]),
    )
    for (const list of elementsOf(root, 'num')) {
      const levels = abstract.get(childOf(list, 'abstractNumId')?.attributes.val)
      if (list.attributes.numId) this.#levels.set(list.attributes.numId, levels ?? [])
    }
  }

  /** The first number of an ordered list, null for bullets, undefined for what is no list at all. */
  start(numId: string, level: number): number | null | undefined {
    const levels = this.#levels.get(numId)
    const found = levels?.find(({ attributes }) => Number(attributes.ilvl) === level)
    if (numId === '0' || !levels) return undefined
    const format = childOf(found, 'numFmt')?.attributes.val
    if (format === 'none') return undefined
    if (!found || format === 'bullet') return null
    return Number(childOf(found, 'start')?.attributes.val ?? 1)
  }
}
