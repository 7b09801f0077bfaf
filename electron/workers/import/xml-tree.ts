import { SaxesParser } from 'saxes'
import { StetError } from '../../../shared/ipc/result.js'
import { damaged, grouped, pastLimit } from './refusals.js'

/** An element by its local name: a prefix means nothing where each format has one meaning for a name. */
export interface XmlElement {
  name: string
  /** By local name. */
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

const mostNodes = 3_000_000
const deepest = 512
const mostAttributes = 1000

/**
 * The root element of an XML part of a file. Entities of a document type are never expanded. `part` is what the part is
 * called inside the file. Throws `invalid` when it is not well-formed, `too-large` past a limit.
 */
export function parseXml(bytes: Uint8Array, part: string, file: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  const parser = new SaxesParser()
  let nodes = 0
  const count = (): void => {
    if (++nodes > mostNodes) throw pastLimit(file, `has more than ${grouped(mostNodes)} pieces in “${part}”`)
  }
  const addText = (text: string): void => {
    count()
    open.at(-1)!.children.push(text)
  }
  parser.on('opentag', ({ name, attributes }) => {
    count()
    if (open.length > deepest) throw pastLimit(file, `is nested more than ${deepest} deep in “${part}”`)
    const element: XmlElement = {
      name: localName(name),
      attributes: localNames(attributes, part, file),
      children: [],
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw damaged(file, `“${part}” in it is no sound XML (${error.message.slice(0, 200)})`, error)
  })
  try {
    parser.write(xmlText(bytes)).close()
  } catch (thrown) {
    if (thrown instanceof StetError) throw thrown
    throw damaged(file, `“${part}” in it is no sound XML`, thrown)
  }
  const top = root.children.find((node) => typeof node !== 'string')
  if (!top) throw damaged(file, `“${part}” in it is empty`)
  return top
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

function localNames(attributes: Record<string, unknown>, part: string, file: string): Record<string, string> {
  const names = Object.keys(attributes)
  if (names.length === 0) return noAttributes
  if (names.length > mostAttributes) {
    throw pastLimit(file, `has an element with more than ${grouped(mostAttributes)} attributes in “${part}”`)
  }
  // Without a prototype, so that an attribute of any name is only that.
  const local = Object.create(null) as Record<string, string>
  for (const name of names) local[localName(name)] = String(attributes[name])
  return local
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze(
  Object.create(null) as Record<string, string>,
)

function xmlText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : ''
  return new TextDecoder(wide || 'utf-8').decode(bytes)
}

/** The child elements, those of one name when it is given. */
export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter((node) => typeof node !== 'string' && (!name || node.name === name)) as XmlElement[]
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node) => typeof node !== 'string' && node.name === name) as
    XmlElement | undefined
}

/** The first element of that name in the tree, the root itself included. */
export function findElement(root: XmlElement, name: string): XmlElement | undefined {
  if (root.name === name) return root
  for (const child of root.children) {
    const found = typeof child === 'string' ? undefined : findElement(child, name)
    if (found) return found
  }
  return undefined
}

/** All elements of that name in the tree, in order, the root itself included. */
export function descendantsOf(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const collect = (element: XmlElement): void => {
    if (element.name === name) found.push(element)
    for (const child of element.children) if (typeof child !== 'string') collect(child)
  }
  collect(root)
  return found
}

/** All text in an element, however deep. */
export function textIn(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}
