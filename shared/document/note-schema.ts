import { Node, Schema } from 'prosemirror-model'
import { isWebAddress } from '../domain/web-address.js'

function webAddress(value: unknown): void {
  if (typeof value !== 'string' || !isWebAddress(value)) {
    throw new RangeError('A link in a note must be a web address (https or http) or a mail address')
  }
}

/** The schema of verification notes: paragraphs and lists with bold, italic and links. */
export const noteSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    ordered_list: {
      group: 'block',
      content: 'list_item+',
      attrs: { order: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol' }],
      toDOM: (node) => ['ol', node.attrs.order === 1 ? {} : { start: String(node.attrs.order) }, 0],
    },
    list_item: {
      content: 'paragraph block*',
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
      defining: true,
    },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    text: { group: 'inline' },
  },
  marks: {
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    link: {
      attrs: { href: { validate: webAddress } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? ''
            return isWebAddress(href) ? { href } : false
          },
        },
      ],
      toDOM: (mark) => ['a', { href: mark.attrs.href as string, rel: 'noopener noreferrer' }, 0],
    },
  },
})

/** The note that a JSON value describes; throws on anything that the schema does not allow. */
export function noteFromJson(json: unknown): Node {
  const node = Node.fromJSON(noteSchema, json)
  node.check()
  if (node.type !== noteSchema.topNodeType) throw new RangeError('A note must be a whole document')
  return node
}

/** A note as plain text: blocks on lines of their own, list items with a dash or their number, nested ones indented. */
export function noteText(note: Node): string {
  const lines: string[] = []
  note.forEach((block) => addLines(block, '', '', lines))
  return lines.join('\n').trim()
}

/** `marker` stands before the first line of a list item, `indent` before all; later lines align with the first. */
function addLines(node: Node, indent: string, marker: string, lines: string[]): void {
  if (node.isTextblock) {
    lines.push(indent + marker + node.textContent)
    return
  }
  const listed = node.type.name === 'ordered_list' || node.type.name === 'bullet_list'
  const start = (node.attrs.order as number | undefined) ?? 1
  node.forEach((child, _offset, index) => {
    if (listed)
      return addLines(child, indent, node.type.name === 'ordered_list' ? `${start + index}. ` : '- ', lines)
    addLines(child, index ? indent + ' '.repeat(marker.length) : indent, index ? '' : marker, lines)
  })
}
