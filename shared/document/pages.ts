import type { Node } from 'prosemirror-model'

/** A page of the original: `start` is the offset of its first letter in the plain text, in UTF-16 code units. */
export interface PageStart {
  label: string
  start: number
}

/** Where the pages of a document begin, in order; empty when its original has none. */
export function pageStartsOf(doc: Node): PageStart[] {
  const pages: PageStart[] = []
  let offset = 0
  let blocks = 0
  let waiting: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'page_start') waiting.push(node.attrs.label as string)
    if (!node.isTextblock) return true
    offset += (node.attrs.gap as number) + (blocks++ ? 1 : 0)
    const start = offset
    pages.push(...waiting.map((label) => ({ label, start })))
    waiting = []
    offset += node.content.size
    return false
  })
  const end = offset
  return [...pages, ...waiting.map((label) => ({ label, start: end }))]
}

/** The label of the page on which an offset of the plain text lies; null before the first page. */
export function pageAt(pages: readonly PageStart[], offset: number): string | null {
  return pages.findLast(({ start }) => start <= offset)?.label ?? null
}
