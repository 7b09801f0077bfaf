import type { Node } from 'prosemirror-model'

/** A heading of a source: `position` is the document position of its text. */
export interface OutlineEntry {
  level: number
  text: string
  position: number
}

/** The headings of a document, in order. */
export function outlineOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'heading') {
      entries.push({ level: node.attrs.level as number, text: node.textContent, position: position + 1 })
    }
    return !node.isTextblock
  })
  return entries
}
