import { Schema, type NodeSpec } from 'prosemirror-model'

/**
 * Extra line breaks before a text block, beside the one that separates it from the block before. Kept so that the plain
 * text of a document is exactly the text version's.
 */
const gap = { gap: { default: 0, validate: wholeNumber } }

function wholeNumber(value: unknown): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 1e7) {
    throw new RangeError('Expected a whole number from 0 to 10,000,000')
  }
}

function headingLevel(value: unknown): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 6) {
    throw new RangeError('Expected a heading level from 1 to 6')
  }
}

/** Each text block runs in the direction of its own script. */
const eitherWay = { dir: 'auto' }

const nodes = {
  doc: { content: 'section+' },
  /** About forty blocks that a browser may skip while they are out of sight. It means nothing to a reader. */
  section: { content: 'block+', toDOM: () => ['section', { class: 'text-section' }, 0] },
  paragraph: {
    group: 'block',
    content: 'text*',
    whitespace: 'pre',
    attrs: gap,
    toDOM: (node) => ['p', node.attrs.gap ? { ...eitherWay, class: 'after-gap' } : eitherWay, 0],
  },
  heading: {
    group: 'block',
    content: 'text*',
    whitespace: 'pre',
    attrs: { ...gap, level: { default: 1, validate: headingLevel } },
    toDOM: (node) => [`h${node.attrs.level as number}`, eitherWay, 0],
  },
  code_block: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    attrs: gap,
    toDOM: () => ['pre', eitherWay, ['code', 0]],
  },
  blockquote: { group: 'block', content: 'block+', toDOM: () => ['blockquote', 0] },
  bullet_list: { group: 'block', content: 'list_item+', toDOM: () => ['ul', 0] },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { order: { default: 1, validate: wholeNumber } },
    toDOM: (node) => ['ol', { start: String(node.attrs.order) }, 0],
  },
  list_item: { content: 'block+', toDOM: () => ['li', 0] },
  horizontal_rule: { group: 'block', toDOM: () => ['hr'] },
  /** Where a page of the original begins. It is no text; what stands after it, up to the next one, is on that page. */
  page_start: {
    group: 'block',
    attrs: { label: { default: '1', validate: 'string' } },
    toDOM: (node) => ['div', { class: 'page-start', 'data-page': node.attrs.label as string }],
  },
  text: {},
} satisfies Record<string, NodeSpec>

/** The schema of source texts. Documents that arrive as JSON must pass `Node.fromJSON(...)` and `check()`. */
export const sourceSchema = new Schema({
  nodes,
  marks: {
    em: { toDOM: () => ['em', 0] },
    strong: { toDOM: () => ['strong', 0] },
    code: { toDOM: () => ['code', 0] },
    /** Shown, never followed by itself: the address is text to a reader, and opening it asks first. */
    link: {
      attrs: { href: { validate: 'string' }, title: { default: null, validate: 'string|null' } },
      inclusive: false,
      toDOM: (mark) => ['span', { class: 'text-link', title: mark.attrs.href as string }, 0],
    },
  },
})
