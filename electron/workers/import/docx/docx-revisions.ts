import type { ChangesOf, ChangesReading } from '../../../../shared/domain/import-preview.js'
import { childOf, elementsOf, type XmlElement } from '../xml-tree.js'

const insertions = new Set(['ins', 'moveTo'])
const deletions = new Set(['del', 'moveFrom'])

/** Which of a document's tracked changes are in the text that is read. */
export class DocxRevisions {
  readonly reading: ChangesReading

  constructor(reading: ChangesReading) {
    this.reading = reading
  }

  /** Whether what an element holds is left out: a deletion when changes are accepted, an insertion when they are rejected. */
  leavesOut({ name }: XmlElement): boolean {
    return this.#gone.has(name)
  }

  /** Whether an element is a tracked change whose content is read. */
  keeps({ name }: XmlElement): boolean {
    return this.#kept.has(name)
  }

  /** Whether properties (of a paragraph's mark, a row, a cell) say that what they belong to is left out. */
  marksGone(properties: XmlElement | undefined): boolean {
    if (!properties) return false
    const names = this.reading === 'accepted' ? ['del', 'moveFrom', 'cellDel'] : ['ins', 'moveTo', 'cellIns']
    return names.some((name) => childOf(properties, name) !== undefined)
  }

  /** The properties of a paragraph or a run (`pPr`, `rPr`) as they were before they were changed, or as they are now. */
  properties(element: XmlElement, name: 'pPr' | 'rPr'): XmlElement | undefined {
    const now = childOf(element, name)
    if (this.reading === 'accepted') return now
    const change = childOf(now, `${name}Change`)
    return change ? childOf(change, name) : now
  }

  get #gone(): ReadonlySet<string> {
    return this.reading === 'accepted' ? deletions : insertions
  }

  get #kept(): ReadonlySet<string> {
    return this.reading === 'accepted' ? insertions : deletions
  }
}

/** The insertions and deletions in parts of a document, by author in the order in which they first appear. */
export function changesIn(roots: readonly XmlElement[]): ChangesOf[] {
  const byAuthor = new Map<string, ChangesOf>()
  const count = ({ name, attributes }: XmlElement): void => {
    const author = attributes.author?.replace(/\s+/g, ' ').trim().slice(0, 200) || null
    const changes = byAuthor.get(author ?? '') ?? { author, inserted: 0, deleted: 0 }
    byAuthor.set(author ?? '', changes)
    if (deletions.has(name)) changes.deleted++
    else changes.inserted++
  }
  for (const root of roots) forEachChange(root, count)
  return [...byAuthor.values()]
}

/** A paragraph's mark counts where nothing in the paragraph is changed in the same way: it comes along with its words. */
function forEachChange(root: XmlElement, each: (change: XmlElement) => void): void {
  const { name } = root
  // Nothing that is text stands in properties; what is changed there is asked for above them.
  if (name === 't' || name === 'rPr' || name === 'pPr' || name === 'trPr' || name === 'tcPr') return
  if (insertions.has(name) || deletions.has(name)) each(root)
  else if (name === 'p') markOf(root).forEach(each)
  else if (name === 'tr') changesOf(childOf(root, 'trPr')).forEach(each)
  for (const child of root.children) if (typeof child !== 'string') forEachChange(child, each)
}

function markOf(paragraph: XmlElement): XmlElement[] {
  const marks = changesOf(childOf(childOf(paragraph, 'pPr'), 'rPr'))
  return marks.filter(({ name }) => childOf(paragraph, name) === undefined)
}

function changesOf(properties: XmlElement | undefined): XmlElement[] {
  const all = properties ? elementsOf(properties) : []
  return all.filter(({ name }) => insertions.has(name) || deletions.has(name))
}
